/** Fixes mutated lists with all rules on: `npm run fuzz -- --count 10000 [--seed 1]`. Prints the seeds with which something is lost, thrown or not at rest. */
import { parseArgs } from 'node:util';
import { failureOf } from '../test/properties/fuzz.js';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [count, first] = [Number(values.count), Number(values.seed)];
let failures = 0;
for (let seed = first; seed < first + count; seed++) {
  const failure = failureOf(seed);
  if (failure === null) continue;
  failures += 1;
  process.stdout.write(`seed ${seed}: ${failure.says}\n`);
  if (count === 1) process.stdout.write(`${failure.text}\n`);
}
process.stdout.write(`${count} lists from seed ${first}, ${failures} failures\n`);
process.exitCode = failures > 0 ? 1 : 0;
