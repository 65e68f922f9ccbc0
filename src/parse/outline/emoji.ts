import { findMojibake } from '../mojibake.js';

/** One emoji: a pictograph with its modifiers and joiners, a flag, or a keycap (UTS #51). */
export const emojiSource =
  '(?:\\p{Regional_Indicator}{2}|[#*0-9]\\uFE0F?\\u20E3|\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?)*)';

const leading = new RegExp(`^(?:${emojiSource}[\\s\\uFE0F]*)+`, 'u');
const shortcode = /^(?::[a-z0-9_+-]+:\s*)+/;
const onlyEmoji = new RegExp(`^(?:${emojiSource}|[\\s\\uFE0F])+$`, 'u');

/** A text without the emoji it begins with, and that emoji; one that a wrong charset garbled is given as it was. */
export function splitEmoji(text: string): { readonly emoji: string | null; readonly rest: string } {
  const trimmed = text.trim();
  const match = leading.exec(trimmed)?.[0] ?? shortcode.exec(trimmed)?.[0];
  if (match !== undefined) return { emoji: match.trim(), rest: trimmed.slice(match.length).trim() };
  const first = trimmed.charCodeAt(0);
  if (first > 127) {
    const garble = findMojibake(trimmed)[0];
    if (garble?.start === 0 && garble.repaired !== null && onlyEmoji.test(garble.repaired)) {
      return { emoji: garble.repaired.trim(), rest: trimmed.slice(garble.end).trim() };
    }
  }
  return { emoji: null, rest: trimmed };
}
