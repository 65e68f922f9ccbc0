import type { Fix } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import { blankCode, blanked } from '../../src/rule-kit/blank-code.js';
import { append } from '../../src/text/append.js';

/** A shape that was meant as a link and is not one. */
export interface BrokenLink {
  readonly shape: keyof typeof shapes;
  readonly position: Position;
  readonly fix: Fix | null;
}

/** Masks working links, so that no shape runs into them. */
const filled = '\u0001';

const url = String.raw`https?:\/\/[^\s()[\]<>|"]+(?:\([^\s()"]*\)[^\s()[\]<>|"]*)*`;
const fragment = String.raw`#[^\s()[\]<>|]+`;
const file = String.raw`[\w./-]+\.(?:md|html?)(?:#[\w-]+)?`;
const target = `((?:${url}|${fragment}|${file}))`;
const web = `(${url})`;
const words = String.raw`((?:[^[\]()\n\\]|\\.)+)`;
const loose = String.raw`((?:[^[\]\n\\]|\\.)+)`;

interface Shape {
  readonly pattern: RegExp;
  /** What the match should be; null where that is unknown. */
  readonly write: ((text: string, url: string) => string) | null;
  readonly safe: boolean;
}

const link = (text: string, address: string): string => `[${text}](${address})`;
const shape = (pattern: string, write: Shape['write'], safe: boolean): Shape => ({
  pattern: new RegExp(String.raw`(?<![\\!])${pattern}`, 'gu'),
  write,
  safe,
});

/** A URL as it should be: a fragment as GitHub makes it, another one with `%20` and a scheme. */
function withoutSpaces(address: string): string {
  if (address.startsWith('#')) return address.toLowerCase().replaceAll(' ', '-');
  return (address.startsWith('www.') ? 'https://' : '') + address.replaceAll(' ', '%20');
}

/** Mistakes from histories of lists. The first shape that fits a place counts. */
const shapes = {
  /** `(text)[url]` */
  reversed: shape(String.raw`\(${words}\)\[${target}\]`, link, true),
  /** `[text] (url)` */
  spaced: shape(String.raw`\[${loose}\][ \t]+\(${target}\)`, link, true),
  /** `[text][url]` */
  bracketed: shape(String.raw`\[${loose}\]\[((?:${url}|${fragment}))\]`, link, true),
  /** `[text](url]` */
  closedWrong: shape(String.raw`\[${loose}\]\(((?:${url}|${fragment}))\]`, link, true),
  /** `[text)(url)` */
  textClosedWrong: shape(String.raw`\[${words}[)[]\(${target}\)`, link, true),
  /** `[text]url)` */
  unopened: shape(String.raw`\[${words}\]${web}\)`, link, true),
  /** `[text(url)]` */
  inside: shape(String.raw`\[((?:[^[\]()\n\\]|\\.)*[^\s[\]()\\])\(${web}\)\]`, link, false),
  /** `[text(url)` */
  textUnclosed: shape(String.raw`\[((?:[^[\]()\n\\]|\\.)*[^\s[\]()\\])\(${web}\)(?![^[\n]*\])`, link, false),
  /** `[text](a b)`: the space may be part of the URL or a mistake for another character. */
  urlSpaced: shape(
    String.raw`\[${loose}\]\((https?:\/\/[^\s()<>"'${filled}]+(?: [^\s()<>"'${filled}]+)+)\)`,
    (text, address) => link(text, address.replaceAll(' ', '%20')),
    false,
  ),
  /** `[text](docs/a b.md)`, `[text](#a b)`, `![text](a b.png)` */
  pathSpaced: {
    pattern: new RegExp(
      String.raw`(?<!\\)!?\[${loose}\]\(((?:#|www\.)[^\s()<>"']+(?: [^\s()<>"']+)+|[\w./-]+(?: [\w./-]+)*(?: [\w-]+)+\.\w{2,5}(?:#[\w-]*)?)\)`,
      'gu',
    ),
    write: (text, address) => link(text, withoutSpaces(address)),
    safe: false,
  },
  /** `[text](https:// host/path)` */
  schemeSpaced: shape(
    String.raw`\[${loose}\]\((https?:\/\/ +[^\s()<>"'${filled}]+)\)`,
    (text, address) => link(text, address.replaceAll(' ', '')),
    false,
  ),
  /** `[text]((url)` */
  doubled: shape(String.raw`\[${loose}\]\( ?\((${url})\)(?!\))`, link, true),
  /** `[text](url` */
  unclosed: shape(String.raw`\[${loose}\]\(${web}(?=\s|\||$)(?![^\n]*\))`, link, false),
  /** `[[text](url)](url)` */
  nested: shape(String.raw`\[([^[\]\n]*${filled}[^[\]\n]*)\]\(${web}\)`, null, false),
  /** `[text]url` */
  bareUrl: shape(String.raw`\[${words}\](https?:\/\/[^\s()[\]<>|]+)(?=\s|$)`, link, false),
  /** `[url]` at the start of an item */
  lone: shape(
    String.raw`(?<=^|^\[[ xX]\] +|\n[ \t]*(?:[-*+]|\d+[.)]) +)\[(https?:\/\/[^\s()[\]<>|]+)\](?![([:])`,
    null,
    false,
  ),
  /** `text](url)` */
  textUnopened: shape(String.raw`(?<=^|[\s(])([^\s[\]()${filled}]+)\]\(${web}\)`, link, false),
} as const satisfies Record<string, Shape>;

