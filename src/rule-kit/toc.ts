import type { Contents, Entry, Heading, Link, List, Section, Tier } from '../model/list.js';
import { firstFrom, lastUpTo } from '../text/document-order.js';
import { foldName } from '../text/fold-name.js';
import { groupBy } from '../text/group-by.js';

/**
 * The contents that lists the most headings, first among those in a section for contents; null when none lists headings for
 * at least half of its lines.
 */
export function mainContents(list: List): Contents | null {
  const texts = new Set(list.headings.map((heading) => foldName(heading.text)));
  let best: { readonly contents: Contents; readonly hits: number; readonly isTitled: boolean } | null = null;
  for (const contents of list.contents) {
    const hits = contents.items.filter(({ text, heading }) => heading !== null || texts.has(foldName(text))).length;
    const lines = contents.items.filter(({ link }) => link !== null).length;
    if (hits * 2 < lines || hits < 2) continue;
    const { offset } = contents.position.start;
    const isTitled = isInContents(list, offset);
    const isBetter = isTitled === best?.isTitled ? hits > best.hits : best === null || isTitled;
    if (isBetter) best = { contents, hits, isTitled };
  }
  return best?.contents ?? null;
}

/** True in a section for contents, or in one below it. */
function isInContents(list: List, offset: number): boolean {
  let node: Section | Tier | List = lastUpTo(list.sections, offset) ?? list;
  while (node.type !== 'list') {
    if (node.type === 'section' && node.role === 'contents' && offset < node.position.end.offset) return true;
    node = node.parent;
  }
  return false;
}

/**
 * The headings that the contents should list: those of the first `levels` levels it lists, where it lists three in five
 * of the first level or nine in ten of another; and those whose siblings under one heading it lists, all but one in
 * ten. Zero levels is any number. A name that occurs three times need not be listed. Of what a generator has written, three
 * in five are enough everywhere, since some edit it afterwards.
 */
export function wantedHeadings(
  list: List,
  { generated, position }: Contents,
  listed: ReadonlyMap<Heading, unknown>,
  levels: number,
): readonly Heading[] {
  const counts = new Map<string, number>();
  for (const { text } of list.headings) counts.set(foldName(text), (counts.get(foldName(text)) ?? 0) + 1);
  const isRepeated = (heading: Heading): boolean =>
    !listed.has(heading) && (counts.get(foldName(heading.text)) ?? 0) > 2;
  // In contents of sections with entries, one that has none is a note or a pointer to another place.
  const known = list.headings.filter((heading) => listed.has(heading));
  const full = known.filter(holdsEntries).length;
  const isNote = (heading: Heading): boolean =>
    full >= known.length * (9 / 10) && !listed.has(heading) && !holdsEntries(heading);
  const pictures = list.links.filter(({ image, alt, url }) => image && /sponsor/i.test(`${alt ?? ''} ${url}`));
  const content = list.headings.filter(
    (heading) =>
      !isExempt(heading, list, position.start.offset) &&
      !isRepeated(heading) &&
      !isNote(heading) &&
      !isAdvertised(heading, pictures),
  );
  const depths = [...new Set(list.headings.flatMap((heading) => (listed.has(heading) ? [heading.depth] : [])))];
  depths.sort((a, b) => a - b);
  const judged = levels === 0 ? depths : depths.slice(0, levels);
  const wanted = new Set<Heading>();
  for (const depth of judged) {
    const all = content.filter((heading) => heading.depth === depth);
    // Where it lists none of the several sections below one, that one is all it lists.
    const isLeft = (group: readonly Heading[]): boolean =>
      group.length > 1 && group[0]?.node?.parent.type === 'section' && !group.some((heading) => listed.has(heading));
    const left = new Set(siblingsIn(all).filter(isLeft).flat());
    const level = all.filter((heading) => !left.has(heading));
    for (const group of [level, ...siblingsIn(level)]) {
      const known = group.filter((heading) => listed.has(heading));
      const share = generated || (group === level && depth === depths[0]) ? 3 / 5 : 9 / 10;
      const most = known.length >= group.length * share && (group === level || known.length > 1);
      for (const heading of most ? group : known) wanted.add(heading);
    }
  }
  return [...wanted].sort((a, b) => a.position.start.offset - b.position.start.offset);
}

function holdsEntries({ node }: Heading): boolean {
  const holds = (one: Section | Tier | Entry): boolean => one.type === 'entry' || one.children.some(holds);
  return node !== null && holds(node);
}

/** What a table of contents need not list: what a reader has read when they come to it, what is about the list itself, and what says so. */
function isExempt({ node, position }: Heading, list: List, from: number): boolean {
  if (position.start.offset < from) return true;
  if (node === null || (node.type === 'section' && node.role !== 'content')) return true;
  // Some list these, and awesome-lint wants the second left out.
  if (node.type === 'section' && /^(?:faqs?|q ?& ?a|frequently asked questions|related lists?)$/i.test(node.title))
    return true;
  const lineEnd = list.text.indexOf('\n', position.end.offset);
  const line = list.text.slice(position.start.offset, lineEnd < 0 ? undefined : lineEnd);
  return /<!--\s*(?:omit (?:in|from) toc|no toc)\s*-->/i.test(line);
}

/** True for a section with one of the pictures of sponsors that describes no entry: it is not what readers look for. */
function isAdvertised({ node }: Heading, pictures: readonly Link[]): boolean {
  if (node?.type !== 'section' || holdsDescription(node)) return false;
  const { start, end } = node.position;
  const picture = pictures[firstFrom(pictures, start.offset)];
  return picture !== undefined && picture.position.start.offset < end.offset;
}

function holdsDescription(one: Section | Tier | Entry): boolean {
  return (one.type === 'entry' && one.description !== null) || one.children.some(holdsDescription);
}

/** Headings of one level by the node around them. */
function siblingsIn(level: readonly Heading[]): readonly (readonly Heading[])[] {
  return [...groupBy(level, ({ node }) => node?.parent ?? null).values()];
}
