import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/diff/list-diff.js';
import { exportList } from '../../src/export/export-list.js';
import { formatNames, loadFormat } from '../../src/export/formats.js';
import { statsOf } from '../../src/export/stats.js';
import { parse } from '../../src/parse/parse.js';
import { outlineOf } from '../../src/report/outline.js';
import { loadReporter, reporterNames } from '../../src/report/registry.js';
import { noColors } from '../../src/report/terminal/colors.js';
import { pretty } from '../../src/report/terminal/pretty.js';
import { renderTree } from '../../src/report/terminal/tree.js';
import { reportOf } from '../report/made.js';
import { everySetting, fixWith, linted } from './fixing.js';
import { shapes } from './shapes.js';
import { stepsOf } from './steps.js';

/** The shapes that were found to take long, and of the others one of each kind; `npm run bench growth` measures all. */
const others = [
  ...['quotes that deepen and flatten', 'emphasis that nests', 'brackets in brackets', 'links whose title has no end'],
  ...['backticks of growing length', 'single backticks', 'entities', 'autolinks', 'tags without an end'],
  ...['details that are closed', 'directives that enable', 'a table of many columns', 'definitions that are used'],
  ...[
    'uses of one definition',
    'footnotes',
    'mail addresses',
    'combining marks',
    'zero-width spaces',
    'headings of one name',
  ],
  ...[
    'entries in no order',
    'entries of almost one name',
    'tiers that count on',
    'query parameters',
    'contents that nest',
  ],
];
const names = [...Object.keys(shapes).slice(0, Object.keys(shapes).indexOf('quotes in quotes')), ...others];

/** Shapes with many findings, fixes, links or sections: what the later stages have to do with. */
const found = [
  ...['underlined headings', 'four levels of numbers', 'entries in no order', 'entries of one URL'],
  ...['entries with many links', 'contents that lead nowhere', 'links that Markdown does not read', 'emoji'],
  ...['tables of HTML', 'one entry in many sections'],
];

const view = { painter: noColors, width: 80, unicode: true };
const reporters = (await Promise.all(reporterNames.map(loadReporter))).flatMap((one) => one ?? []);
const formats = await Promise.all(formatNames.map(loadFormat));

/** What a stage does with a text; what comes before it is not measured. */
const stages: Readonly<Record<string, (text: string) => () => void>> = {
  'reading and linting': (text) => () => void linted(text, everySetting),
  fixing: (text) => () => void fixWith(text, everySetting),
  reporting: (text) => {
    const { list, findings } = linted(text, everySetting);
    const [report, lists] = [reportOf([list], findings), [outlineOf(list, 'awesome', null)]];
    return () => {
      for (const reporter of reporters) reporter(report, { lists, rules: [] });
      pretty(report, { ...view, verbose: true, lists });
      renderTree(list, view);
    };
  },
  exporting: (text) => {
    // Without a feed OPML has nothing to write.
    const list = parse(`${text}\n- [Feed](http://b.test/feed.xml) - C.\n`);
    return () => {
      const exported = exportList(list, {
        repository: null,
        additionOf: () => ({ commit: 'a', date: 0 }),
        healthOf: () => null,
      });
      const stats = statsOf({ list: exported, history: null, trouble: null, now: 0 });
      for (const format of formats) format(exported, stats);
    };
  },
  comparing: (text) => {
    const middle = text.indexOf('\n', text.length / 2) + 1;
    const after = parse(`${text.slice(0, middle)}- [new](http://new.test) - C.\n${text.slice(middle)}`);
    const before = parse(text);
    return () => void changesBetween(before, after);
  },
};

/** What a stage takes: steps, and milliseconds of CPU time. */
function costOf(stage: string, text: string): { readonly steps: number; readonly time: number } {
  const work = stages[stage]?.(text) ?? (() => {});
  let time = 0;
  const steps = stepsOf(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    time = (user + system) / 1000;
  });
  return { steps, time };
}

/** Longer lines than these are not read by all rules, which would hide what they cost; of lines there may be more. */
const [line, text] = [
  [5_000, 20_000],
  [25_000, 100_000],
] as const;

/**
 * Four times the text takes sixteen times as much where the cost grows with the square. The engine's own work is seen in the
 * time alone, which other programs and its memory make longer: its margin is wide, and the shortest of several counts.
 */
const most = { steps: 5, time: 10 };
/** What takes less is the same for every text, or a machine's noise. */
const floor = { steps: 20_000, time: 100 };
const attempts = 5;

describe.each(Object.keys(stages))('the cost of %s', (stage) => {
  test.each(stage === 'reading and linting' ? names : found)(
    'grows with the length of %s',
    { timeout: 300_000 },
    (name) => {
      const shape = shapes[name];
      if (shape === undefined) throw new Error(`no shape is called ${name}`);
      const [short, long] = shape(line[0]).split('\n').length < 50 ? line : text;
      const [small, large] = [costOf(stage, shape(short)), costOf(stage, shape(long))];
      expect(large.steps / Math.max(floor.steps, small.steps)).toBeLessThan(most.steps);

      let [least, longest] = [small.time, large.time];
      for (let attempt = 1; attempt < attempts && longest >= most.time * Math.max(floor.time, least); attempt++) {
        least = Math.min(least, costOf(stage, shape(short)).time);
        longest = Math.min(longest, costOf(stage, shape(long)).time);
      }
      expect(longest / Math.max(floor.time, least)).toBeLessThan(most.time);
    },
  );
});
