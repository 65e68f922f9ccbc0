import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { UserError } from '../model/errors.js';
import { version } from '../model/version.js';
import { xmlText } from '../report/escape.js';
import { samePage } from '../url/same-page.js';
import type { ExportedEntry, ExportedList } from './exported.js';

/** A feed has so many entries, the newest. */
const mostEntries = 50;

type Dated = ExportedEntry & { readonly url: string; readonly added: NonNullable<ExportedEntry['added']> };

/**
 * The entries that were added last, as an Atom feed (RFC 4287), dated by the commits that added their URLs. The id of an entry
 * depends on its URL and its repository alone, so it stays when the text changes. Throws a UserError where git tells no date.
 */
export function exportAtom(list: ExportedList): string {
  const dated = list.entries.filter(isDated).toSorted((a, b) => compare(b.added.at, a.added.at));
  const seen = new Set<string>();
  const entries = dated.filter(({ url }) => !seen.has(samePage(url)) && seen.add(samePage(url))).slice(0, mostEntries);
  const [newest] = entries;
  if (newest === undefined)
    throw new UserError(
      `${list.path}: git does not know when any entry was added, so the Atom feed would be empty; run this in a clone with full history`,
    );
  const origin = list.repository ?? `${posix.basename(list.path)}\n${list.title ?? ''}`;
  const home = list.repository === null ? '' : `  <link rel="alternate" href="${xmlText(list.repository)}"/>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>${xmlText(list.title ?? list.path)}</title>
  <id>${idOf(origin, '')}</id>
${home}  <updated>${newest.added.at}</updated>
  <author><name>${xmlText(authorOf(list))}</name></author>
  <generator version="${version}">listwright</generator>
${entries.map((entry) => entryOf(entry, origin)).join('\n')}
</feed>
`;
}

function isDated(entry: ExportedEntry): entry is Dated {
  return entry.added !== null && entry.url !== null && /^https?:\/\//i.test(entry.url);
}

function entryOf({ name, url, description, section, added }: Dated, origin: string): string {
  const summary = description === null ? '' : `\n    <summary>${xmlText(description)}</summary>`;
  const categories = section.map((title) => `\n    <category term="${xmlText(title)}"/>`).join('');
  return `  <entry>
    <title>${xmlText(name)}</title>
    <id>${idOf(origin, samePage(url))}</id>
    <link rel="alternate" href="${xmlText(url)}"/>
    <published>${added.at}</published>
    <updated>${added.at}</updated>${summary}${categories}
  </entry>`;
}

function authorOf({ repository, title, path }: ExportedList): string {
  return (repository === null ? null : new URL(repository).pathname.split('/')[1]) ?? title ?? path;
}

/** A UUID of version 8 made from the words alone (RFC 9562, section 5.8). */
function idOf(origin: string, key: string): string {
  const hex = createHash('sha256').update(`listwright\n${origin}\n${key}`).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
