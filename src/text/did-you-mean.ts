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
    const distance = leven(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? '' : ` (did you mean "${best}"?)`;
}
