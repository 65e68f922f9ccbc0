import leven from 'leven';

/** ` (did you mean "x"?)` for the known name nearest to a mistyped one; empty when none is near: one slip in three letters, or as many as `slips`. */
export function didYouMean(
  name: string,
  known: readonly string[],
  slips = Math.max(1, Math.floor(name.length / 3)),
): string {
  let best: string | null = null;
  let least = slips + 1;
  for (const candidate of known) {
    const [written, meant] = [name.toLowerCase(), candidate.toLowerCase()];
    const distance = isSwapped(written, meant) ? swap : leven(written, meant, { maxDistance: least });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? '' : ` (did you mean "${best}"?)`;
}

/** Two neighbors in the wrong order are a commoner slip than a wrong letter: `lnit` is `lint`, not `init`. */
const swap = 0.5;

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at] ?? ''}${a.slice(at + 2)}` === b;
}
