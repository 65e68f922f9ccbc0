import { describe, expect, test } from 'vitest';
import type { Severity } from '../../../src/model/finding.js';
import type { ReportLink } from '../../../src/model/report.js';
import { reasonText } from '../../../src/report/terminal/link-findings.js';
import { finding, listOf, markingPainter, reportOf, row, shown } from '../made.js';
import { hostile, unwanted } from './hostile-text.js';

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
         ✖ 8:38  description-end [*]  \`Parts the warp\` is wrong; fix it
           8 │ - [Reed](https://reed.example/a) - Parts the warp
             │                                    ^^^^^^^^^^^^^^
           + │ changes line 1

        Dyes
         ▲ 14:40  entry-separator  A dash; write a hyphen
           14 │ - [Madder](https://madder.example/root) – Red.
              │                                        ^^^

      1 error, 1 warning in 3 entries across 3 sections and 2 tiers
                  safe [*]  review [?]  manual
        errors           1           -       -
        warnings         -           -       1
      Next: listwright lint --fix  (fixes 1 finding, marked [*])"
    `);
    expect(await shown(report, [list], { width: 120, painter: markingPainter })).toMatchInlineSnapshot(`
      "
      <underline:README.md>

        <bold:Weaving › Warp › Tier 1: Thread>
         <red:✖> <dim:8:38>  <dim:description-end> [*]  \`Parts the warp\` is wrong; fix it
           <dim:8 │> - [Reed](https://reed.example/a) - Parts the warp
           <dim:  │> <red:                                   ^^^^^^^^^^^^^^>
           <green:+> <dim:│> <dim:changes line 1>

        <bold:Dyes>
         <yellow:▲> <dim:14:40>  <dim:entry-separator>  A dash; write a hyphen
           <dim:14 │> - [Madder](https://madder.example/root) – Red.
           <dim:   │> <yellow:                                       ^^^>

      <red:<bold:1 error>>, <bold:1 warning> in 3 entries across 3 sections and 2 tiers
      <dim:            safe [*]  review [?]  manual>
        errors           1           -       -
        warnings         -           -       1
      Next: listwright lint --fix  (fixes 1 finding, marked [*])"
    `);
    expect(await shown(report, [list], { width: 48, unicode: false })).toMatchInlineSnapshot(`
      "
      README.md

        Weaving > Warp > Tier 1: Thread
         x 8:38  description-end [*]  \`Parts the warp\`
           is wrong; fix it
           8 | ...s://reed.example/a) - Parts the warp
             |                          ^^^^^^^^^^^^^^
           + | changes line 1

        Dyes
         ! 14:40  entry-separator  A dash; write a
           hyphen
           14 | ...https://madder.example/root) – Red.
              |                                ^^^

      1 error, 1 warning in 3 entries across 3
      sections and 2 tiers
                  safe [*]  review [?]  manual
        errors           1           -       -
        warnings         -           -       1
      Next: listwright lint --fix
        (fixes 1 finding, marked [*])"
    `);
  });

  test('of a clean list is one friendly line', async () => {
    expect(await shown(reportOf([list], []), [list])).toMatchInlineSnapshot(`
"✔ README.md: 3 entries in 3 sections and 2 tiers, no problems found"
    `);
    expect(await shown(reportOf([list], []), [list], { painter: markingPainter })).toContain('<green:');
  });

  test('of several lists names each file, in order', async () => {
    const other = listOf('# Other\n\n## Odds\n\n- Ends\n', 'docs/other.md');
    const report = reportOf([list, other], [finding(other, 'Ends'), finding(list, 'Reed')]);
    const text = await shown(report, [list, other]);
    expect(text.indexOf('\nREADME.md\n')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('\ndocs/other.md\n')).toBeGreaterThan(text.indexOf('\nREADME.md\n'));
    expect(text).toMatch(/^2 errors in 4 entries across 4 sections and 2 tiers of 2 files$/m);
  });

  test('of a clean check is one line too', async () => {
    const alive = [row('https://reed.example/a'), row('https://comb.example/')];
    const say = (links: readonly ReportLink[]) =>
      shown(reportOf([list], [], { command: 'check', links }), [list], { width: 120 });
    expect(await say(alive)).toBe(
      '✔ README.md: 3 entries in 3 sections and 2 tiers, all 2 links alive, no problems found',
    );
    expect(await say([...alive, row('mailto:a@b.example', { verdict: 'skipped' })])).toBe(
      '✔ README.md: 3 entries in 3 sections and 2 tiers, 3 links (1 skipped, 2 alive), no problems found',
    );
    // No green tick for what nobody has asked.
    expect(await say([row('https://reed.example/a', { verdict: 'skipped', reason: 'offline' })])).toBe(
      'README.md: 3 entries in 3 sections and 2 tiers, no problems found; 1 link not checked (no network)',
    );
  });

  test('that was cut short says how much was left to ask', async () => {
    const links = [
      row('https://reed.example/a'),
      row('https://comb.example/', { verdict: 'skipped', reason: 'interrupted' }),
    ];
    const text = await shown(reportOf([list], [], { command: 'check', links, interrupted: true }), [list]);
    expect(text).toMatch(/Interrupted with 1 of 2 links not checked: the results are incomplete\.$/);
  });

  test('says what was left out, silenced and cut short', async () => {
    const all = [finding(list, 'Reed'), finding(list, 'Comb', { severity: 'warning' })];
    const report = reportOf([list], all, { suppressed: 3, interrupted: true });
    const quiet = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
    const text = await shown(quiet, [list]);
    expect(text).toContain('1 error in 3 entries across 3 sections and 2 tiers (3 suppressed, 1 not shown)');
    expect(text).toContain('Interrupted: the results are incomplete.');
    expect(text).not.toContain('Comb');
    expect(await shown({ ...report, findings: [] }, [list], { width: 100 })).toContain(
      'no errors (3 suppressed, 2 not shown)',
    );
  });

  const head = '            safe [*]  review [?]  manual';
  test.each([
    [['safe'], ['Next: listwright lint --fix  (fixes 1 finding, marked [*])']],
    [
      ['safe', 'safe'],
      [head, '  errors           2           -       -', 'Next: listwright lint --fix  (fixes 2 findings, marked [*])'],
    ],
    [
      ['safe', 'unsafe', null],
      [head, '  errors           1           1       1', 'Next: listwright lint --fix  (fixes 1 finding, marked [*])'],
    ],
    [
      ['unsafe', null, null],
      [
        head,
        '  errors           -           1       2',
        'Next: listwright lint --fix=unsafe --fix-dry-run',
        '  (shows fixes for 1 finding, marked [?])',
      ],
    ],
    [[null], ['Next: listwright rules some-rule  (explains the error)']],
  ])('counts %j in a table and names the next command', async (fixes, expected) => {
    const found = fixes.map((fix) =>
      finding(list, 'Reed', { fix: fix === null ? null : { safe: fix === 'safe', edits: [edit] } }),
    );
    const lines = (await shown(reportOf([list], found), [list])).split('\n');
    expect(lines.slice(-expected.length)).toEqual(expected);
    expect(lines.join('\n').includes(head)).toBe(expected.length > 1);
  });

  test('the table counts info with and without a fix', async () => {
    const note = { severity: 'info', rule: 'a-note' } as const;
    const found = [
      finding(list, 'Reed', note),
      finding(list, 'Comb', { ...note, fix: { safe: true, edits: [edit] } }),
      finding(list, 'Madder', { severity: 'warning' }),
    ];
    const text = await shown(reportOf([list], found), [list]);
    expect(text).toContain('  warnings         -           -       1\n  info             1           -       1\n');
    const notes = await shown(reportOf([list], found.slice(0, 1)), [list]);
    expect(notes).not.toContain('Next:');
  });

  test('shows a corrected line whole where an earlier fix of it changes its length', async () => {
    const text = '# Looms\n\n- [Reed](https://reed.test/) - Parts  the warp of wefts\n';
    const short = listOf(text);
    const [space, end] = [text.indexOf('  the'), text.length - 1];
    const found = [
      finding(short, 'Parts', { fix: { safe: true, edits: [{ start: space, end: space + 1, text: '' }] } }),
      finding(short, 'wefts', { fix: { safe: true, edits: [{ start: end, end, text: '.' }] } }),
    ];
    const lines = (await shown(reportOf([short], found), [short])).split('\n').filter((line) => /^\s*\+/.test(line));
    expect(lines.map((line) => line.replace(/^.*│ /, ''))).toEqual([
      '- [Reed](https://reed.test/) - Parts the warp of wefts.',
      '- [Reed](https://reed.test/) - Parts the warp of wefts.',
    ]);
  });

  test('the next command names the rule with most findings, and a path that needs no quotes', async () => {
    const found = ['a', 'b', 'c', 'b'].map((rule) => finding(list, 'Reed', { rule: `rule-${rule}` }));
    expect(await shown(reportOf([list], found), [list])).toMatch(
      /\nNext: listwright rules rule-b {2}\(explains these errors\)$/,
    );
    for (const [path, named] of [
      ['docs/tools.md', 'docs/tools.md '],
      ['a b.md', ''],
      ['-x.md', ''],
    ] as const) {
      const other = listOf(looms, path);
      const fixable = [finding(other, 'Reed', { fix: { safe: true, edits: [edit] } })];
      expect(await shown(reportOf([other], fixable), [other])).toContain(`\nNext: listwright lint ${named}--fix  (`);
    }
  });
});

