import { expect, test } from 'vitest';
import { html } from '../../src/report/html/html.js';
import { json } from '../../src/report/json.js';
import { markdown } from '../../src/report/markdown/markdown.js';
import { readDocument } from './document.js';
import { factsOf } from './hostile.js';
import { finding, listOf, reportOf, row, shown } from './made.js';

const text = `# Looms\n\n## Floor\n\n${Array.from({ length: 9 }, (_, one) => `- [Loom ${one}](https://loom.test/${one}) - Weaves.\n`).join('')}`;
const list = listOf(text);

const occurrence = (line: number) => ({ path: 'README.md', line, column: 3, entry: null });
const links = [
  row('https://loom.test/0', { verdict: 'broken', reason: 'http-404', occurrences: [occurrence(5), occurrence(6)] }),
  row('https://loom.test/1', { verdict: 'broken', reason: 'http-404', occurrences: [occurrence(6)] }),
  row('https://loom.test/2', { verdict: 'suspect', reason: 'soft-404' }),
  ...[3, 4, 5, 6, 7].map((one) => row(`https://loom.test/${one}`)),
];
const linkFinding = (one: number) =>
  finding(list, `https://loom.test/${one}`, {
    ...{ rule: 'link-broken', verdict: 'broken', url: `https://loom.test/${one}` },
  });
const findings = [
  linkFinding(0),
  linkFinding(0),
  linkFinding(1),
  finding(list, 'Loom 3', { rule: 'no-placeholder' }),
  // One finding, however many places it represents.
  finding(list, 'Loom 4', {
    ...{ rule: 'entry-name', severity: 'warning' },
    places: [finding(list, 'Loom 5'), finding(list, 'Loom 6')].map(({ start, end }) => ({ start, end })),
  }),
  finding(list, 'Loom 7', { rule: 'description-end', severity: 'warning' }),
  finding(list, 'Loom 8', { rule: 'url-https', severity: 'info' }),
];

/** A number before a word in a text; 0 where it is not said. */
const numberOf = (said: string, word: RegExp): number =>
  Number(new RegExp(`(\\d+) ${word.source}`).exec(said.replace(/\s+/g, ' '))?.[1] ?? 0);

test.each(['check', 'lint'] as const)('every report of %s gives the same numbers', async (command) => {
  const isCheck = command === 'check';
  const told = isCheck ? findings : findings.filter(({ rule }) => rule !== 'link-broken');
  const report = reportOf([list], told, { command, links: isCheck ? links : [] });
  const { stats } = JSON.parse(json(report));
  const numbers = {
    ...{ error: stats.findings.error, warning: stats.findings.warning, info: stats.findings.info },
    ...{ broken: stats.links.broken, suspect: stats.links.suspect, alive: stats.links.alive },
  };
  expect(numbers).toEqual({
    ...{ error: isCheck ? 4 : 1, warning: 2, info: 1 },
    ...(isCheck ? { broken: 2, suspect: 1, alive: 5 } : { broken: 0, suspect: 0, alive: 0 }),
  });

  for (const said of [await shown(report, [list]), markdown(report, factsOf())]) {
    expect({
      ...{ error: numberOf(said, /errors?/), warning: numberOf(said, /warnings?/), info: numberOf(said, /info/) },
      ...{ broken: numberOf(said, /broken/), suspect: numberOf(said, /suspect/), alive: numberOf(said, /alive/) },
    }).toEqual(numbers);
  }

  const met = readDocument(html(report, factsOf()));
  const words = (name: string): string => met.find((one) => one.name === name)?.text ?? '';
  const tiles = met.filter(({ attributes }) => attributes.class === 'legend').map((one) => one.text);
  const page = `${words('h1')} ${tiles.join(' ')}`;
  expect(numberOf(words('h1'), /broken links?/)).toBe(numbers.broken);
  // A broken link is one row of the page, with all of its findings.
  expect(numberOf(words('h1'), isCheck ? /other errors?/ : /errors?/)).toBe(numbers.error - (isCheck ? 3 : 0));
  expect(numberOf(words('h1'), /warnings?/)).toBe(numbers.warning);
  for (const word of ['suspect', 'alive'] as const) {
    expect(numberOf(page.replace(/[^\w\s]/g, ' '), new RegExp(word))).toBe(numbers[word]);
  }
});
