import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicOf } from '../../src/config/rule-facts.js';
import type { Finding } from '../../src/model/finding.js';
import type { Report, ReportLink } from '../../src/model/report.js';
import { evidenceText } from '../../src/report/evidence.js';
import { json } from '../../src/report/json.js';
import { mergeReports } from '../../src/report/merge.js';
import { readReport } from '../../src/report/parse-report.js';
import { finding, listOf, reportOf, row } from './made.js';

const hosts = ['clay.test', 'slip.test', 'glaze.test', 'raku.test', 'kiln.test'];
const list = listOf(
  `# Awesome Pots\n\n## Pots\n\n${hosts.map((host) => `- [${host}](http://${host}/) - Holds clay\n`).join('')}`,
);
const rules = new Set(['some-rule']);
const verdicts = ['alive', 'broken', 'unverifiable'] as const;

const links = hosts.map((host, index) => row(`http://${host}/`, { verdict: verdicts[index % 3] ?? 'alive' }));
const linkFindings = links
  .filter(({ verdict }) => verdict !== 'alive')
  .map(({ url }) => finding(list, url, { rule: 'link-broken', url }));
const lintFindings = hosts.map((host) => finding(list, `[${host}]`, { severity: 'warning' }));

function make(
  part: readonly ReportLink[],
  findings: readonly Finding[],
  shard: { index: number; count: number } | null,
  at = 1000,
): Report {
  return reportOf([list], findings, { command: 'check', links: part, shard, startedAt: at, durationMs: 500 });
}
const whole = make(links, [...lintFindings, ...linkFindings], null);

/** What the parts of a run report: every link in one, what lint finds in all. */
function split(count: number, seed: string): readonly Report[] {
  const partOf = (url: string): number =>
    createHash('sha256')
      .update(seed + url)
      .digest()
      .readUInt32BE(0) % count;
  return Array.from({ length: count }, (_, part) =>
    make(
      links.filter(({ url }) => partOf(url) === part),
      [...lintFindings, ...linkFindings.filter(({ url }) => partOf(url ?? '') === part)],
      { index: part + 1, count },
    ),
  );
}
const named = (reports: readonly Report[]) =>
  reports.map((report, index) => ({ name: `part-${index + 1}.json`, report }));
const merge = (reports: readonly Report[]): Report => mergeReports(named(reports), rules);
const changed = (report: Report, run: Partial<Report['run']>): Report => ({
  ...report,
  run: { ...report.run, ...run },
});

describe('merging reports of whole runs from several networks', () => {
  const url = 'http://clay.test/';
  const from = (vantage: 'ci' | 'local', at: number, verdict: ReportLink['verdict']): Report => {
    const failing =
      verdict === 'broken' || verdict === 'unreachable'
        ? [finding(list, url, { rule: `link-${verdict}`, url, verdict })]
        : [];
    const seen = row(url, { verdict, evidence: [`${verdict} in ${vantage}`] });
    return changed(make([seen], [...lintFindings, ...failing], null, at), { vantage });
  };
  const ruleOf = ({ findings }: Report): readonly string[] =>
    findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('link-'));

  test.each([
    ['dead, then alive', [from('ci', 1000, 'broken'), from('local', 2000, 'alive')]],
    ['alive, then dead', [from('local', 1000, 'alive'), from('ci', 2000, 'broken')]],
    ['dead in two, alive in one', [from('ci', 1, 'broken'), from('ci', 2, 'broken'), from('local', 3, 'moved')]],
  ])('a link that is %s is unverifiable, with both as evidence', (_, reports) => {
    const merged = merge(reports);
    expect(merged.links).toMatchObject([{ url, verdict: 'unverifiable', reason: 'vantages-differ' }]);
    expect(merged.links[0]?.evidence.map(evidenceText)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^broken from ci at /), expect.stringMatching(/from local at /)]),
    );
    expect(ruleOf(merged)).toEqual(['link-unverifiable']);
    expect(merged.stats.findings).toMatchObject({ error: 0, warning: 5, info: 1 });
    expect(merge([...reports].reverse())).toEqual(merged);
  });

  test.each(['broken', 'unreachable'] as const)('a link that is %s from one is reported in that word', (verdict) => {
    const { findings } = merge([from('ci', 1000, verdict), from('local', 2000, 'alive')]);
    expect(findings.find(({ rule }) => rule === 'link-unverifiable')?.message).toBe(
      `\`${url}\` is ${verdict} from one network and alive from another; open it in a browser`,
    );
  });

  test('nothing is reported of it where the rule was off; other findings are', () => {
    const off = ['link-unverifiable'];
    const reports = [from('ci', 1000, 'broken'), from('local', 2000, 'alive')];
    const merged = merge(reports.map((one) => changed(one, { off })));
    expect(merged.links).toMatchObject([{ url, verdict: 'unverifiable' }]);
    expect([ruleOf(merged), merged.run.off, merged.findings.length]).toEqual([[], off, lintFindings.length]);
    expect(ruleOf(merge(reports.map((one) => changed(one, { off: ['link-moved'] }))))).toEqual(['link-unverifiable']);
  });

  test('a link that only one of them lists is as that has it', () => {
    const { links, findings } = merge([from('ci', 1000, 'broken'), make([], lintFindings, null, 2000)]);
    expect(links).toMatchObject([{ url, verdict: 'broken' }]);
    expect(findings.filter(({ rule }) => rule === 'link-broken')).toHaveLength(1);
  });

  test('a link that is dead from both is broken, and reported once', () => {
    const merged = merge([from('ci', 1000, 'broken'), from('local', 2000, 'broken')]);
    expect(merged.links).toMatchObject([{ url, verdict: 'broken' }]);
    expect(ruleOf(merged)).toEqual(['link-broken']);
    expect(merged.stats.findings).toMatchObject({ error: 1, warning: 5 });
  });

  test('what one could not check and the other saw alive is alive; a skipped row says nothing', () => {
    const blocked = merge([from('local', 1000, 'alive'), from('ci', 2000, 'unverifiable')]);
    expect(blocked.links).toMatchObject([{ verdict: 'alive' }]);
    const skipped = merge([from('local', 1000, 'broken'), from('ci', 2000, 'skipped')]);
    expect(skipped.links).toMatchObject([{ verdict: 'broken' }]);
    expect(ruleOf(skipped)).toEqual(['link-broken']);
  });
});

