import type { Report } from '../../model/report.js';
import type { ReportFacts } from '../report-facts.js';
import { script, style } from './assets.js';
import { branchCounts } from './branches.js';
import { htmlDocument } from './document.js';
import { filterBar } from './filters.js';
import { groupSections } from './groups.js';
import { hostTables } from './hosts.js';
import { text } from './markup.js';
import { outline } from './outline.js';
import { rowsOf } from './rows.js';
import { headline, runFacts, summary } from './summary.js';
import { viewOf } from './view.js';

/** The report as a page of one file. Everything is in it as HTML; the script only filters. */
export function html(report: Report, facts: ReportFacts): string {
  const view = viewOf(report, facts);
  const rows = rowsOf(report, view.branches);
  const all = [...rows.links, ...rows.findings];
  const health = branchCounts(view.branches, all, rows.links.length > 0);
  const title = headline(report, rows);
  const paths = view.branches.all.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const map = outline(view.branches, health, rows.links.length > 0);
  const hosts = hostTables(rows.links);
  return htmlDocument({
    ...{ title: `${title} – ${text(paths[0] ?? 'listwright', 100)}`, lang: 'en', version: report.tool.version },
    ...{ script, style, indexed: false },
    body: `<a class="skip" href="#results">Skip to results</a>
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
</footer>`,
  });
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
