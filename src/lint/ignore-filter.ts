import type { Entry, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { RuleSetting } from '../model/settings.js';
import { isRegex, nameMatcher } from '../text/name-patterns.js';
import { type PatternTest, withPatterns } from '../text/regex-timeout.js';
import type { RawFinding } from './run-rule.js';

/** What the `ignore` and `sections` options of one rule let through. */
interface Filter {
  readonly lets: (spoken: RawFinding, test: PatternTest) => boolean;
  /** True when it tries regular expressions. */
  readonly tries: boolean;
}

/** Drops the findings that the `ignore` and `sections` options of their rules take out. Throws a UserError for a pattern that is none, or that takes too long. */
export function ignoreFilter(list: List): (spoken: readonly RawFinding[]) => readonly RawFinding[] {
  const compiled = new Map<object, Filter>();
  const filterOf = ({ options, rule }: RuleSetting): Filter => {
    const known = compiled.get(options) ?? compile(options, rule.id, list);
    compiled.set(options, known);
    return known;
  };
  const never: PatternTest = () => false;
  return (spoken) => {
    const lets = (one: RawFinding, test: PatternTest): boolean => filterOf(one.setting).lets(one, test);
    const plain = spoken.every((one) => !filterOf(one.setting).tries);
    return plain
      ? spoken.filter((one) => lets(one, never))
      : withPatterns('rules', (test) => spoken.filter((one) => lets(one, test)));
  };
}

function compile(options: object, rule: string, list: List): Filter {
  const sections = 'sections' in options && options.sections !== null ? Object(options.sections) : {};
  const given = ['ignore' in options ? options.ignore : [], sections.only ?? [], sections.except ?? []];
  const [ignore = null, only = null, except = null] = given.map((patterns) => nameMatcher(patterns, rule));
  if (ignore === null && only === null && except === null) return { lets: () => true, tries: false };
  const lets: Filter['lets'] = ({ finding, link, either }, test) => {
    const entry = entryAt(list, finding);
    const titles = titlesAt(list, finding, entry);
    if (only !== null && !titles.some((title) => only(title, test))) return false;
    if (except !== null && titles.some((title) => except(title, test))) return false;
    if (ignore === null) return true;
    const copies = either.map((place) => entryAt(list, place));
    const names = [finding.url, link?.url, link?.text, entry === null ? titles[0] : null];
    for (const one of [entry, ...copies]) names.push(one?.name, one?.url);
    return !names.some((name) => typeof name === 'string' && ignore(name, test));
  };
  return { lets, tries: given.flat().some(isRegex) };
}

/** The innermost entry around a place. */
function entryAt(list: List, place: Position): Entry | null {
  let node: Entry | Section | Tier | List | undefined = lastBefore(list.entries, place.start.offset);
  while (node?.type === 'entry') {
    if (place.start.offset < node.position.end.offset) return node;
    node = node.parent;
  }
  return null;
}

/** Titles of the sections and tiers around a place, innermost first. */
function titlesAt(list: List, place: Position, entry: Entry | null): readonly string[] {
  const section = lastBefore(list.sections, place.start.offset);
  const tier = lastBefore(list.tiers, place.start.offset);
  const inner =
    section && tier ? (section.position.start.offset > tier.position.start.offset ? section : tier) : (section ?? tier);
  const titles: string[] = [];
  let node: Entry | Section | Tier | List | undefined = entry ?? inner;
  while (node !== undefined && node.type !== 'list') {
    if (node.type !== 'entry' && place.start.offset < node.position.end.offset) {
      titles.push(node.type === 'tier' ? node.label : node.title);
    }
    node = node.parent;
  }
  return titles;
}

/** The last node that starts at or before an offset; nodes are in document order. */
function lastBefore<Node extends { readonly position: Position }>(
  nodes: readonly Node[],
  offset: number,
): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.position.start.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
