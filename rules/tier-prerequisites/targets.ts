import leven from 'leven';
import type { Link, List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import { foldName } from '../../src/text/fold-name.js';
import { addTo } from '../../src/text/group-by.js';
import { samePage } from '../../src/url/same-page.js';

/** Something of a list that can be required. */
export interface TierTarget {
  readonly name: string;
  readonly position: Position;
}

/** Finds what a name or a link means. */
export interface TierTargets {
  /** Of this very name, case and marks aside. */
  named(name: string): readonly TierTarget[];
  /** Of this name with something more behind a colon or in parentheses. */
  shortened(name: string): readonly TierTarget[];
  /** The one whose name is a slip of the pen away; null for none or several. */
  near(name: string): TierTarget | null;
  linked(link: Link): readonly TierTarget[];
}

/** Indexes the entries, sections and tiers of a list. */
export function targetsOf(list: List): TierTargets {
  const [byName, byShort, byUrl, bySlug] = [index(), index(), index(), index()];
  const add = (name: string, position: Position): void => {
    put(byName, foldName(name), { name, position });
    const more = name.slice(3).search(/:\s|\(/);
    const short = name.slice(0, more + 3).trimEnd();
    if (more >= 0) put(byShort, foldName(short), { name: short, position });
  };
  const names = [
    ...list.entries,
    ...list.sections.flatMap(({ title, position, role }) => (role === 'content' ? [{ name: title, position }] : [])),
    ...list.tiers.flatMap(({ label, title, position }) =>
      [...new Set([label, title ?? label])].map((name) => ({ name, position })),
    ),
  ].sort((a, b) => a.position.start.offset - b.position.start.offset);
  for (const { name, position } of names) add(name, position);
  for (const { name, position, url } of list.entries) if (url !== null) put(byUrl, samePage(url), { name, position });
  for (const { id, position } of list.anchors) put(bySlug, id, { name: `#${id}`, position });
  for (const { slug, text, node } of list.headings)
    if (node !== null) bySlug.set(slug, [{ name: text, position: node.position }]);
  let searches = mostSearches;
  return {
    named: (name) => byName.get(foldName(name)) ?? [],
    shortened: (name) => byShort.get(foldName(name)) ?? [],
    near: (name) => (searches-- > 0 ? nearest(foldName(name), byName) : null),
    linked: ({ url, sort }) =>
      (sort === 'fragment' ? bySlug.get(decode(url.slice(1))) : sort === 'web' ? byUrl.get(samePage(url)) : null) ?? [],
  };
}

/** So many names are compared with all others. */
const mostSearches = 200;
/** So many things of one name are known, the first of the list. */
const mostAlike = 20;

const index = (): Map<string, TierTarget[]> => new Map();

function put(targets: Map<string, TierTarget[]>, key: string, target: TierTarget): void {
  if ((targets.get(key)?.length ?? 0) < mostAlike) addTo(targets, key, target);
}

/** Long names only; numbers and plurals tell names apart. */
function nearest(wanted: string, byName: ReadonlyMap<string, readonly TierTarget[]>): TierTarget | null {
  const found: TierTarget[] = [];
  const allowed = wanted.length < 14 ? 1 : 2;
  if (wanted.length < 8) return null;
  for (const [name, [target]] of byName) {
    if (Math.abs(name.length - wanted.length) > allowed || digits(name) !== digits(wanted)) continue;
    if (target === undefined || name.replace(/s$/, '') === wanted.replace(/s$/, '')) continue;
    if (leven(name, wanted) <= allowed) found.push(target);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

const digits = (text: string): string => text.replace(/\P{N}/gu, '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
