import { groupBy } from '../../text/group-by.js';
import { countText } from '../../text/plural.js';
import { bar } from './chart.js';
import { durationText, filterLink, text } from './markup.js';
import { type RowKind, urgentKinds } from './row-kinds.js';
import type { LinkRow } from './rows.js';

/** A table shows this many hosts. */
const mostHosts = 8;

interface Host {
  readonly name: string;
  readonly links: number;
  readonly troubles: number;
  readonly counts: Partial<Record<RowKind, number>>;
  /** The longest time that a link of it took in this run, in milliseconds. */
  readonly slowest: number;
}

/** Tables of the hosts with the most troubles and of the slowest; empty where no host was asked. */
export function hostTables(rows: readonly LinkRow[]): string {
  const hosts = [...groupBy(rows, ({ link }) => hostOf(link.url))].flatMap(([name, found]) =>
    name === null ? [] : [hostFacts(name, found)],
  );
  const worst = hosts
    .filter(({ troubles }) => troubles > 0)
    .sort((a, b) => b.troubles - a.troubles || b.links - a.links || order(a, b))
    .slice(0, mostHosts)
    .map((host) => [link(host), bar(host.counts, ''), `${countText(host.troubles)} of ${countText(host.links)}`]);
  const slow = hosts
    .filter(({ slowest }) => slowest >= 1)
    .sort((a, b) => b.slowest - a.slowest || order(a, b))
    .slice(0, mostHosts)
    .map((host) => [link(host), countText(host.links), durationText(host.slowest)]);
  return (
    table('Worst hosts', ['Host', 'Health', 'In trouble'], worst) +
    table('Slowest hosts', ['Host', 'Links', 'Slowest'], slow)
  );
}

function hostFacts(name: string, rows: readonly LinkRow[]): Host {
  const counts: Partial<Record<RowKind, number>> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    ...{ name, links: rows.length, counts },
    troubles: rows.filter(({ kind }) => urgentKinds.has(kind)).length,
    slowest: rows.reduce((most, { link }) => (link.cached ? most : Math.max(most, link.durationMs)), 0),
  };
}

/** The host of an address of the web, without `www.`; null for other addresses. */
function hostOf(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    return new URL(url).hostname.replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}

function order(a: Host, b: Host): number {
  return a.name < b.name ? -1 : 1;
}

function link({ name }: Host): string {
  return filterLink('text', name, text(name, 60));
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>\n`;
}
