import { parse } from '../../src/parse/parse.js';
import { outlineOf } from '../../src/report/outline.js';
import { loadReporter, reporterNames } from '../../src/report/registry.js';
import { everySetting, fixWith, linted } from '../../test/properties/fixing.js';
import { shapes } from '../../test/properties/shapes.js';
import { reportOf } from '../../test/report/made.js';

const [small, large] = [25_000, 100_000];
/** What takes less is a machine's noise, in milliseconds of CPU time. */
const floor = 50;

/** Prints how the CPU time of each stage grows with each shape of text: an exponent of 1 is linear, of 2 its square. */
export async function measureGrowth(print: (text: string) => void, only = ''): Promise<void> {
  const loaded = await Promise.all(reporterNames.map(loadReporter));
  const reporters = loaded.flatMap((one) => one ?? []);
  const stagesOf = (text: string): Readonly<Record<string, number>> => {
    const [read] = timed(() => parse(text));
    const [both, { list, findings }] = timed(() => linted(text, everySetting));
    const [fix] = timed(() => fixWith(text, everySetting));
    const report = reportOf([list], findings);
    const facts = { lists: [outlineOf(list, 'awesome', null)], rules: [] };
    const [written] = timed(() => reporters.map((reporter) => reporter(report, facts).length));
    return { read, lint: Math.max(0, both - read), fix, report: written };
  };
  // What is compiled on the way is not measured.
  for (let round = 0; round < 3; round++) stagesOf(shapes.entries?.(small) ?? '');
  print(`growth from ${small / 1000} to ${large / 1000} KB: milliseconds, and the exponent where both can be told`);
  for (const [name, shape] of Object.entries(shapes)) {
    if (!name.includes(only)) continue;
    const [before, after] = [stagesOf(shape(small)), stagesOf(shape(large))];
    const cells = Object.entries(after).map(([stage, most]) => {
      const least = Math.max(floor, before[stage] ?? 0);
      const exponent = Math.log(Math.max(floor, most) / least) / Math.log(large / small);
      return `${stage} ${(before[stage] ?? 0).toFixed(0)} → ${most.toFixed(0)}${exponent > 0 ? ` (${exponent.toFixed(1)})` : ''}`;
    });
    print(`  ${name.padEnd(44)}${cells.join(', ')}`);
  }
}

function timed<T>(work: () => T): readonly [number, T] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}
