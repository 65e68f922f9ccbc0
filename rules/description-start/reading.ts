import type { Fix } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import type { Described } from '../../src/rule-kit/description.js';
import { isName, lowerCaseNames } from './names.js';
import { ordinaryWords } from './words.js';

/** A description in lowercase, and its fix. */
export interface Lower {
  readonly at: Position;
  readonly fix: Fix;
  readonly name: string;
  readonly wanted: string;
}

/** The lowercase start of a description; empty for none, and for a word that is written so. */
export function read(
  { entry, body }: Described,
  list: List,
  allowed: ReadonlySet<string>,
  anyWord: boolean,
): readonly Lower[] {
  const [word] = /^[^\s,;:!?…—–]+/u.exec(body.text.trimStart()) ?? [''];
  const core = word.replace(/(?<![.'"’”)])[.'"’”)]+$/u, '');
  if (!/^(?=\p{Ll})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u.test(core)) return [];
  if (/[^\p{L}\p{M}'’-]|\p{Lu}/u.test(core)) return [];
  // Two words may be an author or a publisher, as may three with a capital.
  const words = body.text.trim().split(/\s+/);
  if (!anyWord && words.length < (words.some((one) => /^\p{Lu}/u.test(one)) ? 4 : 3)) return [];
  if (entry.naming !== 'link' || /^[:：@#/]\S/u.test(body.text.trimStart().slice(word.length))) return [];
  // Between East Asian words Latin ones are names, and a single word, perhaps before others, is that of an author.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(body.text)) return [];
  if (/^\s*\S+(?:\s*\([^()]*\))*\s*$|^\s*\p{L}+(?:,| and) \p{Lu}|^\s*(?:by|from) [\p{Lu}@]/u.test(body.text)) return [];
  const stem = core.replace(/['’]s$/u, '');
  const isOrdinary = stem.split('-').every((part) => ordinaryWords.has(part));
  if (!isOrdinary && !anyWord) return [];
  if (lowerCaseNames.has(stem) || allowed.has(stem.toLowerCase()) || isName(stem, entry.name, entry.url)) return [];
  const from = body.position.start.offset;
  const marks = /^(?:\s|[*_~]|<\w{1,10}>)*/.exec(list.text.slice(from, from + 80))?.[0].length ?? 0;
  const offset = from + marks;
  // What begins with code, an image or a character reference has no first letter to change.
  if (list.text.slice(offset, offset + word.length) !== word) return [];
  // Before a sign, as in `a > b` and `a = 1`, the letter is part of a formula.
  if (core.length === 1 && /^\s+[<>=+*/^|%-]/.test(body.text.trimStart().slice(word.length))) return [];
  // Behind a hyphen without a space, as in `-fast`, the word may be a flag.
  if (/[-‐‑−–]/.test(list.text.charAt(offset - 1))) return [];
  const at = list.place(offset, offset + word.length);
  if (entry.links.some(({ position: { start, end } }) => start.offset <= offset && offset < end.offset)) return [];
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const capital = /^(?:az|tr)\b/.test(list.lang ?? '') ? letter.toLocaleUpperCase('tr') : letter.toUpperCase();
  if (capital === letter || [...capital].length !== 1) return [];
  // A verb goes on from the name: a capital alone does not make it a sentence.
  const safe = isOrdinary && !/^(?:is|are|was|were|has|can|by|from|with|and|or|vs)$/.test(core);
  const fix = { safe, edits: [{ start: offset, end: offset + letter.length, text: capital }] };
  return [{ at, fix, name: entry.name, wanted: capital + word.slice(letter.length) }];
}
