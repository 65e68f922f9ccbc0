import leven from 'leven';
import type { Edit } from '../model/finding.js';
import type { FormatDeparture } from '../model/list.js';
import { graphemes } from '../text/graphemes.js';
import { licenseId } from '../text/license.js';
import { endsSentence, endsWithFullStop, fullStop } from '../text/sentence.js';
import { type Atom, atomText } from './atoms.js';
import type { FieldSpec } from './field-spec.js';
import { type Capture, valueText } from './match.js';

/** What is wrong with the value of a field. */
export type FieldFault = Pick<FormatDeparture, 'kind' | 'expected' | 'found' | 'edits' | 'safe'>;

/** Tells what is wrong with the value of a field; null for nothing. `matchesPattern` tries the pattern of its specification. */
export function fieldFault(
  spec: FieldSpec,
  capture: Capture,
  atoms: readonly Atom[],
  matchesPattern: (spec: FieldSpec, value: string) => boolean,
): FieldFault | null {
  const { options, values, kind } = spec;
  const own = atoms.slice(capture.start, capture.end);
  const value = capture.value ?? atomText(own);
  const literal = capture.value ?? valueText(atoms, capture.start, capture.end);
  const before = atoms[capture.start - 1];
  const isCode = before?.kind === 'open' && before.what === 'code';
  const edits = (text: string, from = value): readonly Edit[] =>
    capture.value === null ? replacement(own, from, text) : [];
  const fault = (one: FieldFault['kind'], expected: string, fixed: readonly Edit[] = [], safe = false): FieldFault => ({
    ...{ kind: one, expected, found: value, edits: fixed },
    // Code is never edited unattended.
    safe: safe && fixed.length > 0 && !isCode,
  });
  if (values !== null && !values.includes(literal)) {
    const near = nearValue(literal, values);
    const fixed = near === null ? [] : edits(near, literal);
    const isOtherCase = near?.toLowerCase() === literal.toLowerCase() && !literal.includes('`');
    // With its backticks, which may be what is wrong.
    return { ...fault('value', near ?? values.join('\n'), fixed, isOtherCase), found: literal };
  }
  if (values === null && !spec.accepts(literal)) return fault('kind', kind);
  if (kind === 'spdx') {
    const spelling = licenseId(value);
    if (spelling !== null && spelling !== value) return fault('value', spelling, edits(spelling), true);
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, capital, fullStop: stop } = options;
  if (value.length > maxLength && graphemes(value) > maxLength) return fault('long', String(maxLength));
  if (graphemes(value) < minLength) return fault('short', String(minLength));
  if (spec.pattern !== null && !matchesPattern(spec, value))
    return options.message === undefined
      ? fault('pattern', String(options.pattern))
      : fault('message', options.message);
  const first = /^[\s\p{P}\p{S}]*(\p{L}+)/u.exec(value.slice(0, 100));
  const letter = first?.[1]?.[0] ?? '';
  if (capital === true && isPlainWord(value, /^\p{Ll}+$/u)) {
    const at = value.indexOf(letter);
    return fault('capital', '', edits(value.slice(0, at) + letter.toUpperCase() + value.slice(at + 1)));
  }
  if (capital === false && isPlainWord(value, /^\p{Lu}\p{Ll}+$/u)) return fault('lowercase', '');
  if (stop === true && !endsSentence(value)) {
    const last = own.at(-1);
    const end = last?.end ?? 0;
    const mark = fullStop(value);
    // After a comma, a colon or an open bracket the sentence goes on.
    const isWhole = last?.kind === 'character' && !/[,;:、，；：\p{Ps}\p{Pi}\p{Pd}&\\]$/u.test(value);
    const isWord = /[\p{L}\p{M}\p{N}\p{Pe}"'”’»%]$/u.test(value);
    return fault('no-stop', mark, isWhole ? [{ start: end, end, text: mark }] : [], isWord);
  }
  if (stop === false && endsWithFullStop(value)) return fault('stop', '', edits(value.slice(0, -1)), true);
  return null;
}

/** True for a text that starts with a word of such letters; a name with signs in it, such as `node.js` or `x86`, keeps its spelling. */
function isPlainWord(value: string, letters: RegExp): boolean {
  const word = /^["'“‘«(]*([^\s,;:!?)"'”’»]+)/u.exec(value.slice(0, 100))?.[1] ?? '';
  return letters.test(word.replace(/\.$/, ''));
}

/** The only value that a text is a slip of: in another case, with or without backticks, or with one letter in four wrong. Null for none or several. */
function nearValue(text: string, values: readonly string[]): string | null {
  const bare = (value: string): string => value.replaceAll('`', '').trim().toLowerCase();
  const same = values.filter((value) => bare(value) === bare(text));
  const slips = Math.floor(text.length / 4);
  const near = same.length > 0 ? same : values.filter((value) => leven(bare(value), bare(text)) <= slips);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The edit from one text to another of characters and code; none where the file has them in another way. */
function replacement(atoms: readonly Atom[], from: string, to: string): readonly Edit[] {
  const start = atoms[0]?.start ?? 0;
  const end = atoms.at(-1)?.end ?? start;
  const isPlain =
    end - start === from.length &&
    atoms.every((atom) => (atom.kind === 'character' ? atom.exact : 'what' in atom && atom.what === 'code'));
  if (!isPlain || from === to) return [];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - same && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return [{ start: start + same, end: end - tail, text: to.slice(same, to.length - tail) }];
}
