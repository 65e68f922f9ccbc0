import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/report/github.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { finding, listOf, reportOf, row } from './made.js';

const said = (report: Parameters<typeof github>[0]) => github(report, factsOf());
const intended = /^::(?:(?:error|warning|notice) file=[^\s:,]|group::|endgroup::$)/;

/** Lines as the runner cuts them, and which of them it would take for commands: it trims, and looks for `##[` anywhere. */
function commandsIn(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => line.trim().startsWith('::') || line.includes('##['));
}

/** An annotation as the runner reads it (`ActionCommand`). */
function read(line: string) {
  const [, command = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const pairs = properties.split(',').map((pair) => {
    const value = pair
      .slice(pair.indexOf('=') + 1)
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',');
    return [pair.slice(0, pair.indexOf('=')), plain(value).replaceAll('%25', '%')];
  });
  return { command, ...Object.fromEntries(pairs), message: plain(message).replaceAll('%25', '%') };
}

describe('annotations', () => {
  test('are nothing where nothing was found', () => expect(said(reportOf([list], []))).toBe(''));

  test('say where, what, and how to fix it, errors first', () => {
    const url = 'https://silk.example/gone';
    const found = [
      finding(list, 'Costly', { severity: 'warning', fix: { safe: true, edits: [] } }),
      finding(list, 'Old', { severity: 'info', places: [finding(list, 'Loud')] }),
      finding(list, 'Loud', { rule: 'description-end' }),
      finding(list, url, { rule: 'link-broken', url, message: `${url} is broken: 100 % gone` }),
    ];
    const links = [row(url, { verdict: 'broken', evidence: ['a', 'b', 'GET x -> 404'] })];
    expect(said(reportOf([list], found, { links }))).toMatchInlineSnapshot(`
      "::error file=README.md,line=5,endLine=5,col=10,endColumn=35,title=link-broken::https://silk.example/gone is broken: 100 %25 gone%0Ab%0AGET x -> 404
      ::error file=README.md,line=7,endLine=7,col=35,endColumn=39,title=description-end::\`Loud\` is wrong; fix it
      ::warning file=README.md,line=5,endLine=5,col=39,endColumn=45,title=some-rule::\`Costly\` is wrong; fix it%0AFixable with listwright --fix.
      ::notice file=README.md,line=8,endLine=8,col=35,endColumn=38,title=some-rule::\`Old\` is wrong; fix it%0AAlso on line 7.
      "
    `);
  });

  const lines = 'one 😀 two\nthree\nfour\n';
  test.each([
    ['columns count UTF-16 units', 'two', 'line=1,endLine=1,col=8,endColumn=11'],
    ['a place of two lines has none', 'two\nth', 'line=1,endLine=2'],
    ['a place that ends with a line break is of one line', 'two\n', 'line=1,endLine=1,col=8'],
    ['a place of whole lines ends with the last', 'three\nfour\n', 'line=2,endLine=3'],
    ['an empty place', '', 'line=1,endLine=1,col=1,endColumn=1'],
  ])('%s', (_, at, properties) => {
    const other = listOf(lines);
    expect(said(reportOf([other], [finding(other, at)]))).toContain(`file=README.md,${properties},title=`);
  });

  test('of a path with a line break name that path', () => {
    const path = 'a\n::error::b, 50%:.md';
    const [line = '', ...more] = said(reportOf([list], [finding(list, 'Old', { path })])).split('\n');
    expect(more).toEqual(['']);
    expect(read(line)).toMatchObject({ command: 'error', file: path, line: '8' });
  });

  test.each(attacks)('cannot be made by %s', (_, words) => {
    const output = said(reportSaying(words));
    const commands = commandsIn(output);
    expect(commands).toHaveLength(4);
    for (const command of commands) expect(command).toMatch(intended);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
  });

  test('cannot be made by any text, in the lines of a group either', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 1, max: 25 }), (words, path, count) => {
        const found = Array.from({ length: count }, () => finding(list, 'Old', { message: words, path, rule: words }));
        const commands = commandsIn(said(reportOf([list], found)));
        expect(commands).toHaveLength(Math.min(10, count) + (count > 10 ? 2 : 0));
        for (const command of commands) expect(command).toMatch(/^::(?:error file=|group::|endgroup::$)/);
      }),
    );
  });

  test('are ten of a kind, and the rest stands in a group that is counted', () => {
    const report = { ...reportOf([list], []), findings: manyFindings() };
    const output = said(report);
    const count = (start: string) => output.split('\n').filter((line) => line.startsWith(start)).length;
    expect([count('::error '), count('::warning '), count('::notice ')]).toEqual([10, 10, 10]);
    expect([count('error '), count('warning '), count('info ')].reduce((a, b) => a + b)).toBe(5970);
    expect(output).toContain('\n5,970 findings are not shown as annotations: ');
    expect(output.indexOf('::group::5,970 more findings\n')).toBeGreaterThan(output.indexOf('::notice '));
    expect(output.endsWith('\n::endgroup::\n')).toBe(true);
  });

  test('ten make no group, eleven do; a broken link is never in it', () => {
    const ten = Array.from({ length: 10 }, () => finding(list, 'Silk'));
    expect(said(reportOf([list], ten))).not.toContain('group');
    const output = said(reportOf([list], [...ten, finding(list, 'Old', { rule: 'link-broken' })]));
    expect(output).toContain('1 finding is not shown');
    expect(output.indexOf('title=link-broken')).toBeLessThan(output.indexOf('title=some-rule'));
  });

  test('are in the group however many they are', () => {
    // More than fit among the arguments of a call.
    const many = 130_000;
    const lines = said(reportOf([list], new Array(many).fill(finding(list, 'Silk'))))
      .trimEnd()
      .split('\n');
    // Ten annotations, a sentence on the others, and what begins and ends the group.
    expect(lines).toHaveLength(many + 3);
    expect(lines.at(-1)).toBe('::endgroup::');
  });

  test('are cut where the runner would drop them, not within a character', () => {
    const [line = ''] = said(reportOf([list], [finding(list, 'Old', { message: `x${'😀'.repeat(5000)}` })])).split(
      '\n',
    );
    expect(read(line).message.length).toBeLessThan(4096);
    expect(read(line).message).toMatch(/^x(?:😀)+…$/u);
  });
});
