/** How many generated texts a test tries: few for each change, and as many times more as `RUNS` says. */
export function runs(few: number): number {
  return few * Number(process.env.RUNS ?? 1);
}

/** The seed of all generated texts: one for everyone, so that a run can be repeated; `SEED` gives others. */
export const seed = Number(process.env.SEED ?? 20_261_130);
