import type { Fix } from '../model/finding.js';
import type { Contents, ContentsItem, Entry, Heading, List, Section, Tier } from '../model/list.js';
import { foldName } from '../text/fold-name.js';
import { longestRun } from '../text/longest-increasing.js';
import { removeLine } from './edits.js';

/** The contents that lists the most headings; null when none lists headings for at least half of its lines. */
export function mainContents(list: List): Contents | null {
  const texts = new Set(list.headings.map((heading) => foldName(heading.text)));
  let best: { readonly contents: Contents; readonly hits: number } | null = null;
  for (const contents of list.contents) {
    const hits = contents.items.filter(({ text, heading }) => heading !== null || texts.has(foldName(text))).length;
    const lines = contents.items.filter(({ link }) => link !== null).length;
    if (hits * 2 >= lines && hits > (best?.hits ?? 1)) best = { contents, hits };
  }
  return best?.contents ?? null;
}

/**
 * The headings that the contents should list: those of the first `levels` levels it lists, where it lists three in five
 * of the first level or nine in ten of another; and those whose siblings under one heading it lists, all but one in
 * ten. Zero levels is any number. A name that occurs three times need not be listed.
 */
export function wantedHeadings(
  list: List,
  listed: ReadonlyMap<Heading, unknown>,
  levels: number,
  from: number,
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
  const content = list.headings.filter(
    (heading) => !isExempt(heading, list, from) && !isRepeated(heading) && !isNote(heading),
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
      const share = group === level && depth === depths[0] ? 3 / 5 : 9 / 10;
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
  // awesome-lint wants it left out, others list it.
  if (node.type === 'section' && /^related lists?$/i.test(node.title)) return true;
  const lineEnd = list.text.indexOf('\n', position.end.offset);
  const line = list.text.slice(position.start.offset, lineEnd < 0 ? undefined : lineEnd);
  return /<!--\s*(?:omit (?:in|from) toc|no toc)\s*-->/i.test(line);
}

/** Headings of one level by the node around them. */
function siblingsIn(level: readonly Heading[]): readonly (readonly Heading[])[] {
  const groups = new Map<unknown, Heading[]>();
  for (const heading of level) {
    const parent = heading.node?.parent ?? null;
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [heading]);
    else group.push(heading);
  }
  return [...groups.values()];
}

/** The smallest set of lines that are out of the order of their sections. */
export function misplaced(
  items: readonly ContentsItem[],
  list: List,
): readonly { readonly item: ContentsItem; readonly where: string }[] {
  const indices = new Map(list.headings.map((heading, index) => [heading, index]));
  const places = items.map(({ heading }) => (heading === null ? -1 : (indices.get(heading) ?? -1)));
  const kept = longestRun(places);
  const stays = [...kept].sort((a, b) => a - b);
  return items.flatMap((item, index) => {
    // Below the line of another section it is a cross-reference, and no move.
    if (kept.has(index) || !isBelowItsParent(item, items, index)) return [];
    const after = items[lastBelow(stays, (other) => (places[other] ?? 0) < (places[index] ?? 0)) ?? -1];
    return [{ item, where: after === undefined ? 'to the top' : `after \`${after.text}\`` }];
  });
}

/** The last of some values for which a test holds that holds for those before it, too. */
function lastBelow(values: readonly number[], holds: (value: number) => boolean): number | undefined {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

function isBelowItsParent(item: ContentsItem, items: readonly ContentsItem[], index: number): boolean {
  const above = items.slice(Math.max(0, index - 200), index).findLast((other) => other.depth < item.depth)
    ?.heading?.node;
  return above === undefined || above === null || item.heading?.node?.parent === above;
}

/** Removes the line of an item, when nothing else is on it and nothing is nested below; never safe, since the section may only have another name. */
export function removeItem(item: ContentsItem, contents: Contents, list: List): Fix | null {
  const index = indexOf(item, contents);
  const nested = (contents.items[index + 1]?.depth ?? 0) > item.depth;
  // Lines are in document order, so what shares one is next to it.
  const shared = [contents.items[index - 1], contents.items[index + 1]].some(
    (other) => other?.position.start.line === item.position.start.line,
  );
  const edit = contents.plain && !nested && !shared ? removeLine(item.position, list.text) : null;
  return edit === null ? null : { safe: false, edits: [edit] };
}

const indices = new WeakMap<Contents, ReadonlyMap<ContentsItem, number>>();

function indexOf(item: ContentsItem, contents: Contents): number {
  const known = indices.get(contents) ?? new Map(contents.items.map((each, index) => [each, index]));
  indices.set(contents, known);
  return known.get(item) ?? -1;
}

/** Adds a line after that of the section before, in the style of the list. */
export function insertItem(
  heading: Heading,
  wanted: readonly Heading[],
  listed: ReadonlyMap<Heading, ContentsItem>,
  contents: Contents,
  list: List,
): Fix | null {
  if (!contents.plain || contents.marker === null || /\d/.test(contents.marker)) return null;
  const peers = wanted.filter((each) => each.depth === heading.depth);
  const before = peers.slice(0, peers.indexOf(heading)).findLast((each) => listed.has(each));
  const model = before === undefined ? undefined : listed.get(before);
  if (model === undefined) return null;
  // Below the peer's own nested lines.
  const index = indexOf(model, contents);
  const next = contents.items.findIndex((item, at) => at > index && item.depth <= model.depth);
  const last = contents.items[(next < 0 ? contents.items.length : next) - 1] ?? model;
  const end = last.position.end.offset;
  const { start } = model.position;
  const lead = list.text.slice(start.offset - (start.column - 1), start.offset);
  const bullet = /^[-*+][ \t]+/.exec(list.text.slice(start.offset, start.offset + 8))?.[0];
  const parent = heading.node?.parent;
  const samePlace = before?.node?.parent === parent;
  if (
    bullet === undefined ||
    lead.trim() !== '' ||
    !samePlace ||
    !/^[ \t]*(?:\r?\n|$)/.test(list.text.slice(end, end + 40))
  )
    return null;
  const title = heading.text.replace(/([\\[\]])/g, '\\$1');
  // In contents of another order the place is a guess.
  const following = next < 0 ? null : contents.items[next]?.heading;
  const safe = (following?.position.start.offset ?? Number.POSITIVE_INFINITY) > heading.position.start.offset;
  return { safe, edits: [{ start: end, end, text: `\n${lead}${bullet}[${title}](#${heading.slug})` }] };
}
