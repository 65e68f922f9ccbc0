import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Severity } from '../../src/model/finding.js';
import { charactersOf } from '../../src/report/width.js';
import { finding, listOf, markingPainter, reportOf, row, shown } from './made.js';

const looms = `# Looms

## Weaving

### Warp

- **Tier 1: Thread**
  - [Reed](https://reed.example/a) - Parts the warp
- **Tier 2: Cloth**
  - [Comb](https://comb.example/) - Beats the weft.

## Dyes

- [Madder](https://madder.example/root) – Red.
`;
const list = listOf(looms);
const edit = { start: 0, end: 0, text: '' };

describe('a report of lint', () => {
  test('groups by section and tier, and points at the place', async () => {
    const report = reportOf(
      [list],
      [
        finding(list, 'Parts the warp', { rule: 'description-end', fix: { safe: true, edits: [edit] } }),
        finding(list, ' – ', { severity: 'warning', rule: 'entry-separator', message: 'A dash; write a hyphen' }),
      ],
    );
    expect(await shown(report, [list])).toMatchInlineSnapshot(`
      "
      README.md

        Weaving › Warp › Tier 1: Thread
         ✖ 8:38  \`Parts the warp\` is wrong; mend it  description-end
           8 │ - [Reed](https://reed.example/a) - Parts the warp
             │                                    ^^^^^^^^^^^^^^

        Dyes
         ▲ 14:40  A dash; write a hyphen  entry-separator
           14 │ - [Madder](https://madder.example/root) – Red.
              │                                        ^^^

      1 error, 1 warning in 3 entries in 3 sections and 2 tiers
      --fix mends 1 of them, 1 is yours."
    `);
    expect(await shown(report, [list], { width: 120, painter: markingPainter })).toMatchInlineSnapshot(`
      "
      <underline:README.md>

        <bold:Weaving › Warp › Tier 1: Thread>
         <red:✖> <dim:8:38>  \`Parts the warp\` is wrong; mend it  <dim:description-end>
           <dim:8 │> - [Reed](https://reed.example/a) - Parts the warp
           <dim:  │> <cyan:                                   ^^^^^^^^^^^^^^>

        <bold:Dyes>
         <yellow:▲> <dim:14:40>  A dash; write a hyphen  <dim:entry-separator>
           <dim:14 │> - [Madder](https://madder.example/root) – Red.
           <dim:   │> <cyan:                                       ^^^>

      <red:<bold:1 error>>, <yellow:1 warning> in 3 entries in 3 sections and 2 tiers
      --fix mends 1 of them, 1 is yours."
    `);
    expect(await shown(report, [list], { width: 48, unicode: false })).toMatchInlineSnapshot(`
      "
      README.md

        Weaving > Warp > Tier 1: Thread
         x 8:38  \`Parts the warp\` is wrong; mend it
           description-end
           8 | ...s://reed.example/a) - Parts the warp
             |                          ^^^^^^^^^^^^^^

        Dyes
         ! 14:40  A dash; write a hyphen
           entry-separator
           14 | ...https://madder.example/root) – Red.
              |                                ^^^

      1 error, 1 warning in 3 entries in 3 sections
      and 2 tiers
      --fix mends 1 of them, 1 is yours."
    `);
  });

  test('of a clean list is one friendly line', async () => {
    expect(await shown(reportOf([list], []), [list])).toMatchInlineSnapshot(`
      "
      README.md: 3 entries in 3 sections and 2 tiers, nothing to mend"
    `);
    expect(await shown(reportOf([list], []), [list], { painter: markingPainter })).toContain('<green:');
  });

  test('of several lists names each file, in order', async () => {
    const other = listOf('# Other\n\n## Odds\n\n- Ends\n', 'docs/other.md');
    const report = reportOf([list, other], [finding(other, 'Ends'), finding(list, 'Reed')]);
    const text = await shown(report, [list, other]);
    expect(text.indexOf('\nREADME.md\n')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('\ndocs/other.md\n')).toBeGreaterThan(text.indexOf('\nREADME.md\n'));
    expect(text).toMatch(/^2 errors in 4 entries in 4 sections and 2 tiers of 2 files$/m);
  });

  test('says what was left out, silenced and cut short', async () => {
    const all = [finding(list, 'Reed'), finding(list, 'Comb', { severity: 'warning' })];
    const report = reportOf([list], all, { suppressed: 3, interrupted: true });
    const quiet = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
    const text = await shown(quiet, [list]);
    expect(text).toContain('1 error in 3 entries in 3 sections and 2 tiers (3 silenced, 1 not shown)');
    expect(text).toContain('Interrupted: this is what was found so far.');
    expect(text).not.toContain('Comb');
    expect(await shown({ ...report, findings: [] }, [list], { width: 100 })).toContain(
      'no errors (3 silenced, 2 not shown)',
    );
  });

  test.each([
    [['safe'], '--fix mends it.'],
    [['safe', 'safe'], '--fix mends all of them.'],
    [['safe', 'unsafe', null], '--fix mends 1 of them, --fix=unsafe 1 more that needs a look, 1 is yours.'],
    [['unsafe', null, null], '--fix=unsafe mends 1 that needs a look, 2 are yours.'],
  ])('%j: %s', async (fixes, expected) => {
    const found = fixes.map((fix) =>
      finding(list, 'Reed', { fix: fix === null ? null : { safe: fix === 'safe', edits: [edit] } }),
    );
    expect((await shown(reportOf([list], found), [list])).split('\n').at(-1)).toBe(expected);
  });

  test('leaves out what to do where all is to be done by hand', async () => {
    const text = await shown(reportOf([list], [finding(list, 'Reed')]), [list]);
    expect(text.split('\n').at(-1)).toBe('1 error in 3 entries in 3 sections and 2 tiers');
  });
});