describe('findings of one rule', () => {
  const many = listOf(
    `# Many\n\n## Odds\n\n${Array.from({ length: 600 }, (_, index) => `- [N${index}](https://n.example/${index})\n`).join('')}`,
  );
  const found = (count: number, severity: Severity = 'warning', message?: string) =>
    Array.from({ length: count }, (_, index) => {
      const facts = message === undefined ? { message: `${index} is wrong; fix it` } : { message };
      return finding(many, '[N', { severity, ...facts }, index + 1);
    });
  const rules = [{ id: 'some-rule', summary: 'Fix whatever is wrong', url: 'https://rules.example/#some-rule' }];

  test('fold when there are more than eight: how many, what the rule asks, the first three, and where', async () => {
    const text = await shown(reportOf([many], found(9)), [many], { rules });
    expect(text).toContain(
      [
        '  Grouped by rule: --verbose shows every place',
        '   ▲ 9 ×  some-rule  Fix whatever is wrong',
        '     line 5: 0 is wrong; fix it',
        '     line 6: 1 is wrong; fix it',
        '     line 7: 2 is wrong; fix it',
        '     also on lines 8, 9, 10, 11, 12, 13',
      ].join('\n'),
    );
    const ascii = await shown(reportOf([many], found(9)), [many], { rules, unicode: false });
    expect(ascii).toContain('   ! 9 x  some-rule  Fix whatever is wrong\n');
  });

  test('stand alone up to eight, and with --verbose', async () => {
    const eight = await shown(reportOf([many], found(8)), [many], { rules });
    expect(eight.match(/is wrong; fix it/g)).toHaveLength(8);
    const twelve = await shown(reportOf([many], found(12)), [many], { rules, verbose: true });
    expect(twelve.match(/is wrong; fix it/g)).toHaveLength(12);
    expect(twelve).not.toContain('--verbose');
  });

  test('that say the very same fold from four on, with their own words', async () => {
    const four = await shown(reportOf([many], found(4, 'error', 'A tab; write a blank')), [many], { rules });
    expect(four).toContain('   ✖ 4 ×  some-rule  A tab; write a blank\n     lines 5, 6, 7, 8\n');
    const three = await shown(reportOf([many], found(3, 'error', 'A tab; write a blank')), [many], { rules });
    expect(three.match(/A tab/g)).toHaveLength(3);
  });

  test('fold from the second on where they are notes', async () => {
    const two = await shown(reportOf([many], found(2, 'info')), [many], { rules });
    expect(two).toContain('   • 2 ×  some-rule  Fix whatever is wrong');
    expect(await shown(reportOf([many], found(2)), [many], { rules })).not.toContain('×');
    expect(await shown(reportOf([many], found(1, 'info')), [many], { rules })).not.toContain('×');
  });

  test('do not flood: five hundred take seven lines, two of them with places', async () => {
    const text = await shown(reportOf([many], found(500)), [many], { rules });
    expect(text.split('\n').length).toBeLessThan(17);
    expect(text).toMatch(/^ {5}also on lines 8, 9, [\d,\n ]+ and \d+ more lines$/m);
    const [, last = '', more = ''] = /(\d+) and (\d+) more lines$/m.exec(text) ?? [];
    expect(Number(last) - 4 + Number(more)).toBe(500);
  });

  test('one finding that stands for many names their lines', async () => {
    const [first, ...rest] = found(12);
    if (first === undefined) throw new Error('none');
    const report = reportOf([many], [{ ...first, places: rest }]);
    expect(await shown(report, [many])).toContain('     also on lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16\n');
    const all = reportOf([many], [{ ...first, places: found(600).slice(1) }]);
    expect(await shown(all, [many])).toMatch(/and \d+ more lines\n/);
    expect(await shown(all, [many], { verbose: true })).toContain('\n     604 │ ');
  });
});

describe('the corrected line', () => {
  const at = looms.indexOf('Parts the warp') + 'Parts the warp'.length;
  const shownWith = (safe: boolean, text = '.') =>
    shown(
      reportOf([list], [finding(list, 'Parts the warp', { fix: { safe, edits: [{ start: at, end: at, text }] } })]),
      [list],
    );

  test('stands below the carets, with a plus where the fix is safe and a question mark where it needs a look', async () => {
    expect(await shownWith(true)).toContain('\n     + │ - [Reed](https://reed.example/a) - Parts the warp.\n');
    expect(await shownWith(false)).toContain('\n     ? │ - [Reed](https://reed.example/a) - Parts the warp.\n');
  });

  test('is in words where a fix goes beyond the line', async () => {
    expect(await shownWith(true, '.\nMore')).toMatch(/ \+ │ adds a line at line 8\n/);
    expect(await shownWith(false, '.\nMore')).toMatch(/ \? │ adds a line at line 8\n/);
  });

  test('shows in green what is new alone', async () => {
    const fix = { safe: true, edits: [{ start: at, end: at, text: '.' }] };
    const report = reportOf([list], [finding(list, 'Parts the warp', { fix })]);
    expect(await shown(report, [list], { painter: markingPainter })).toContain('Parts the warp<green:.>\n');
  });
});

test('a long link is cut in both of its parts', async () => {
  const text = `[${'Loom '.repeat(9)}](https://loom.example/${'warp/'.repeat(9)})`;
  const long = listOf(`# Looms\n\n- ${text}: Weaves.\n`);
  const report = reportOf([long], [finding(long, text, {})]);
  expect(await shown(report, [long])).toContain('3 │ - [Loom Loom Loom Loo…](https://loom.examp…): Weaves.\n');
});

test('a finding about the file has a heading of its own, and no excerpt', async () => {
  const about = { ...finding(list, 'Parts the warp', { message: 'The file is long' }), start: list.place(0, 0).start };
  const report = reportOf([list], [{ ...about, end: about.start }]);
  expect(await shown(report, [list])).toContain('  Whole file\n   ✖ 1:1  some-rule  The file is long\n\n');
});

test('spaces that are the fault can be seen', async () => {
  const odd = listOf('# Odd  \n');
  const report = reportOf([odd], [finding(odd, '  ', {})]);
  expect(await shown(report, [odd])).toContain('1 │ # Odd··\n');
  expect(await shown(report, [odd], { unicode: false })).not.toContain('·');
  const between = listOf('# Odd\u00A0 one\n');
  expect(await shown(reportOf([between], [finding(between, '\u00A0 ', {})]), [between])).toContain('1 │ # Odd␣ one\n');
});

describe('links', () => {
  const dead = row('https://madder.example/root', {
    verdict: 'broken',
    reason: 'http-404',
    status: 404,
    evidence: [
      'GET a -> 500',
      'GET a -> 404 (Not Found)',
      { kind: 'confirmed', afterMs: 12_000, same: true, seen: 'GET a' },
    ],
  });
  const moved = row('https://reed.example/a', { verdict: 'moved', finalUrl: 'https://reed.example/new' });
  const report = reportOf(
    [list],
    [
      finding(list, '[Reed](https://reed.example/a)', { rule: 'link-moved', severity: 'warning', url: moved.url }),
      finding(list, '[Madder](https://madder.example/root)', { rule: 'link-broken', url: dead.url }),
    ],
    { command: 'links', links: [moved, dead, row('https://comb.example/', { verdict: 'unverifiable' })] },
  );

  test('broken ones come first, why in words; moved ones as old → new', async () => {
    expect(await shown(report, [list])).toMatchInlineSnapshot(`
      "
      README.md

        Broken links: replace or remove them  link-broken
         ✖ 14:3  the page does not exist (404 twice, 12 s apart)
           https://madder.example/root

        Moved links: use the new URL  link-moved
         ▲ 8:5  https://reed.example/a → https://reed.example/new

      1 error, 1 warning in 3 entries across 3 sections and 2 tiers
      3 links: 1 broken, 1 moved, 1 unverifiable; \`unverifiable\` sites block automated
      checks
                  safe [*]  review [?]  manual
        errors           -           -       1
        warnings         -           -       1
      Next: listwright rules link-moved  (explains the warning)"
    `);
    const narrow = await shown(report, [list], { width: 50, unicode: false });
    expect(narrow).toContain('   ! 8:5  https://reed.example/a\n     -> https://reed.example/new\n');
  });

  test('with --verbose the line and all evidence stand below', async () => {
    expect(await shown(report, [list])).not.toContain('GET a -> 500');
    const text = await shown(report, [list], { verbose: true });
    expect(text).toContain('14 │ - [Madder](https://madder.example/root) – Red.');
    expect(text).toContain('GET a -> 500');
  });

  const gone = (url: string, facts: Partial<ReportLink> = {}) =>
    row(url, { verdict: 'broken', reason: 'dns', status: null, evidence: [], ...facts });
  test.each([
    [
      { evidence: [{ kind: 'confirmed', afterMs: 12_000, same: true, seen: 'GET a' }] },
      'its host name does not exist (twice, 12 s apart)',
    ],
    [{ reason: 'http-404', status: 404 }, 'the page does not exist (404)'],
    [
      {
        reason: 'http-5xx',
        status: 503,
        evidence: [{ kind: 'failures', count: 3, since: '2026-03-01T00:00:00Z' }, 'a copy is at b'],
      },
      'the server responded with an error (503 3 times since 2026-03-01)',
    ],
    [
      { reason: 'video-removed', evidence: [{ kind: 'confirmed', afterMs: 3000, same: false, seen: 'gone' }] },
      'the video was removed',
    ],
    // A report that is read back has only sentences, which nothing takes apart.
    [{ evidence: ['the same 12 s later: GET a'] }, 'its host name does not exist'],
    [{ reason: 'dns' }, 'its host name does not exist'],
  ] satisfies readonly (readonly [Partial<ReportLink>, string])[])('%j: %s', (facts, words) =>
    expect(reasonText(gone('https://gone.example/', facts))).toBe(words),
  );

  /** A list with a broken link to each of these addresses, one a line. */
  function brokenList(urls: readonly string[], facts: Partial<ReportLink> = {}) {
    const many = listOf(`# L\n\n## S\n\n${urls.map((url) => `- [E](${url}) - Some.\n`).join('')}`);
    const found = urls.map((url, index) =>
      finding(many, '[E]', { rule: 'link-broken', url, message: `${url} is broken: why; replace` }, index + 1),
    );
    const links = [...new Set(urls)].map((url) => gone(url, facts));
    return { many, report: reportOf([many], found, { command: 'links', links }) };
  }

  test('four to a host that is gone are one, three are not, and pages of a host that lives are not', async () => {
    const urls = [1, 2, 3, 4].map((page) => `https://gone.example/${page}`);
    const four = brokenList(urls);
    expect(await shown(four.report, [four.many])).toContain(
      '   ✖ 4 links to gone.example: its host name does not exist\n     lines 5, 6, 7, 8\n',
    );
    expect(await shown(four.report, [four.many], { verbose: true })).toContain(`     ${urls[3]}\n`);
    const three = brokenList(urls.slice(1));
    expect(await shown(three.report, [three.many])).toContain(`     ${urls[3]}\n`);
    const pages = brokenList(urls, { reason: 'http-404', status: 404 });
    expect(await shown(pages.report, [pages.many])).toContain(`     ${urls[3]}\n`);
  });

  test('an address in several lines is told once', async () => {
    const { many, report: twice } = brokenList(['https://gone.example/', 'https://gone.example/']);
    const text = await shown(twice, [many]);
    expect(text.match(/https:\/\/gone/g)).toHaveLength(1);
    expect(text).toContain('     also on line 6\n');
  });

  test('those that only became https are one from four on', async () => {
    const urls = [1, 2, 3, 4, 5].map((page) => `http://reed.example/${page}`);
    const many = listOf(`# L\n\n## S\n\n${urls.map((url) => `- [E](${url}) - Some.\n`).join('')}`);
    const fix = { safe: true, edits: [edit] };
    const found = urls.map((url, index) =>
      finding(many, '[E]', { rule: 'link-moved', severity: 'warning', url, fix }, index + 1),
    );
    const links = urls.map((url, index) =>
      row(url, {
        verdict: 'moved',
        finalUrl: index === 4 ? 'https://reed.example/five' : url.replace('http:', 'https:'),
      }),
    );
    const text = await shown(reportOf([many], found, { command: 'links', links }), [many]);
    expect(text).toContain('   ▲ 9:3  http://reed.example/5 → https://reed.example/five [*]\n');
    expect(text).toContain('   ▲ 4 differ only in https://\n     lines 5, 6, 7, 8\n');
    const few = await shown(reportOf([many], found.slice(1), { command: 'links', links }), [many]);
    expect(few).toContain('http://reed.example/2 → https://reed.example/2 [*]\n');
  });

  test('a long address is whole, so that it can be copied, and one without end is not', async () => {
    const say = async (url: string) => {
      const { many, report: one } = brokenList([url]);
      return shown(one, [many]);
    };
    const long = `https://reed.example/${'a'.repeat(200)}`;
    expect(await say(long)).toContain(long);
    const widest = Math.max(...(await say(`${long}${'b'.repeat(9000)}`)).split('\n').map((line) => line.length));
    expect(widest).toBeLessThan(500);
    const message = await shown(reportOf([list], [finding(list, 'Reed', { message: 'x'.repeat(200) })]), [list]);
    expect(message).not.toContain('x'.repeat(100));
  });

  test('lead where they say, on a terminal with links, and what is seen stays the same', async () => {
    const linked = (text: string, url: string) => `<${url}|${text}>`;
    const fileUrl = (path: string, line: number) => `file:///${path}#${line}`;
    const rules = [{ id: 'link-broken', summary: '', url: 'https://rules.example/' }];
    const text = await shown(report, [list], { linked, fileUrl, rules });
    expect(text).toContain('<file:///README.md#14|14:3>');
    expect(text).toContain('<https://rules.example/|link-broken>');
    expect(text).toContain('     <https://madder.example/root|https://madder.example/root>\n');
    expect(text.replace(/<[^|<]*\|([^>]*)>/g, '$1')).toBe(await shown(report, [list], { rules }));
    const other = reportOf([list], [finding(list, 'Reed', { message: 'See https://reed.example/a.' })]);
    expect(await shown(other, [list], { linked })).toContain('<https://reed.example/a|https://reed.example/a>.');
  });

  test('a run without links says so', async () => {
    const found = [finding(list, 'Reed')];
    expect(await shown(reportOf([list], found, { command: 'check' }), [list])).toContain('\nNo links to check.');
    expect(await shown(reportOf([list], [], { command: 'check' }), [list])).toContain(', no links to check');
    expect(await shown(reportOf([list], []), [list])).not.toContain('link');
  });
});

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
    const lines = (await shown(report, [bad], { width, verbose: true })).split('\n');
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    expect(lines.join(' ')).toContain(':add-mask::w');
  }
});
