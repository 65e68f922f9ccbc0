/** The words for spaces at the edges of a quoted text, by how many there are before and after it; not for none. */
export function edgeSpaces(
  before: number,
  after: number,
): { readonly sides: string; readonly spaces: string; readonly those: string } {
  const sides = before === 0 ? 'ends' : after === 0 ? 'starts' : 'starts and ends';
  return before + after === 1
    ? { sides, spaces: 'a space', those: 'the space' }
    : { sides, spaces: 'spaces', those: 'the spaces' };
}
