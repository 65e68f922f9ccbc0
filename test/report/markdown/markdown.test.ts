import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/report/markdown/markdown.js';
import { anyText, attacks, factsOf, list, reportSaying } from '../hostile.js';
import { finding, listOf, reportOf, row } from '../made.js';
import { nodesOf, strayIn } from '../stray.js';

const said = (report: Parameters<typeof markdown>[0], limit?: number) =>
  markdown(report, factsOf(), limit === undefined ? {} : { limit });

describe('a page of Markdown', () => {
  test('without findings says that there is nothing to do', () => {
    expect(said(reportOf([list], []))).toBe('### No problems found in `README.md` (4 entries)\n\n');
    const quiet = reportOf([list], [finding(list, 'Old', { severity: 'info' })]);
    expect(said({ ...quiet, findings: [] })).toMatch(/^### No errors in/);
  });

  test('begins with what to do, broken links, errors with the corrected line, then the rest folded', () => {
    const url = 'https://silk.example/gone';
    const at = list.text.indexOf('small');
    const found = [
      finding(list, url, { rule: 'link-broken', url, message: `${url} is broken: it is not there; remove it` }),
      finding(list, 'Costly', { rule: 'description-end', message: '`Silk` ends without a full stop; add one' }),
      finding(list, 'small', {
        message: 'Description of `Jib` begins small',
        fix: { safe: true, edits: [{ start: at, end: at + 1, text: 'S' }] },
      }),
      finding(list, 'Loud', { severity: 'warning', fix: { safe: false, edits: [] } }),
      finding(list, 'Old', { severity: 'info' }),
    ];
    const evidence = [`GET ${url} -> 404 (Not Found)`, 'GET again -> 404 | `x`'];
    const links = [row(url, { verdict: 'broken', evidence })];
    const page = said(reportOf([list], found, { command: 'check', links, suppressed: 2 }));
    expect(page).toMatchInlineSnapshot(`
      "### 3 errors, 1 warning, 1 info in \`README.md\` (4 entries)

      What to do: replace or remove 1 broken link; run \`listwright --fix\` to fix 1 finding; run \`listwright --fix=unsafe --fix-dry-run\` to review fixes for 1 finding; fix 1 finding manually; review 1 info finding. 1 link: 1 broken. 2 findings suppressed.

      #### Broken links

      - \`https://silk.example/gone\` is broken: it is not there; remove it (\`README.md\` line 5)
        <details><summary>Evidence</summary>

        - \`GET https://silk.example/gone -> 404 (Not Found)\`
        - \`\` GET again -> 404 | \`x\` \`\`

        </details>

      #### 2 errors in \`README.md\`

      - **Line 5**: \`Silk\` ends without a full stop; add one (\`description-end\`)
      - **Line 6**: Description of \`Jib\` begins small ([\`some-rule\`](https://docs.example/some-rule))

        \`\`\`\`suggestion
        - [Jib](https://jib.example/) - Small \`sail\` for \`\`\` wind
        \`\`\`\`

      <details><summary>1 warning in <code>README.md</code></summary>

      - **Line 7**: \`Loud\` is wrong; fix it ([\`some-rule\`](https://docs.example/some-rule))

      </details>

      <details><summary>1 info in <code>README.md</code></summary>

      - **Line 8**: \`Old\` is wrong; fix it ([\`some-rule\`](https://docs.example/some-rule))

      </details>

      "
    `);
    expect(strayIn(page)).toEqual([]);
  });

  test('shows the corrected line as it is', () => {
    const lines = ['- a ``` b', '\t- [a](b)  tab', '  deep `x`', '- c'];
    const other = listOf(`${lines.join('\r\n')}\r\n`);
    const found = lines.slice(0, 3).map((line) => {
      const at = other.text.indexOf(line) + line.length;
      return finding(other, line, { fix: { safe: true, edits: [{ start: at, end: at, text: '.' }] } });
    });
    const page = markdown(reportOf([other], found), factsOf([other]));
    const blocks = nodesOf(page).flatMap((node) => (node.type === 'code' ? [[node.lang, node.value]] : []));
    expect(blocks).toEqual(lines.slice(0, 3).map((line) => ['suggestion', `${line}.`]));
  });

  const end = list.text.indexOf('Costly') + 'Costly'.length;
  const one = { safe: true, edits: [{ start: end, end, text: '.' }] };
  test.each([
    ['a safe fix of one line', one, true],
    ['a fix that needs a look', { ...one, safe: false }, false],
    ['no edit', { safe: true, edits: [] }, false],
    ['a fix that brings a line', { safe: true, edits: [{ start: end, end, text: '.\n' }] }, false],
    ['a fix that joins lines', { safe: true, edits: [{ start: end, end: end + 1, text: '' }] }, false],
    ['a fix of another line too', { safe: true, edits: [...one.edits, { start: 0, end: 1, text: '' }] }, false],
    ['a fix beyond the file', { safe: true, edits: [{ start: end, end: 9999, text: '.' }] }, false],
    ['text that cannot be shown as it is', { safe: true, edits: [{ start: end, end, text: '\u202E' }] }, false],
    ['text of another script', { safe: true, edits: [{ start: end, end, text: '。' }] }, true],
  ])('suggests a line or not: %s', (_, fix, shown) => {
    expect(said(reportOf([list], [finding(list, 'Costly', { fix })])).includes('```suggestion')).toBe(shown);
  });

  test('joins the fixes of one line, those that touch too, and shows none where they overlap', () => {
    const fixAt = (start: number, text: string) => ({ safe: true, edits: [{ start, end: start + 1, text }] });
    const at = list.text.indexOf('Loud');
    const withThird = (third: number) =>
      ['[Foil', 'Loud', 'oud.', 'foil.example'].map((words, index) =>
        finding(list, words, { fix: [fixAt(at - 3, '='), fixAt(at, 'l'), fixAt(third, 'x'), null][index] ?? null }),
      );
    expect(said(reportOf([list], withThird(at)))).not.toContain('suggestion');
    const page = said(reportOf([list], withThird(at + 1)));
    expect(page).toContain('- **Line 7**: 4 findings\n  - ');
    expect(nodesOf(page).find((node) => node.type === 'code')).toMatchObject({
      value: list.text.split('\n')[6]?.replace(') -', ')=-').replace('Loud', 'lxud'),
    });
  });

  test('shows a line once, beside its heaviest finding, with what is folded elsewhere', () => {
    const many = listOf('- a x\n- b x\n- c x\n- d x\n- e x\n');
    const put = (at: number, text: string) => ({ safe: true, edits: [{ start: at, end: at + 1, text }] });
    const found = [
      ...[4, 10, 16, 22, 28].map((at, index) =>
        finding(many, 'x', { rule: 'description-end', fix: put(at, 'X') }, index + 1),
      ),
      finding(many, 'b', { severity: 'warning', fix: put(8, 'B') }),
      finding(many, 'b', { severity: 'info', fix: put(6, '*') }),
      finding(many, 'c', { severity: 'info' }),
    ];
    const page = markdown(reportOf([many], found), factsOf([many]));
    expect(nodesOf(page).flatMap((node) => (node.type === 'code' ? [node.value] : []))).toEqual(['* B X']);
    expect(page.indexOf('* B X')).toBeLessThan(page.indexOf('2 info in <'));
    expect(page.indexOf('* B X')).toBeGreaterThan(page.indexOf('1 warning in <'));
  });

  test('folds equal causes, naming each line once, and never links', () => {
    const many = listOf(`${Array.from({ length: 31 }, (_, index) => `- entry${index} end\n`).join('')}`);
    const ends = (count: number, facts: object) =>
      Array.from({ length: count }, (_, index) =>
        finding(many, 'end', { rule: 'description-end', ...facts }, index + 1),
      );
    const page = (found: ReturnType<typeof ends>) => markdown(reportOf([many], found), factsOf([many]));
    const fix = { safe: true, edits: [] };
    expect(page([...ends(31, { fix }), finding(many, 'entry0', { rule: 'description-end', message: 'x' })])).toMatch(
      /- \*\*32 times\*\* [^:]+: lines 1 \(2×\), 2, 3, [\d, ]+, 31 \(`description-end`\)\. `--fix` fixes 31 of them\.\n/,
    );
    expect(page(ends(31, { message: 'All the same' }))).toContain('**31 times** All the same: lines 1,');
    expect(page(ends(4, {}))).not.toContain('times');
    expect(page(ends(9, { rule: 'link-moved', severity: 'warning' }))).not.toContain('times');
    expect(page(ends(9, { rule: 'link-unverifiable', severity: 'info' }))).toContain('9 times');
    const first = ends(1, { places: ends(9, {}).slice(1) });
    expect(page(first)).toContain('. 9 places: lines 1, 2, 3, 4, 5, 6, 7, 8, 9\n');
  });

  test('names a broken link once, with all its places', () => {
    const broken = { rule: 'link-broken', url: 'u', message: 'gone' };
    const found = ['Silk', 'Jib', 'Old'].map((words, index) =>
      finding(list, words, { ...broken, path: index === 2 ? 'b.md' : 'a.md' }),
    );
    expect(said(reportOf([list], found))).toContain('- gone (`a.md` lines 5, 6; `b.md` line 8)\n');
  });

  test('shows what was seen of a link, and of links alone', () => {
    const links = [row('u', { verdict: 'moved', evidence: ['one', 'two', 'GET u -> 301'] })];
    const page = (rule: string) =>
      said(reportOf([list], [finding(list, 'Old', { rule, url: 'u', message: 'm', severity: 'warning' })], { links }));
    expect(page('link-moved')).toContain('m (`link-moved`)\n  - `two`\n  - `GET u -> 301`\n');
    expect(page('url-https')).not.toContain('GET');
  });

  test.each(attacks)('is not changed by %s', (_, words) => {
    const page = said(reportSaying(words));
    expect(strayIn(page)).toEqual([]);
    expect(page.match(/^<details>/gm)).toHaveLength(2);
  });

  test('is not changed by any line that it corrects', () => {
    fc.assert(
      fc.property(anyText, anyText, (words, more) => {
        const other = listOf(`${words}\nx ${more}`);
        const at = other.text.search(/[\r\n]/);
        const fix = { safe: true, edits: [{ start: at, end: at, text: '.' }] };
        const start = { line: 1, column: at + 1, offset: at };
        const page = markdown(reportOf([other], [finding(other, 'x', { start, end: start, fix })]), factsOf([other]));
        expect(strayIn(page)).toEqual([]);
        const first = `${words.split(/[\r\n]/)[0]}.`;
        const block = nodesOf(page).find((node) => node.type === 'code');
        if (block !== undefined) expect(block.value).toBe(first);
        else
          expect(first).toMatch(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
          );
      }),
    );
  });

  test('the test of what is stray tells it', () => {
    for (const page of [
      'hi @everyone',
      '<b>x</b>',
      '[a](https://b.example)',
      '![a](b)',
      '#12',
      '# A',
      '> q',
      'www.a.example',
    ])
      expect(strayIn(page)).not.toEqual([]);
  });

  test('is not changed by any text', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(strayIn(said(reportSaying(words)))).toEqual([]);
      }),
    );
  });
});
