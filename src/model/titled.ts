import { mainContents } from './contents.js';
import type { List, Section } from './list.js';

/** Other words for contents; a section of another name must be nothing but a table of contents. */
const usual = /^(?:(?:table of |list of |summary of )?contents?|toc|index|table|menu|navigation|outline)\W*$/i;

/** The section that holds the main table of contents; null where there is none, or where the list is in another language. */
export function contentsSection(list: List): Section | null {
  const contents = mainContents(list);
  const from = contents?.position.start.offset ?? 0;
  const to = contents?.position.end.offset ?? 0;
  const sections = list.sections.filter((one) => one.role === 'contents' && one.form !== 'item');
  const around = sections.findLast(({ position }) => position.start.offset <= from && position.end.offset >= to);
  const section =
    sections.find((one) => usual.test(one.title)) ??
    around ??
    (contents === null && sections.length === 1 ? sections[0] : undefined);
  if (section === undefined || !/^en\b/.test(list.lang ?? 'en') || /[^\p{ASCII}\p{P}]/u.test(section.title))
    return null;
  // What a program writes anew it would name anew as well.
  if (section.form === 'bold' && list.comments.some((comment) => /\bdoctoc\b/i.test(comment.text))) return null;
  if (usual.test(section.title)) return section;
  if (contents === null || section.prose.length > 0 || section.children.length > 0) return null;
  const listed = new Set(contents.items.flatMap(({ heading }) => (heading === null ? [] : [heading])));
  const depth = Math.min(...[...listed].map((heading) => heading.depth));
  const level = list.headings.filter((one) => one.depth === depth && one.position.start.offset > from);
  return level.filter((one) => listed.has(one)).length * 3 >= level.length * 2 ? section : null;
}
