import type { Entry, Link, List } from '../../src/model/list.js';
import type { Span } from '../../src/model/position.js';
import { enclosingBlock } from '../../src/rule-kit/visible-text.js';

/** One word of the visible text, in no name of an entry and no text that is an address. */
export interface Word {
  readonly text: string;
  /** The visible text that contains it, and where in it. */
  readonly span: Span;
  readonly start: number;
  readonly entry: Entry | null;
  readonly link: Link | null;
}

/** Words with the dots, pluses and hashes inside them. */
const words = /[\p{L}\p{N}\p{M}]+(?:[.+#'’][\p{L}\p{N}]+)*/gu;
/** The same in plain English, where it takes a third of the time. */
const plain = /[A-Za-z0-9]+(?:[.+#'][A-Za-z0-9]+)*/g;
const isPlain = /^[\x20-\x7e]*$/;
/** Words of Latin letters within text that puts no blanks between words. */
const latin = /[\p{Script=Latin}\p{N}\p{M}]+(?:[.+#'’][\p{Script=Latin}\p{N}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The words of a list in document order that a quick test lets through. */
export function wordsIn(list: List, isWanted: (text: string) => boolean): readonly Word[] {
  const linkAt = enclosingBlock(list.links.filter((link) => !link.image));
  const labelAt = enclosingBlock(list.entries.map(({ label }) => ({ position: label })));
  const entryAt = innermost(list.entries);
  const names = new Set(list.entries.flatMap(({ name }) => (/\s/.test(name) ? [name] : [])));
  const found: Word[] = [];
  for (const span of list.texts) {
    // The heading of an entry, and the line of the table of contents that leads to it.
    if (names.has(span.text.trim())) continue;
    const pattern = isPlain.test(span.text) ? plain : unspaced.test(span.text) ? latin : words;
    const { offset } = span.position.start;
    for (const { 0: text, index: start } of span.text.matchAll(pattern)) {
      if (!isWanted(text)) continue;
      const at = offset + start;
      const link = linkAt(at);
      if (labelAt(at) !== null || (link !== null && isOwn(link, text))) continue;
      found.push({ text, span, start, entry: entryAt(at), link });
    }
  }
  return found;
}

/** True for a part of an address, a path, a slug, a handle or a tag. */
export function isBound(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end, end + 2)];
  return /[-_./@\\#$~&=:]/.test(before) || /^(?:[-_/@\\=]|[.:][\p{L}\p{N}/]|::)/u.test(after);
}

/** True for a text that repeats its link's address, as the name of a package does, and for a name of several words. */
function isOwn({ text, url, form }: Link, word: string): boolean {
  if (form === 'literal' || form === 'autolink') return true;
  const shown = text.trim().toLowerCase();
  if (url.startsWith('#') || url === '') return false;
  if (/\s/.test(shown)) return true;
  const path = url.toLowerCase().replace(/^[a-z]+:\/+[^/?#]*/, '');
  const parts = path.split(/[/?#&=@:]+/).map((part) => part.replace(/\.(?:git|html?)$/, ''));
  return parts.includes(shown) || parts.at(-1) === word.toLowerCase();
}

/** Answers, for offsets that ascend, in which entry one is; of nested ones the innermost. */
function innermost(entries: readonly Entry[]): (offset: number) => Entry | null {
  const open: Entry[] = [];
  let next = 0;
  return (offset) => {
    for (
      let entry = entries[next];
      entry !== undefined && entry.position.start.offset <= offset;
      entry = entries[next]
    ) {
      open.push(entry);
      next++;
    }
    while ((open.at(-1)?.position.end.offset ?? Number.POSITIVE_INFINITY) <= offset) open.pop();
    return open.at(-1) ?? null;
  };
}
