/** A name without case, marks and blanks, for comparing. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Two names that say the same, of which one only says less, or that share half of their pairs of letters (Dice). */
export function areRelated(a: string, b: string): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  if (one === '' || other === '' || one.includes(other) || other.includes(one)) return true;
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const known = new Set(pairs(one));
  return pairs(other).filter((pair) => known.has(pair)).length * 2 >= (one.length + other.length - 2) / 2;
}
