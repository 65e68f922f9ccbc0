import type { Contents, ContentsItem, Heading, List } from '../../src/model/list.js';
import { wantedHeadings } from '../../src/rule-kit/toc.js';
import { areSurelyRelated, foldName, foldSignedName, similarity } from '../../src/text/fold-name.js';
import { groupBy } from '../../src/text/group-by.js';
import { spellingsOf } from '../../src/text/slug.js';

/** Finds the heading that a line leads to on GitHub, which ignores case and adds `user-content-` itself. */
export function targetFinder({ headings }: List): (item: ContentsItem) => Heading | null {
  const bySlug = new Map(
    headings.flatMap((heading) =>
      [heading.slug, ...spellingsOf(heading.slug)].map((id) => [id.toLowerCase(), heading]),
    ),
  );
  return ({ heading, fragment }) => {
    if (heading !== null || fragment === null) return heading;
    return bySlug.get(fragment.toLowerCase().replace(/^user-content-/, '')) ?? null;
  };
}

/** The headings that contents should list, and those of them that no contents of the file list. */
export function unlistedIn(
  list: List,
  contents: Contents,
  listed: ReadonlyMap<Heading, unknown>,
  maxDepth: number | 'consistent',
): { readonly wanted: readonly Heading[]; readonly missing: Set<Heading> } {
  const depth = maxDepth === 'consistent' ? 0 : maxDepth;
  const wanted = wantedHeadings(list, contents, listed, depth);
  // Contents may be split into several lists.
  const targetOf = targetFinder(list);
  const elsewhere = new Set(list.contents.flatMap((one) => one.items.map(targetOf)));
  // A line may lead to the file where a section is now, or to what it is about.
  const leadsOut = ({ link, fragment }: ContentsItem): boolean => link !== null && fragment === null;
  const outside = new Set(contents.items.filter(leadsOut).map(({ text }) => foldName(text)));
  const isListed = (heading: Heading): boolean =>
    listed.has(heading) || elsewhere.has(heading) || outside.has(foldName(heading.text));
  const missing = new Set(wanted.filter((heading) => !isListed(heading)));
  return { wanted, missing };
}

/** Offsets between which the section of a line is expected: those of the headings of the lines before and after it. */
export function gapAround(items: readonly ContentsItem[], index: number): readonly [from: number, to: number] {
  const before = items.slice(Math.max(0, index - 200), index).findLast(({ heading }) => heading !== null);
  const after = items.slice(index + 1, index + 200).find(({ heading }) => heading !== null);
  return [
    before?.heading?.position.start.offset ?? 0,
    after?.heading?.position.start.offset ?? Number.POSITIVE_INFINITY,
  ];
}

/** What a line with an unknown fragment means. */
export interface Meant {
  readonly heading: Heading;
  /** True when its name says so, or when it is the only heading left over at this place and has a related name. */
  readonly certain: boolean;
}

/** So many lines get a suggestion by similarity, among so many headings: each costs time for each heading. */
const [mostLines, mostHeadings] = [200, 2_000];

/**
 * Finds the heading that a line with an unknown fragment means, given those that the contents should list and do not,
 * those that other lines lead to, and the offsets between which it is expected. Null for none, `ambiguous` for several of one name.
 */
export function meantFinder(
  list: List,
  missing: ReadonlySet<Heading>,
  listed: ReadonlyMap<Heading, unknown>,
): (item: ContentsItem, around: readonly [from: number, to: number]) => Meant | 'ambiguous' | null {
  const byName = groupBy(list.headings, ({ text }) => foldSignedName(text));
  const bySlug = groupBy(list.headings, ({ slug }) => foldName(slug));
  const free = (): readonly Heading[] =>
    list.headings.filter((heading) => heading.node !== null && !listed.has(heading));
  let searches = 0;
  return ({ text, fragment }, [from, to]) => {
    const name = foldSignedName(text);
    const namesakes = name === '' ? [] : (byName.get(name) ?? []);
    const named = only(namesakes.filter((each) => missing.has(each))) ?? only(namesakes);
    if (named !== null) return { heading: named, certain: true };
    if (namesakes.length > 1) return 'ambiguous';
    const folded = foldName(fragment ?? '');
    const slugged = folded === '' ? null : only(bySlug.get(folded) ?? []);
    if (slugged !== null)
      return { heading: slugged, certain: !hasSign.test(fragment ?? '') && isNoOther(text, slugged.text) };
    const here = [...missing].filter(({ position: { start } }) => start.offset > from && start.offset < to);
    const left = only(here);
    if (left !== null && areSurelyRelated(text, left.text)) return { heading: left, certain: true };
    searches += 1;
    if (searches > mostLines) return null;
    const near = nearest(text, here.slice(0, mostHeadings), 0.5) ?? nearest(text, free().slice(0, mostHeadings), 0.8);
    return near === null ? null : { heading: near, certain: false };
  };
}

/** A sign in a fragment, as in `#c++`, which no anchor has: the section may be another. */
const hasSign = /[+#]|%2b|%23/i;

/** False for names that differ in signs alone, as `C++` and `C` do. */
function isNoOther(text: string, title: string): boolean {
  return foldName(text) !== foldName(title) || foldSignedName(text) === foldSignedName(title);
}

function only<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

/** The heading whose name shares most with a text, and no less than `least`. */
function nearest(text: string, headings: readonly Heading[], least: number): Heading | null {
  let best: Heading | null = null;
  let most = least;
  for (const heading of headings) {
    const share = similarity(text, heading.text);
    if (share >= most && (best === null || share > most)) [best, most] = [heading, share];
  }
  return best;
}
