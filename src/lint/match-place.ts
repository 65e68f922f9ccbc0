import { UserError } from '../model/errors.js';
import type { Entry, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { PatternTest } from '../text/regex-timeout.js';

/** Tells whether a name, a URL or a title is meant. */
export type Match = (text: string, test: PatternTest) => boolean;

const slashed = /^\/(.+)\/([a-z]*)$/s;

/** True for a regular expression between slashes, which may take long. */
export function isPattern(text: string): boolean {
  return slashed.test(text);
}

/**
 * Reads what a configuration calls entries, links and sections by: names, URLs, both with `*` for any characters, or regular
 * expressions between slashes. Case counts only in the latter. Null for none.
 * @param where begins the message of the UserError for a regular expression that is not valid
 */
export function matcherOf(patterns: unknown, where: (pattern: string) => string): Match | null {
  if (!Array.isArray(patterns) || patterns.length === 0) return null;
  const matches = patterns.map((pattern): Match => {
    const text = String(pattern);
    const written = slashed.exec(text);
    if (written === null) {
      const wanted = text.toLowerCase();
      const parts = wanted.split('*');
      return (tried) => tried.toLowerCase() === wanted || (parts.length > 1 && hasParts(tried.toLowerCase(), parts));
    }
    try {
      const regex = new RegExp(written[1] ?? '', (written[2] ?? '').replace(/[gy]/g, ''));
      return (tried, test) => test(regex, tried);
    } catch {
      throw new UserError(`${where(text)} is not a valid regular expression`);
    }
  });
  return (text, test) => matches.some((match) => match(text, test));
}

/** True where a text is the parts in their order, with anything between them. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** The innermost entry around a place. */
export function entryAt(list: List, place: Position): Entry | null {
  let node: Entry | Section | Tier | List | undefined = lastBefore(list.entries, place.start.offset);
  while (node?.type === 'entry') {
    if (place.start.offset < node.position.end.offset) return node;
    node = node.parent;
  }
  return null;
}

/** Titles of the sections and tiers around a place, innermost first. */
export function titlesAt(list: List, place: Position, entry: Entry | null): readonly string[] {
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
