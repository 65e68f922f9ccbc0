import type { Entry, List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import type { Described } from '../../src/rule-kit/description.js';

/** One word or phrase of praise, as written. */
export interface PromoWord {
  readonly at: Position;
  readonly word: string;
}

/** Makes what finds words and phrases in descriptions where they praise; names, links, code and quotations do not. */
export function promoWords(words: readonly string[]): (one: Described, list: List) => readonly PromoWord[] {
  const phrases = new Set(words.map(flat).filter((word) => word !== ''));
  const longest = Math.max(0, ...[...phrases].map((phrase) => phrase.split(' ').length));
  const openers = new Set([...phrases].map((phrase) => phrase.split(' ')[0] ?? ''));
  return ({ entry, body }, list) => {
    if (
      !body.text
        .toLowerCase()
        .split(/[^\p{L}\p{N}_']+/u)
        .some((word) => openers.has(word))
    )
      return [];
    const from = body.position.start.offset;
    const source = visible(entry, list, from, entry.proseEnd ?? body.position.end.offset);
    const tokens = [...source.matchAll(/[\p{L}\p{N}_']+/gu)];
    const hits: PromoWord[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const start = tokens[index]?.index ?? 0;
      for (let last = Math.min(index + longest, tokens.length) - 1; last >= index; last--) {
        const token = tokens[last];
        const end = (token?.index ?? 0) + (token?.[0].length ?? 0);
        const word = source.slice(start, end);
        if (!phrases.has(flat(word)) || !praises(source, start, end, entry)) continue;
        hits.push({ at: list.place(from + start, from + end), word });
        index = last;
        break;
      }
    }
    return hits;
  };
}

function flat(word: string): string {
  return word.toLowerCase().replaceAll('-', ' ').trim().replace(/\s+/g, ' ');
}

/** The description as written in the file, with links, code, tags, quotations and the entry's own name as signs that are no letters. */
function visible(entry: Entry, { text }: List, start: number, end: number): string {
  let source = text.slice(start, end);
  const hide = (part: string) => '\0'.repeat(part.length);
  for (const { position } of entry.links) {
    const [from, to] = [Math.max(0, position.start.offset - start), position.end.offset - start];
    if (to > from && from < source.length)
      source = source.slice(0, from) + hide(source.slice(from, to)) + source.slice(to);
  }
  source = source
    .replace(/`[^`]*`|<[^<>]*>|"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’(?!\p{L})/gu, hide)
    .replace(/[*_~]/g, ' ');
  return entry.name.length < 3 ? source : source.replaceAll(entry.name, hide);
}

/** Tasks and terms that have the word `best` and praise nothing. */
const term =
  /^[ -]+(?:practices?|practises?|efforts?|fit|fits|fitting|match(?:es|ing)?|first|guess(?:es)?|matching|sell(?:er|ers|ing)|known|suited|used|case|before|of|viewed|with|when|for|path|move|route)\b/i;

/** False inside a longer word or address, for a name, and for `best` where it is no judgement on the thing. */
function praises(source: string, start: number, end: number, entry: Entry): boolean {
  const [before, after] = [source.slice(Math.max(0, start - 40), start), source.slice(end, end + 40)];
  if (/[-\p{L}\p{N}_/@#.]$/u.test(before) || /^(?:[-_/@.]\p{L})/u.test(after)) return false;
  const text = source.slice(start, end);
  // In the middle of a sentence, or before another capitalised word, a capital makes it a name.
  if (/^\p{Lu}/u.test(text)) {
    const begins = /(?:^|[.!?:]\s)\s*(?:[Tt]he |[Aa]n? )?$/u.test(before);
    if ((!begins && !/[- ]\p{Lu}/u.test(text)) || /^ \p{Lu}\p{Ll}/u.test(after)) return false;
  }
  // A comparison with something else is a fact.
  if (/\b(?:more|less)\s+(?:[\p{L}-]+\s+(?:and\s+)?)?$/iu.test(before)) return false;
  if (/^awesome$/i.test(text)) return !/awesome/i.test(`${entry.name} ${entry.url}`) && !/\bof\s+$/.test(before);
  if (!/^best$/i.test(text)) return true;
  const judged = /^(?:the |an? )?$|(?:(?:one of|some of|is|are|simply|probably) the |[.!] (?:the )?)$/i;
  return !term.test(after) && judged.test(before.trimStart());
}
