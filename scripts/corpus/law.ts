import { diffLines } from 'diff';
import { lossesIn } from '../../test/properties/law.js';
import type { Checked, Checker } from './lint.js';

/** What a plain `--fix` does to one list. */
export interface FixFigures {
  readonly path: string;
  readonly lines: number;
  /** Lines of the list that differ after fixing. */
  readonly changed: number;
  /** What the law of safe fixes forbids and was done all the same, in words. */
  readonly losses: readonly string[];
  /** Messages that were not there before, but for numbers in them. */
  readonly news: readonly string[];
  /** How many fixes a second run applies. */
  readonly again: number;
  /** Lines before and after. */
  readonly diff: readonly (readonly [before: string, after: string])[];
}

/** Fixes a list, renders both texts, and fixes it once more. */
export async function fixFigures(checker: Checker, text: string, path: string): Promise<FixFigures> {
  const once = await checker.fix(text, path);
  const lines = text.split(/\r\n|\n|\r/).length;
  if (once.text === text) return { path, lines, changed: 0, losses: [], news: [], again: 0, diff: [] };
  const twice = await checker.fix(once.text, path);
  const [before, after] = [await checker.check(text, path), await checker.check(once.text, path)];
  const known = new Map<string, number>();
  const key = (rule: string, message: string): string => `${rule}: ${message.replace(/\d+/g, '0')}`;
  for (const { rule, message } of before.findings) {
    known.set(key(rule, message), (known.get(key(rule, message)) ?? 0) + 1);
  }
  // What is left of many that were one finding is reported by itself, and is not new.
  const placesOf = (findings: Checked['findings'], id: string): number =>
    findings.reduce((sum, { rule, places }) => sum + (rule === id ? 1 + (places?.length ?? 0) : 0), 0);
  const folded = new Set(before.findings.flatMap(({ rule, places }) => (places === null ? [] : [rule])));
  const news = after.findings.flatMap(({ rule, message, start }) => {
    const left = known.get(key(rule, message)) ?? 0;
    known.set(key(rule, message), left - 1);
    if (left > 0) return [];
    const isRest = folded.has(rule) && placesOf(after.findings, rule) <= placesOf(before.findings, rule);
    return isRest ? [] : [`${start.line} ${rule}: ${message}`];
  });
  const diff: [string, string][] = [];
  let changed = 0;
  let removed = '';
  for (const part of diffLines(text, once.text)) {
    if (part.removed) {
      changed += part.count ?? 0;
      removed = part.value;
      continue;
    }
    if (part.added) {
      if (removed === '') changed += part.count ?? 0;
      diff.push([removed, part.value]);
    } else if (removed !== '') diff.push([removed, '']);
    removed = '';
  }
  return { path, lines, changed, losses: lossesIn(text, once.text), news, again: twice.applied, diff };
}

/** The figures of many lists, one line each, with what is wrong below it. */
export function* fixTable(all: readonly FixFigures[], showDiff: boolean): Generator<string> {
  const share = ({ changed, lines }: FixFigures): number => (changed / lines) * 100;
  yield 'Fixing: lines changed, what is lost, new findings, fixes of a second run';
  for (const one of all) {
    const { path, losses, news, again, diff } = one;
    const mark = losses.length > 0 || again > 0 || share(one) > 10 ? '!' : ' ';
    yield `${mark} ${share(one).toFixed(1).padStart(5)}%  ${path.slice(0, 70).padEnd(70)} lost ${losses.length}, new ${news.length}, again ${again}`;
    for (const loss of losses) yield `      lost: ${loss}`;
    for (const said of news) yield `      new: ${said.slice(0, 200)}`;
    if (showDiff) {
      for (const [before, after] of diff) {
        yield before.replace(/^/gm, '    - ').slice(0, 600);
        yield after.replace(/^/gm, '    + ').slice(0, 600);
      }
    }
  }
  const shares = all.map(share).sort((a, b) => a - b);
  const sum = (count: (one: FixFigures) => number): number => all.reduce((total, one) => total + count(one), 0);
  yield `${all.length} lists: median ${(shares[shares.length >> 1] ?? 0).toFixed(1)}% of lines changed (2 wanted), most ${(shares.at(-1) ?? 0).toFixed(1)}% (10 wanted), losses ${sum((one) => one.losses.length)} (0 wanted), new findings ${sum((one) => one.news.length)}, fixes of second runs ${sum((one) => one.again)} (0 wanted)`;
}
