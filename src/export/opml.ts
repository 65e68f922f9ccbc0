import { UserError } from '../model/errors.js';
import { xmlText } from '../report/escape.js';
import { plural } from '../text/plural.js';
import type { ExportedEntry, ExportedList } from './exported.js';
import { feedOf } from './feed-link.js';

interface Outline {
  readonly title: string;
  readonly sections: Map<string, Outline>;
  readonly feeds: { readonly entry: ExportedEntry; readonly feed: string }[];
}

/**
 * The entries that have a feed, as a subscription list (OPML 2.0) with the sections as its folders. Throws a UserError for a
 * list of which no entry has one.
 */
export function exportOpml(list: ExportedList): string {
  const root: Outline = { title: '', sections: new Map(), feeds: [] };
  for (const entry of list.entries) {
    const feed = feedOf(entry);
    if (feed !== null) outlineAt(root, entry.section).feeds.push({ entry, feed });
  }
  const body = linesOf(root, 2);
  if (body.length === 0)
    throw new UserError(
      `${list.path}: none of its ${plural(list.entries.length, 'entry', 'entries')} has a feed, so there is nothing for OPML; use json, csv or html`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${xmlText(list.title ?? list.path)}</title>
  </head>
  <body>
${body.join('\n')}
  </body>
</opml>
`;
}

function outlineAt(root: Outline, titles: readonly string[]): Outline {
  let at = root;
  for (const title of titles) {
    const next = at.sections.get(title) ?? { title, sections: new Map(), feeds: [] };
    at.sections.set(title, next);
    at = next;
  }
  return at;
}

function linesOf({ feeds, sections }: Outline, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const own = feeds.map(({ entry: { name, url, description }, feed }) => {
    const page = url === null || url === feed || !/^https?:\/\//i.test(url) ? '' : attribute('htmlUrl', url);
    const about = description === null ? '' : attribute('description', description);
    return `${indent}<outline type="rss"${attribute('text', name)}${attribute('title', name)}${attribute('xmlUrl', feed)}${page}${about}/>`;
  });
  const below = [...sections.values()].flatMap((section) => [
    `${indent}<outline${attribute('text', section.title)}>`,
    ...linesOf(section, depth + 1),
    `${indent}</outline>`,
  ]);
  return [...own, ...below];
}

function attribute(name: string, value: string): string {
  return ` ${name}="${xmlText(value)}"`;
}
