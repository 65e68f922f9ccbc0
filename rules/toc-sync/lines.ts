import type { Fix } from '../../src/model/finding.js';
import type { Contents, ContentsItem, Heading, List } from '../../src/model/list.js';
import { removeLine } from '../../src/rule-kit/edits.js';
import { slugOf } from '../../src/text/slug.js';
import { breaksAlphabet } from './order.js';

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
  const name = inStyle(heading.text, listed);
  const link = linkLike(model, list.text.slice(start.offset + bullet.length, model.position.end.offset), heading, name);
  // In contents of another order the place is a guess.
  const following = next < 0 ? null : contents.items[next]?.heading;
  const safe =
    link.sure &&
    (following?.position.start.offset ?? Number.POSITIVE_INFINITY) > heading.position.start.offset &&
    !breaksAlphabet(name, model, contents.items, list.lang);
  return { safe, edits: [{ start: end, end, text: `\n${lead}${bullet}${link.text}` }] };
}

/**
 * A link to a heading, written as the one of the model: with a title that repeats the name, or with the capitals of the heading
 * in the fragment, which GitHub finds in any case. Not sure where the model has more than that.
 */
function linkLike(
  model: ContentsItem,
  source: string,
  heading: Heading,
  name: string,
): { readonly text: string; readonly sure: boolean } {
  const [whole, fragment = '', title] = /^\[.*\]\(#([^\s()]*)(?:[ \t]+"([^"]*)")?\)$/s.exec(source.trimEnd()) ?? [];
  const isCased = fragment !== model.heading?.slug && fragment === slugOf(model.heading?.text ?? '', true);
  const cased = slugOf(heading.text, true);
  const target = isCased && cased.toLowerCase() === heading.slug ? cased : heading.slug;
  const isTitled = title !== undefined && title === model.text && !/["\\]/.test(name);
  return {
    text: `[${name.replace(/([\\[\]])/g, '\\$1')}](#${target}${isTitled ? ` "${name}"` : ''})`,
    sure: whole !== undefined && (title === undefined || isTitled),
  };
}

/** The name of a heading as the lines of the contents write names: without words that all of them leave out, as `Tool: ` may be. */
function inStyle(text: string, listed: ReadonlyMap<Heading, ContentsItem>): string {
  const prefix = /^\S+[:：]\s*/u.exec(text)?.[0];
  if (prefix === undefined || prefix.length === text.length) return text;
  const alike = [...listed].filter(([heading]) => heading.text.startsWith(prefix));
  const bare = alike.filter(([heading, item]) => item.text === heading.text.slice(prefix.length));
  return bare.length > 0 && bare.length >= alike.length * (9 / 10) ? text.slice(prefix.length) : text;
}
