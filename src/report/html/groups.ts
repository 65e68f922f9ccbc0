import { groupBy } from '../../text/group-by.js';
import { countText, plural } from '../../text/plural.js';
import { findingRow, quoted } from './finding-row.js';
import { linkRow } from './link-row.js';
import { filterId, text } from './markup.js';
import { type RowKind, rowKinds, sign, urgentKinds } from './row-kinds.js';
import type { FindingRow, LinkRow, PageRows } from './rows.js';
import type { PageView } from './view.js';

/** More rows make a page that no browser likes; the JSON report has all. */
const mostRows = 20_000;

/** Rows of larger groups stand in lists of so many, and the browser draws only lists that are in sight. Not row by row: hiding thousands that are drawn so takes Chromium half a minute. */
const mostDrawn = 50;

/** Groups of findings that hold more rows are folded until someone asks. */
const mostUnfolded = 12;

/** All rows in groups: for links one a verdict, for findings one a rule; the most urgent first. */
export function groupSections(rows: PageRows, view: PageView): string {
  const anchors = new Set<number>();
  let remaining = mostRows;
  const item = (row: LinkRow | FindingRow): string => {
    remaining -= 1;
    if (remaining < 0) return '';
    const numbers = 'findings' in row ? row.findings.map(({ rule }) => view.ruleNumbers.get(rule)) : [];
    const ruled = numbers.length === 0 ? '' : ` data-r="${[...new Set(numbers)].join(' ')}"`;
    const inside = 'findings' in row ? linkRow(row, view) : findingRow(row, view);
    return `<li data-s="${row.branches.join(' ')}"${ruled}>${anchorsOf(row, view, anchors)}${inside}</li>\n`;
  };
  const groups = (Object.keys(rowKinds) as RowKind[]).map((kind) => {
    const links = rows.links.filter((row) => row.kind === kind);
    const findings = rows.findings.filter((row) => row.kind === kind);
    return links.length > 0
      ? linkGroup(kind, links, item)
      : findings.length > 0
        ? ruleGroups(kind, findings, item, view)
        : '';
  });
  const left = rows.links.length + rows.findings.length - mostRows;
  const notice = `<p>${plural(left, 'row is', 'rows are')} not shown here; the JSON report has all.</p>`;
  return groups.join('') + (left > 0 ? notice : '');
}

/** Elements for links from the tree to the first row of each section. */
function anchorsOf({ branches }: LinkRow | FindingRow, { branches: { all } }: PageView, seen: Set<number>): string {
  let anchors = '';
  for (const branch of branches) {
    for (let at: number | null = branch; at !== null && !seen.has(at); at = all[at]?.parent ?? null) {
      seen.add(at);
      anchors += `<span id="${filterId('section', String(at))}"></span>`;
    }
  }
  return anchors;
}

function linkGroup(kind: RowKind, rows: readonly LinkRow[], item: (row: LinkRow) => string): string {
  const { heading, lead } = rowKinds[kind];
  const sorted = rows.toSorted((a, b) => rankOf(a) - rankOf(b) || byPlace(a, b));
  return (
    `<section><details class="group" id="${filterId('verdict', kind)}" data-v="${kind}"${urgentKinds.has(kind) ? ' open' : ''}>` +
    `<summary><h3>${sign(kind)} ${heading} <span class="count">${countText(rows.length)}</span></h3></summary>` +
    `<p class="lead">${lead}</p>${listsOf(sorted.map(item))}</details></section>\n`
  );
}

function ruleGroups(
  kind: RowKind,
  rows: readonly FindingRow[],
  item: (row: FindingRow) => string,
  view: PageView,
): string {
  const { heading, lead } = rowKinds[kind];
  const byRule = [...groupBy(rows, ({ finding }) => finding.rule)].sort(([, a], [, b]) => a.length - b.length);
  const groups = byRule.map(([rule, found]) => {
    const open = kind !== 'info' && found.length <= mostUnfolded ? ' open' : '';
    const facts = view.rules.get(rule);
    const safe = found.filter(({ finding }) => finding.fix?.safe === true).length;
    const fixNote =
      safe === 0
        ? ''
        : ` <code class="whole">--fix</code> fixes ${safe === found.length ? (safe === 1 ? 'it' : 'all') : countText(safe)}.`;
    const why = facts === undefined ? '' : `${quoted(facts.why)} `;
    return (
      `<details class="group" data-v="${kind}" data-r="${view.ruleNumbers.get(rule)}"${open}>` +
      `<summary><h4>${sign(kind)} ${facts === undefined ? text(rule) : quoted(facts.summary)} ` +
      `<span class="count">${countText(found.length)}</span></h4></summary>` +
      `<p class="lead">${why}${view.ruleOf(rule)}${fixNote}</p>${listsOf(found.map(item))}</details>\n`
    );
  });
  return (
    `<section id="${filterId('verdict', kind)}"><h3>${heading} <span class="count">${countText(rows.length)}</span></h3>` +
    `<p class="lead">${lead}</p>\n${groups.join('')}</section>\n`
  );
}

function listsOf(items: readonly string[]): string {
  if (items.length <= mostDrawn) return `<ul class="rows">\n${items.join('')}</ul>`;
  const lists: string[] = [];
  for (let from = 0; from < items.length; from += mostDrawn)
    lists.push(`<ul class="rows many">\n${items.slice(from, from + mostDrawn).join('')}</ul>`);
  return lists.join('');
}

/** Verdicts without a finding come last. */
function rankOf({ kind, findings }: LinkRow): number {
  return findings.length === 0 && urgentKinds.has(kind) ? 1 : 0;
}

/** As the lists have them. */
function byPlace({ link: a }: LinkRow, { link: b }: LinkRow): number {
  const [one, two] = [a.occurrences[0], b.occurrences[0]];
  if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
  return one.path === two.path ? one.line - two.line || one.column - two.column : one.path < two.path ? -1 : 1;
}
