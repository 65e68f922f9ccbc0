import { createHash } from 'node:crypto';
import type { Report } from '../../model/report.js';
import type { ReportFacts } from '../report-facts.js';
import { script, style } from './assets.js';
import { healthOf } from './branches.js';
import { filterBar } from './filters.js';
import { groupSections } from './groups.js';
import { hostTables } from './hosts.js';
import { text } from './markup.js';
import { outline } from './outline.js';
import { rowsOf } from './rows.js';
import { headline, runFacts, summary } from './summary.js';
import { viewOf } from './view.js';

/**
 * A page of one file that asks nothing of anybody: no script, style, font or picture from elsewhere (Content Security
 * Policy Level 3 with hashes). Everything is in it as HTML; the script only filters.
 */
export function html(report: Report, facts: ReportFacts): string {
  const view = viewOf(report, facts);
  const rows = rowsOf(report, view.branches);
  const all = [...rows.links, ...rows.findings];
  const health = healthOf(view.branches, all, rows.links.length > 0);
  const title = headline(report, rows);
  const paths = view.branches.all.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const map = outline(view.branches, health, rows.links.length > 0);
  const hosts = hostTables(rows.links);
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="listwright ${text(report.tool.version)}">
<title>${title} – ${text(paths[0] ?? 'listwright', 100)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#results">Skip to results</a>
<header>
${runFacts(report, paths)}
<h1>${title}</h1>
${summary(report, rows)}
</header>
${filterBar(all, view)}
<div class="columns">
${aside(map, hosts)}
<main id="results" tabindex="-1">
<h2 class="unseen">Results</h2>
${all.length === 0 ? '<p class="lead">No problems found; links were not checked.</p>' : groupSections(rows, view)}<p class="none" hidden>Nothing matches these filters. <button type="button" class="clear">Show everything</button></p>
</main>
</div>
<footer>
<p>Written by listwright. This page is a single file; it loads and sends nothing.</p>
</footer>
<script>${script}</script>
</body>
</html>
`;
}

function aside(map: string, hosts: string): string {
  if (map === '' && hosts === '') return '';
  const tree =
    map === ''
      ? ''
      : `<details class="panel" open><summary><h2>Sections</h2></summary><nav class="map" aria-label="Sections">${map}</nav></details>`;
  const tables = hosts === '' ? '' : `<details class="panel" open><summary><h2>Hosts</h2></summary>${hosts}</details>`;
  return `<aside aria-label="Sections and hosts">${tree}\n${tables}</aside>`;
}

/** The source expression for an inline script or style (CSP Level 3, section 2.3.1): base64 of the SHA-256 of its UTF-8 text. */
function hashOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
}
