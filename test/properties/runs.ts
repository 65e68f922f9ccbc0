/** How many generated texts a test tries: few for each change, and as many times more as `RUNS` says. */
export function runs(few: number): number {
  return few * Number(process.env.RUNS ?? 1);
}