describe('merging reports', () => {
  test('the parts of a report give the report, however many there are and in whatever order they come', () => {
    expect(whole.stats.findings).toEqual({ error: 3, warning: 5, info: 0, suppressed: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.string(), fc.boolean(), (count, seed, isTurned) => {
        const parts = split(count, seed);
        expect(merge(isTurned ? parts.toReversed() : parts)).toEqual(whole);
      }),
    );
  });

  test('a whole report alone is what it was', () => expect(merge([whole])).toEqual(whole));

  test('times span the parts, and one that was interrupted shows', () => {
    const [one, two] = split(2, '') as [Report, Report];
    const late = changed(two, { startedAt: new Date(61_000).toISOString(), durationMs: 2000, interrupted: true });
    expect(merge([late, one]).run).toMatchObject({
      ...{ startedAt: new Date(1000).toISOString(), durationMs: 62_000, interrupted: true, shard: null },
    });
    expect(merge([one, two]).run).toMatchObject({ durationMs: 500, interrupted: false });
  });

  test('of two rows for one address the one that was asked counts', () => {
    const skipped = row('http://clay.test/', { verdict: 'skipped', reason: 'excluded' });
    const asked = row('http://clay.test/', { verdict: 'broken', reason: 'http-404' });
    const parts = (first: ReportLink, second: ReportLink) => [
      make([first], [], { index: 1, count: 2 }),
      make([second], [], { index: 2, count: 2 }),
    ];
    for (const merged of [merge(parts(skipped, asked)), merge(parts(asked, skipped))]) {
      expect(merged.links).toEqual([asked]);
      expect(merged.stats.links).toMatchObject({ unique: 1, total: 1, broken: 1, skipped: 0 });
    }
  });

  test('equal relative addresses in two folders stay two rows', () => {
    const at = (path: string) => row('more.md', { occurrences: [{ path, line: 5, column: 3, entry: null }] });
    const parts = [
      make([at('a/README.md'), at('b/README.md')], [], { index: 1, count: 2 }),
      make([], [], { index: 2, count: 2 }),
    ];
    expect(merge(parts).links).toHaveLength(2);
  });

  const [one, two, three] = split(3, '') as [Report, Report, Report];
  test.each<[string, readonly Report[], RegExp]>([
    ['no report', [], /no reports; pass the files/],
    ['a missing part', [one, three], /^merge: part 2 of 3 is missing$/],
    ['two missing parts', [two], /^merge: parts 1, 3 of 3 are missing$/],
    ['many missing parts', [changed(one, { shard: '1/900' })], /^merge: parts 2, .{1,90}21, … of 900 are missing$/],
    ['a doubled part', [one, two, three, two], /^part-4\.json: part 2\/3 is already in part-2\.json$/],
    [
      'parts of another number',
      [one, changed(two, { shard: '2/2' }), three],
      /^part-2\.json: is part 2 of 2, but the others are parts of 3$/,
    ],
    ['a whole run', [one, whole, three], /^part-2\.json: this is the report of a whole run; merge combines /],
    [
      'another command',
      [one, two, changed(three, { command: 'links' })],
      /^part-3\.json: is a report of links, but part-1\.json is one of check$/,
    ],
    [
      'another version',
      [one, { ...two, tool: { ...two.tool, version: '9.9.9' } }, three],
      /^part-2\.json: written by version 9\.9\.9, but part-1\.json by 1\.2\.3; /,
    ],
    [
      'other lists',
      [one, two, { ...three, stats: { ...three.stats, entries: 1 } }],
      /^part-3\.json: has 1 entry, but part-1\.json has 5; they are not parts of the same run$/,
    ],
  ])('%s is refused', (_, reports, said) => expect(() => merge(reports)).toThrow(said));
});

