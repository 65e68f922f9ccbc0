import { dayOrEmpty } from '../../report/html/link-row.js';
import { text, webLink } from '../../report/html/markup.js';
import { countText } from '../../text/plural.js';
import type { ExportedEntry, Health } from '../exported.js';
import type { Facet } from './facets.js';

/** One entry: its name, what it is, and what is known about it. */
export function entryRow(entry: ExportedEntry, depth: number, facets: readonly Facet[]): string {
  const { name, url, kind, description, health } = entry;
  const values = facets.map(({ values, of }) => {
    const value = of(entry);
    return value === null ? '' : String(values.indexOf(value));
  });
  const filters = values.some((value) => value !== '') ? ` data-f="${values.join(',')}"` : '';
  const nested = depth > 0 ? ` class="in${depth}"` : '';
  const title =
    url === null
      ? `<b>${text(name, 300)}</b>`
      : webLink(url, name).replace('<span class="url">', '<span class="url plain">');
  const about = description === null ? '' : `<p class="says" dir="auto">${text(description)}</p>`;
  const facts = factsOf(entry);
  const small = facts.length === 0 ? '' : `<p class="facts">${facts.join(' · ')}</p>`;
  return `<li${nested}${filters}><p class="name" dir="auto">${title}${kind === null ? '' : ` <span class="kind">${text(kind, 60)}</span>`}${health === null ? '' : healthMark(health)}</p>${about}${small}</li>`;
}

function factsOf({ fields, added, links, health }: ExportedEntry): readonly string[] {
  const shown = Object.entries(fields ?? {}).flatMap(([name, value]) => {
    if (value === null || value === '' || value === false) return [];
    if (value === true) return [text(name, 60)];
    return [
      `<span class="field">${text(name, 60)}</span> ${typeof value === 'number' ? countText(value) : text(value, 120)}`,
    ];
  });
  const others = links.filter(({ url, text: label }) => /^https?:/i.test(url) && label !== '').slice(0, 6);
  const moved = health?.verdict === 'moved' && health.finalUrl !== null ? [`now at ${webLink(health.finalUrl)}`] : [];
  const date = added === null ? [] : [`added <time datetime="${text(added.at)}">${dayOrEmpty(added.at)}</time>`];
  return [...moved, ...shown, ...others.map(({ url, text: label }) => webLink(url, label)), ...date];
}

/** Trouble is marked; that a link works goes without saying. */
function healthMark({ verdict, checkedAt }: Health): string {
  const words = { broken: 'dead link', suspect: 'suspect link', moved: 'moved', unreachable: 'unreachable' };
  const said = words[verdict as keyof typeof words];
  if (said === undefined) return '';
  return ` <span class="mark k-${verdict}" title="checked ${text(dayOrEmpty(checkedAt))}">${said}</span>`;
}
