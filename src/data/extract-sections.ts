import { UserError } from '../model/errors.js';
import type { Heading, List } from '../model/list.js';
import { escaped } from '../text/escape-markdown.js';
import { type ItemReader, lineStart } from './extract-items.js';
import { headingDepth } from './heading-line.js';
import { pathSeparator } from './list-data.js';
import type { ExtractedSection } from './write-data.js';

/** The sections of the part of a list that has entries. */
export interface ExtractedPart {
  /** The offset of the first heading. */
  readonly start: number;
  /** The level of the highest headings. */
  readonly top: number;
  readonly sections: readonly ExtractedSection[];
}

/**
 * Reads the sections from the heading above the first entry, with those around it, to the last entry. With `plain`, text below
 * a heading is a block like those between entries. Throws a UserError where entries have no heading.
 */
export function extractedSections(
  list: List,
  extent: { readonly start: number; readonly end: number },
  reader: ItemReader,
  plain: boolean,
): ExtractedPart {
  const all = list.headings.filter(
    ({ form, node, position: { start } }) => form === 'heading' && node !== null && start.offset < extent.end,
  );
  const above = all.findLastIndex(({ position: { start } }) => start.offset < extent.start);
  if (above < 0) {
    const { line } = list.place(extent.start, extent.start).start;
    throw new UserError(
      `${list.path}:${line}: this entry is not below a Markdown heading, and data needs a section for each entry; add a heading`,
    );
  }
  const headings = all.slice(outermost(all, above));
  const top = Math.min(...headings.map(({ depth }) => depth));
  const open: { readonly depth: number; readonly title: string }[] = [];
  const paths = headings.map((heading) => {
    const { text, depth, position } = heading;
    if (text.includes(pathSeparator) || text.trim() === '')
      throw new UserError(
        `${list.path}:${position.start.line}: ${text.trim() === '' ? 'a section needs a title in data' : `\`${pathSeparator.trim()}\` in a title separates sections in data`}; rename the section`,
      );
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    open.push({ depth, title: text });
    return open.map(({ title }) => title);
  });
  const used = new Map<string, number>();
  const sections = headings.map((heading, index): ExtractedSection => {
    const { text, position } = heading;
    const path = paths[index] ?? [];
    const title = path.join(pathSeparator);
    const again = (used.get(title) ?? 0) + 1;
    used.set(title, again);
    const next = headings[index + 1];
    const from = position.end.offset;
    const to = next === undefined ? extent.end : lineStart(list.text, next.position.start.offset);
    const items = reader.read(from, to);
    const [first, ...others] = items;
    const described = !plain && first?.kind === 'block';
    return {
      id: again === 1 ? title : `${title} (${again})`,
      title,
      heading: markdownOf(heading, path.length - 1 + top, text, list),
      description: described ? first.text : null,
      items: described ? others : items,
      line: position.start.line,
    };
  });
  return { start: lineStart(list.text, headings[0]?.position.start.offset ?? 0), top, sections };
}

/** The index of the outermost heading around one: the nearest before it that no other is around. */
function outermost(all: readonly Heading[], index: number): number {
  let [at, depth] = [index, all[index]?.depth ?? 0];
  for (let before = index - 1; before >= 0; before--) {
    const own = all[before]?.depth ?? 0;
    if (own < depth) [at, depth] = [before, own];
  }
  return at;
}

/** The heading as Markdown; null where it is what its title gives. */
function markdownOf({ position, depth }: Heading, level: number, text: string, list: List): string | null {
  const start = lineStart(list.text, position.start.offset);
  const source = list.text.slice(start, position.end.offset).trimEnd();
  if (depth === level && source === `${'#'.repeat(depth)} ${escaped(text)}`) return null;
  if (headingDepth(source) !== depth)
    throw new UserError(`${list.path}:${position.start.line}: this heading is in a quote or an item; move it out`);
  return source;
}