describe('reading reports', () => {
  test('what was written is read', () => expect(readReport(json(whole), 'whole.json', topicOf)).toEqual(whole));

  test.each<[string, (report: Report) => unknown, RegExp]>([
    [
      'a time that is none',
      (report) => changed(report, { startedAt: 'soon' }),
      /run\.startedAt: "soon" is not a date$/,
    ],
    [
      'a part that is none',
      (report) => changed(report, { shard: 'x/y' }),
      /run\.shard: "x\/y" is not a part such as 2\/4$/,
    ],
    [
      'a part beyond the last',
      (report) => changed(report, { shard: '7/3' }),
      /run\.shard: "7\/3" is not a part such as 2\/4$/,
    ],
    ['endless parts', (report) => changed(report, { shard: '1/99999999999' }), /run\.shard/],
    ['an unknown key', (report) => ({ ...report, more: 1 }), /not a listwright report: more: this key is unknown$/],
    ['no version', ({ version: _, ...rest }) => rest, /not a listwright report: version: this key is required$/],
    ['a wrong verdict', (report) => ({ ...report, links: [{ ...links[0], verdict: 'fine' }] }), /links\.0\.verdict/],
    ['an array', () => [], /not a listwright report/],
    ['nothing', () => null, /not a listwright report/],
  ])('%s is refused', (_, change, said) => {
    expect(() => readReport(JSON.stringify(change(JSON.parse(json(whole)))), 'odd.json', topicOf)).toThrow(said);
    expect(() => readReport(JSON.stringify(change(JSON.parse(json(whole)))), 'odd.json', topicOf)).toThrow(
      /^odd\.json: /,
    );
  });

  test('any JSON is a report, or a UserError', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readReport(text, 'any.json', topicOf)).toThrow(expect.objectContaining({ name: 'UserError' }));
      }),
    );
  });
});
