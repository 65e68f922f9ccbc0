/** A rule that finds the same habit in more places than this reports it once, with all places. */
export const foldAbove = 5;