describe('findings of one rule', () => {
  const many = listOf(
    `# Many\n\n## Odds\n\n${Array.from({ length: 12 }, (_, index) => `- [N${index}](https://n.example/${index})\n`).join('')}`,
  );
  const found = (count: number, severity: Severity = 'warning') =>
    Array.from({ length: count }, (_, index) => finding(many, '[N', { severity }, index + 1));

  test('fold when there are more than eight, the first in full', async () => {
    const text = await shown(reportOf([many], found(9)), [many]);
    expect(text).toContain('and 8 more like it: lines 6, 7, 8, 9, 10, 11, … (--verbose shows all)');
    expect(text.match(/some-rule/g)).toHaveLength(1);
  });

  test('stand alone up to eight, and with --verbose', async () => {
    const eight = await shown(reportOf([many], found(8)), [many]);
    expect(eight.match(/some-rule/g)).toHaveLength(8);
    const twelve = await shown(reportOf([many], found(12)), [many], { verbose: true });
    expect(twelve.match(/some-rule/g)).toHaveLength(12);
    expect(twelve).not.toContain('--verbose');
  });

  test('fold from the second on where they are notes', async () => {
    const two = await shown(reportOf([many], found(2, 'info')), [many]);
    expect(two).toContain('and 1 more like it: line 6 (--verbose shows all)');
    expect((await shown(reportOf([many], found(2)), [many])).includes('more like it')).toBe(false);
    expect(await shown(reportOf([many], found(1, 'info')), [many])).not.toContain('more like it');
  });

  test('one finding that stands for many names their lines', async () => {
    const [first, ...rest] = found(12);
    if (first === undefined) throw new Error('none');
    const report = reportOf([many], [{ ...first, places: rest }]);
    expect(await shown(report, [many])).toContain('     and at lines 6, 7, 8, 9, 10, 11, …\n');
    expect(await shown(report, [many], { verbose: true })).toContain('lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16\n');
  });
});

describe('links', () => {
  const dead = row('https://madder.example/root', {
    verdict: 'broken',
    reason: 'http-404',
    status: 404,
    evidence: ['GET a -> 500', 'GET a -> 404 (Not Found)', 'the same 12 s later: GET a -> 404 (Not Found)'],
  });
  const moved = row('https://reed.example/a', { verdict: 'moved' });
  const report = reportOf(
    [list],
    [
      finding(list, '[Reed](https://reed.example/a)', { rule: 'link-moved', severity: 'warning', url: moved.url }),
      finding(list, '[Madder](https://madder.example/root)', { rule: 'link-broken', url: dead.url }),
    ],
    { command: 'links', links: [moved, dead, row('https://comb.example/', { verdict: 'unverifiable' })] },
  );

  test('broken ones come first, each with the last of its evidence', async () => {
    expect(await shown(report, [list])).toMatchInlineSnapshot(`
      "
      README.md

        Broken links
         ✖ 14:3  \`[Madder](https://madder.example/root)\` is wrong; mend it
           link-broken
           14 │ - [Madder](https://madder.example/root) – Red.
              │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           GET a -> 404 (Not Found)
           the same 12 s later: GET a -> 404 (Not Found)

        Weaving › Warp › Tier 1: Thread
         ▲ 8:5  \`[Reed](https://reed.example/a)\` is wrong; mend it  link-moved
           8 │ - [Reed](https://reed.example/a) - Parts the warp
             │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           GET https://reed.example/a -> 200 (OK)

      1 error, 1 warning in 3 entries in 3 sections and 2 tiers
      3 links: 1 broken, 1 moved, 1 unverifiable; a site that refuses programs is no
      fault of the list"
    `);
    expect(await shown(report, [list])).not.toContain('GET a -> 500');
    expect(await shown(report, [list], { verbose: true })).toContain('GET a -> 500');
  });

  test('a long address is whole, so that it can be copied, and one without end is not', async () => {
    const long = `https://reed.example/${'a'.repeat(200)}`;
    const [first] = report.findings;
    if (first === undefined) throw new Error('none');
    const say = (url: string) =>
      shown({ ...report, findings: [{ ...first, message: `${url} is broken; take it out` }] }, [list]);
    expect(await say(long)).toContain(long);
    expect(await say('x'.repeat(200))).not.toContain('x'.repeat(100));
    const widest = Math.max(...(await say(`${long}${'b'.repeat(9000)}`)).split('\n').map((line) => line.length));
    expect(widest).toBeLessThan(500);
  });

  test('a run without links says so', async () => {
    expect(await shown(reportOf([list], [], { command: 'check' }), [list])).toContain('No link to check.');
    expect(await shown(reportOf([list], []), [list])).not.toContain('link');
  });
});

const esc = String.fromCharCode(27);
const hostile = [
  `${esc}[31mred`,
  `${esc}]8;;https://evil.example${String.fromCharCode(7)}click${esc}]8;;${String.fromCharCode(7)}`,
  '\u202Egnp.exe',
  '\u2066abc\u2069',
  '\u061Cx',
  '\u009B2J',
  'two\u2028lines',
  'a\r\nb',
  '\u0000',
];
/** What no terminal should get: controls but the line feed, separators, turns of direction. */
const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/;

test.each(hostile)('hostile text is disarmed wherever it stands: %j', async (text) => {
  const bad = listOf(`# ${text}\n\n## S ${text}\n\n- [Reed ${text}](https://reed.example/) - Parts ${text}.\n`);
  const url = `https://reed.example/${text}`;
  const report = reportOf([bad], [finding(bad, 'Reed', { rule: 'link-suspect', message: `${text} is bad`, url })], {
    command: 'links',
    links: [row(url, { verdict: 'suspect', evidence: [`title ${text}`] })],
  });
  const lines = await shown(report, [bad]);
  expect(lines).not.toMatch(unwanted);
  expect(lines).toContain('1 error in 1 entry');
});

test('a line that is broken before a workflow command does not begin with it', async () => {
  const url = 'https://reed.example/a';
  const evidence = `GET ${url} -> 404 (${'gone '.repeat(12)}::add-mask::x ::add-mask::y ::add-mask::z ::add-mask::w)`;
  const bad = listOf(looms.replace('## Dyes', '## ::warning::Dyes'));
  const found = [finding(bad, 'Reed', { rule: 'link-broken', url }), finding(bad, 'Madder')];
  const report = reportOf([bad], found, {
    command: 'links',
    links: [row(url, { verdict: 'broken', evidence: [evidence] })],
  });
  for (const width of [40, 60, 80, 100]) {
    const lines = (await shown(report, [bad], { width })).split('\n');
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    expect(lines.join(' ')).toContain(':add-mask::w');
  }
});

test('no line is wider than the terminal, whatever the list and the findings hold', async () => {
  const piece = fc.constantFrom('a', 'warp ', 'weft', ' ', '織', '🧵', '👩‍🌾', 'é', '\t', '`', '—', ...hostile);
  const words = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const spot = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 90 }),
    message: words,
    severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
  });
  await fc.assert(
    fc.asyncProperty(
      ...[words, words, fc.array(spot, { maxLength: 14 }), fc.integer({ min: 40, max: 130 }), fc.boolean(), words],
      async (title, description, spots, width, unicode, evidence) => {
        const any = listOf(`# L\n\n## T ${title}\n\n- [Reed](https://reed.example/) - ${description}.\n\n${title}\n`);
        const characters = charactersOf(any.text);
        const findings = spots.map(({ at, length, message, severity }) => {
          const from = at % characters.length;
          const text = characters.slice(from, from + Math.max(1, length)).join('');
          const facts = { severity, message: `${message} ${evidence}`, rule: 'link-suspect', url: 'u' };
          return finding(any, text, facts);
        });
        const links = [row('u', { verdict: 'suspect', evidence: [evidence] })];
        const report = reportOf([any], findings, { command: 'check', links, suppressed: 12 });
        for (const line of (await shown(report, [any], { width, unicode })).split('\n')) {
          const address = line.includes('://') && !/[│|]/.test(line);
          if (!address) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(unwanted);
        }
      },
    ),
    { numRuns: 150 },
  );
});
