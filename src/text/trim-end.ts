/**
 * The length of a text without the characters at its end that are in `characters`. `/[…]+$/` tries every place that such a run begins
 * at, which takes a time that grows with the square of a run in the middle.
 */
export function lengthWithout(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return end;
}
