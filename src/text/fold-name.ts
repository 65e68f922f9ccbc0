/** A name without case, punctuation and spaces, for comparing. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True for two names of which one contains the other, or that share half of their pairs of letters. */
export function areRelated(a: string, b: string): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  return one === '' || other === '' || one.includes(other) || other.includes(one) || similarity(a, b) >= 0.5;
}

/** The share of pairs of letters that two names have in common, from 0 to 1 (Dice). */
export function similarity(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const [one, other] = [pairs(foldName(a)), pairs(foldName(b))];
  const known = new Set(one);
  return one.length + other.length === 0
    ? 0
    : (2 * other.filter((pair) => known.has(pair)).length) / (one.length + other.length);
}
