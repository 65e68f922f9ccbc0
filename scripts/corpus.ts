/**
 * Measures the rules on a folder of real lists: `npm run corpus -- <folder>`. Prints how much each list is told, a draw of
 * findings to be judged by a reader, what fixing does, and - where the folder or the one above holds `fixes.jsonl` - how many
 * real defects are found before their fix and gone after it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtinRules } from '../src/config/builtin-rules.js';
import type { PresetName } from '../src/model/rule.js';
import { drawFrom } from './corpus/draw.js';
import { type FixFigures, fixFigures, fixTable } from './corpus/law.js';
import { type Checked, checkerFor, fittingChecker } from './corpus/lint.js';
import { recallTables } from './corpus/recall.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'auto' },
    rule: { type: 'string', multiple: true, default: [] },
    draw: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '120' },
    only: { type: 'string', multiple: true, default: [] },
    diff: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write(
    'corpus: name a folder of lists: npm run corpus -- <folder> [--preset auto] [--rule name] [--draw 200] [--seed 1] [--only lists|draw|fix|recall] [--diff]\n',
  );
  process.exit(2);
}
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const wants = (part: string): boolean => values.only.length === 0 || values.only.includes(part);
const files = listsIn(resolve(folder));
// `auto` is what a run without a configuration does; named rules need no preset.
const checker =
  values.preset === 'auto' && values.rule.length === 0
    ? await fittingChecker()
    : await checkerFor(values.preset === 'auto' ? 'minimal' : (values.preset as PresetName), values.rule);

if (wants('lists') || wants('draw')) {
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checker.check(readFileSync(file, 'utf8'), basename(file), file));
  if (wants('lists')) listsTable(checked);
  if (wants('draw')) {
    print(`\nDraw of ${values.draw} findings, seed ${values.seed}, preset ${values.preset}: judge each`);
    for (const line of drawFrom(checked, Number(values.draw), Number(values.seed))) print(line);
  }
}
if (wants('fix')) {
  const figures: FixFigures[] = [];
  for (const file of files) figures.push(await fixFigures(checker, readFileSync(file, 'utf8'), basename(file)));
  print('');
  for (const line of fixTable(figures, values.diff)) print(line);
}
const fixes = [join(folder, 'fixes.jsonl'), join(dirname(resolve(folder)), 'fixes.jsonl')].find(existsSync);
if (wants('recall') && fixes !== undefined) for (const line of await recallTables(fixes)) print(line);

function listsIn(where: string): readonly string[] {
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name))
    .map((name) => join(where, name))
    .sort();
}

function listsTable(checked: readonly Checked[]): void {
  const most = Number(values.most);
  const rules = new Map<string, number>();
  print(
    `Findings of preset ${values.preset} on ${checked.length} lists, ${builtinRules.length} rules; at most ${most} are wanted`,
  );
  for (const { path, findings, milliseconds, entries } of checked) {
    const counts = new Map<string, number>();
    for (const { rule } of findings) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 6);
    const mark = findings.length > most ? '!' : ' ';
    const told = top.map(([rule, count]) => `${rule} ${count}`).join(', ');
    print(
      `${mark} ${String(findings.length).padStart(5)}  ${path.slice(0, 60).padEnd(60)} ${entries} entries, ${milliseconds.toFixed(0)} ms  ${told}`,
    );
  }
  print('\nBy rule');
  for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1])) print(`  ${String(count).padStart(5)}  ${rule}`);
}
