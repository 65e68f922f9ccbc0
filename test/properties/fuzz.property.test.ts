import { expect, it } from 'vitest';
import { failureOf } from './fuzz.js';

/** As many as take about 25 s of CPU; `npm run fuzz` takes more. */
const count = 150;

const given = Number(process.env.FUZZ_SEED ?? 1);

it(`keeps the law of safe fixes on mutated lists, with all rules on (seeds from ${given})`, {
  timeout: 600_000,
}, () => {
  const failures = Array.from({ length: count }, (_, index) => failureOf(given + index)).filter((one) => one !== null);
  expect(failures).toEqual([]);
});
