import { maskCharacter } from '../blocks/masked-text.js';
import { emojiSource } from './emoji.js';
import { isKind } from './entry-kind.js';

const { link, code, badge } = maskCharacter;

/** What may stand between a name and its separator without being part of either. */
const decorations: readonly RegExp[] = [
  new RegExp(`\\s+|\\uFE0F|${emojiSource}|:[a-z0-9_+-]+:|${badge}`, 'yu'),
  // [tag], [[crate](u)], ([mirror](u), [docs](u))
  new RegExp(
    `\\[[^\\[\\]\\n]{1,40}\\]|\\[\\s*${link}\\s*\\]|[(（]\\s*${link}(?:\\s*[,/|·]?\\s*${link})*\\s*[)）]`,
    'yu',
  ),
];
const parenthesis = /[(（]([^()（）\n]{1,60})[)）]/uy;
const tagWord = new RegExp(`${code}`, 'y');
/** A sign or a flag, as in `-40`, `-O3` and `--fast`, or what goes on with the name, as in `-based`: no separator. */
const sign = /(?:[-−–]\p{Sc}?\p{N}|-(?![AI]\s)\p{L}(?![\p{L}'’])|-{2}\p{L}|(?<![\s\p{P}])[-–]\p{Ll})/uy;
const separator = /(?:[-=]{1,2}>|[-–—―]{1,3}|[:：|·•→~,，.])(?=\s|$|[^\s\p{P}]|["“‘«])/uy;

/** Where the name's decorations end, where the description starts, and a kind found on the way; indices of the masked text. */
export interface Separator {
  readonly nameEnd: number;
  readonly descriptionStart: number;
  readonly kind: string | null;
}

/** Reads what follows a name in the masked text after it, from `start` on. */
export function readSeparator(text: string, start = 0): Separator {
  let index = start;
  let kind: string | null = null;
  for (;;) {
    const before = index;
    for (const pattern of decorations) index = after(pattern, text, index);
    parenthesis.lastIndex = index;
    const inner = parenthesis.exec(text);
    if (inner?.[1] !== undefined && isTag(inner[1], text.slice(parenthesis.lastIndex))) {
      if (kind === null && isKind(inner[1])) kind = inner[1].trim();
      index = parenthesis.lastIndex;
    }
    tagWord.lastIndex = index;
    if (tagWord.test(text) && startsSeparator(text, tagWord.lastIndex)) index = tagWord.lastIndex;
    if (index === before) break;
  }
  const nameEnd = index - (text.slice(0, index).length - text.slice(0, index).trimEnd().length);
  const descriptionStart = after(/\s+/y, text, afterSeparator(text, index));
  return { nameEnd, descriptionStart, kind };
}

/** A parenthesis is a tag of the name when it is a kind, when it is short, or when a separator follows it; else it is the description. */
function isTag(inner: string, rest: string): boolean {
  return isKind(inner) || startsSeparator(rest, 0) || (inner.trim().split(/\s+/).length < 3 && inner.length <= 24);
}

function startsSeparator(text: string, index: number): boolean {
  const at = after(/\s+/y, text, index);
  return at < text.length && afterSeparator(text, at) > at && !/[.,，]/.test(text[at] ?? '');
}

function afterSeparator(text: string, index: number): number {
  sign.lastIndex = index;
  return sign.test(text) ? index : after(separator, text, index);
}

function after(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}

/** What may follow a description's prose; tried until none fits. */
const trailing: readonly RegExp[] = [
  // The sign of a trademark belongs to its word, although it is an emoji as well.
  new RegExp(`(?:(?!(?<=[\\p{L}\\p{N}])[™®©℠℗])${emojiSource}|${badge})$`, 'u'),
  /(?:^|\s):[a-z0-9_+-]+:$/,
  new RegExp(`\\[\\s*${link}\\s*\\]$|[(（\\[]\\s*${link}(?:(?:\\s|[,/|·&]|and|or)*${link})*\\s*[)）\\]]$`, 'u'),
  new RegExp(`(?:${code}[\\s,]*){2,}$`),
  new RegExp(`(?<=[.!?。！？…।؟۔]["'”’»)\\]]*\\s*)(?:${code}|${link}|[-–—|,/·]|\\s)+$`, 'u'),
  /(?<=[.!?。！？…।؟۔]["'”’»)\]]*\s*)(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/u,
];
/** Decorations are looked for in the last so many UTF-16 units, and so many times: more than any list has. */
const tailLength = 300;
const mostDecorations = 100;

/** The index after the prose of a description in its masked text: trailing badges, emoji, tags and footnotes are left out. */
export function proseEnd(text: string): number {
  let end = text.length;
  for (let count = 0; count < mostDecorations; count++) {
    const before = end;
    while (end > 0 && /\s|\uFE0F/.test(text.charAt(end - 1))) end--;
    for (const pattern of trailing) {
      let from = Math.max(0, end - tailLength);
      // Half a pair is no character.
      if (/[\udc00-\udfff]/.test(text.charAt(from))) from++;
      const found = pattern.exec(text.slice(from, end));
      if (found !== null) end = from + found.index;
    }
    if (end === before) return end;
  }
  return end;
}
