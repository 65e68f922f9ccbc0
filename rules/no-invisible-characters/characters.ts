import { invisibleName } from '../../src/text/invisible.js';
import type { DirectionControl } from './direction.js';

/** A run of invisible characters, or of spaces other than the plain one. */
export interface InvisibleCharacter {
  readonly kind: 'invisible' | 'space';
  readonly start: number;
  readonly end: number;
  /** Code point and name of the first of them. */
  readonly name: string;
}

/** What decides whether such a character is right at its position. */
export interface TextDirection {
  /** BCP 47 tag of the language; null when it is not known. */
  readonly lang: string | null;
  /** The direction controls of the text by their offsets. */
  readonly directions: ReadonlyMap<number, DirectionControl>;
}

const runs =
  /[\u00AD\u200B\u2060\uFEFF]+|[\u200C-\u200F]|[\u202A-\u202E\u2066-\u2069]|\uFE0F|[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;

/** Scripts in which joiners tell letters apart. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts without spaces, in which a zero-width space parts words. */
const spaceless = /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303F\uFF00-\uFFEF]/u;
const slavic = /^(?:be|bg|cs|pl|ru|sk|uk)\b/;
const rtlLanguages = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/;

/** True for languages that are written from right to left. */
export function runsFromRight(lang: string | null): boolean {
  return lang !== null && rtlLanguages.test(lang);
}

/** The unseen characters of a text that have no business where they stand, in order. */
export function invisibleCharacters(text: string, setting: TextDirection): readonly InvisibleCharacter[] {
  const found: InvisibleCharacter[] = [];
  const { directions } = setting;
  for (const { 0: run, index: start } of text.matchAll(runs)) {
    const end = start + run.length;
    const code = run.charCodeAt(0);
    const kind = /\s/.test(run) && code !== 0xfeff ? 'space' : 'invisible';
    if (start === 0 && code === 0xfeff) continue;
    const before = pointBefore(text, start);
    const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : '';
    const near = text.slice(Math.max(0, start - 40), end + 40);
    const right =
      kind === 'space'
        ? (code === 0x3000 && ideographic.test(near)) ||
          spaceBelongs(text, start, after, /^[\u2006\u2009\u200A\u202F]$/.test(run), setting) ||
          isInitial(text, start, setting)
        : (directions.get(start)?.belongs ?? markBelongs(code, before, after));
    if (!right) found.push({ kind, start, end, name: invisibleName(code) });
  }
  return found;
}

function markBelongs(code: number, before: string, after: string): boolean {
  switch (code) {
    case 0x200b:
      return spaceless.test(before) || spaceless.test(after);
    case 0x200c:
      return joining.test(before) || joining.test(after);
    case 0x200d:
      return (
        joining.test(before) ||
        joining.test(after) ||
        (/[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F/u.test(before) &&
          /\p{Extended_Pictographic}/u.test(after))
      );
    // After a sign it picks the coloured picture; behind a letter or nothing it is left over.
    case 0xfe0f:
      return !/^[\s\p{L}]?$/u.test(before);
    default:
      return false;
  }
}

/** Intended typography: French punctuation, figures with their unit, thin spaces around dashes, Slavic dashes. */
function spaceBelongs(text: string, start: number, after: string, thin: boolean, { lang }: TextDirection): boolean {
  const before = pointBefore(text, start);
  if (/[;!?»›%€]/.test(after) || /[«‹]/.test(before) || (after === ':' && (lang?.startsWith('fr') ?? false)))
    return true;
  // A word that ends with a figure, such as `V8`, has no unit.
  const isFigure = /(?<![\p{L}\p{N}])[\p{N}.,]*\p{N}$/u.test(text.slice(Math.max(0, start - 20), start));
  if (isFigure && /[\p{L}\p{N}]/u.test(after)) return true;
  if (thin && (/[—–]/.test(before) || /[—–]/.test(after))) return true;
  const isSlavic = slavic.test(lang ?? '') || /\p{Script=Cyrillic}/u.test(before);
  return isSlavic && /[—–]/.test(after);
}

/** Slavic languages keep a word of one letter with the next. */
function isInitial(text: string, start: number, { lang }: TextDirection): boolean {
  const word = /(?<![\p{L}\p{N}])\p{L}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  return word !== '' && (slavic.test(lang ?? '') || /\p{Script=Cyrillic}/u.test(word));
}

function pointBefore(text: string, at: number): string {
  if (at === 0) return '';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