/** What every shape has in common. */
const marks = /[\])][ \t]*[[(]|\]http|\[\(|\(http|\[http/;

/** Finds shapes in paragraphs and tables that were meant as links; code, comments and links that are right are passed over. */
export function brokenLinks(list: List): readonly BrokenLink[] {
  const source = blankCode(list);
  const right = list.links.filter(({ form }) => form !== 'literal').map(({ position }) => position);
  const found: BrokenLink[] = [];
  let first = 0;
  for (const block of list.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'table') continue;
    const from = block.position.start.offset;
    const raw = source.slice(from, block.position.end.offset);
    if (!raw.includes('](') && !marks.test(raw)) continue;
    while ((right[first]?.end.offset ?? Infinity) <= from) first++;
    const inside: Position[] = [];
    for (let index = first; (right[index]?.start.offset ?? Infinity) < block.position.end.offset; index++) {
      const { start, end } = right[index] ?? block.position;
      inside.push({ start: { ...start, offset: start.offset - from }, end: { ...end, offset: end.offset - from } });
    }
    const masked = blanked(raw, inside, filled);
    // Most texts without working links have no sign of a link.
    if (marks.test(masked)) append(found, shapesIn(masked, from, list));
  }
  return found;
}

function* shapesIn(masked: string, from: number, list: List): Generator<BrokenLink> {
  const taken: [number, number][] = [];
  for (const [name, { pattern, write, safe }] of Object.entries(shapes)) {
    for (const { index, 0: whole, 1: text = '', 2: address = '' } of masked.matchAll(pattern)) {
      const end = index + whole.length;
      // A checkbox is not a link text, and each place is reported once.
      if (/^[ xX]$/.test(text) || taken.some(([start, stop]) => index < stop && start < end)) continue;
      taken.push([index, end]);
      // From the file itself, as code is blank in the source that is searched.
      const written = list.text.slice(from + index, from + end);
      const mark = /^(?:!?\[|\()?/.exec(written)?.[0] ?? '';
      const label = written.slice(mark.length).slice(0, text.length);
      const isWhole = !text.includes(filled) && written.includes(address);
      const edit =
        write === null || !isWhole
          ? null
          : { start: from + index, end: from + end, text: (mark === '![' ? '!' : '') + write(label, address) };
      // A URL goes on to the next space, over a link that is written right after it.
      const isInUrl = /(?:https?:\/\/|www\.)\S*$/i.test(masked.slice(Math.max(0, index - 200), index));
      // What follows could be the URL that was meant.
      const goesOn = /^[[(\]]/.test(masked.slice(end, end + 1));
      yield {
        shape: name as keyof typeof shapes,
        position: list.place(from + index, from + end),
        fix: edit === null ? null : { safe: safe && !isInUrl && !goesOn, edits: [edit] },
      };
    }
  }
}
