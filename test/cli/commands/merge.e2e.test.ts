import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import { startWeb, type Web } from '../../web/server.js';
import { folderOf, listwright } from '../command.js';

const hosts = ['looms.test', 'spindles.test', 'reeds.test', 'shuttles.test', 'heddles.test'];
const items = hosts.map(
  (host) => `- [${host}](http://${host}/here) - Holds yarn\n- [Old ${host}](http://${host}/gone) - Held yarn.\n`,
);
const text = `# Awesome Looms\n\n## Looms\n\n${items.join('')}- [Own](missing.md) - A file that is not there.\n- [Seven](http://reeds.test/gone?7) <!-- listwright-ignore-link --> - Ignored.\n\n<!-- listwright-disable-next-line link-broken -->\n- [Quiet](http://looms.test/gone?8) - Silenced.\n<!-- listwright-disable-next-line link-broken -->\n- [Idle](http://looms.test/here?9) - Silenced without need.\n`;

/** A report without what differs from one run to the next. */
const timeless = (report: Report): Report =>
  JSON.parse(
    JSON.stringify(report, (key, value) =>
      ['durationMs', 'startedAt', 'firstFailedAt', 'suppressed'].includes(key)
        ? 0
        : typeof value === 'string'
          ? value.replace(/\d+ s later/g, '1 s later')
          : value,
    ),
  );

let web: Web;
let folder: string;
let flags: readonly string[];
const parts: string[] = [];

beforeAll(async () => {
  web = await startWeb(
    Object.fromEntries(
      hosts.map((host) => [
        host,
        ({ path, response }) =>
          response
            .writeHead(path === '/here' ? 200 : 404, { 'content-type': 'text/html' })
            .end(`<title>${path}</title>`),
      ]),
    ),
  );
  folder = folderOf({ 'README.md': text, LICENSE: 'Free for all.' });
  flags = [
    'check',
    '--no-ledger',
    '-r',
    'json',
    '--confirm-after',
    '50ms',
    ...web.connectTo(hosts).flatMap((each) => ['--connect-to', each]),
  ];
  for (let part = 1; part <= 3; part++) {
    const { stdout } = await listwright(folder, [...flags, '--shard', `${part}/3`]);
    parts.push(join(folder, `part-${part}.json`));
    writeFileSync(parts.at(-1) ?? '', stdout);
  }
});
afterAll(() => web.stop());

const merge = (...paths: string[]) => listwright(folder, ['merge', ...paths]);

describe('merge', () => {
  test('the reports of all parts give the report of one run, in whatever order they come', async () => {
    const whole = JSON.parse((await listwright(folder, flags)).stdout) as Report;
    const merged = await merge(parts[2] ?? '', parts[0] ?? '', parts[1] ?? '');
    expect(merged.stderr).toBe('');
    expect(merged.status).toBe(1);
    expect(timeless(JSON.parse(merged.stdout))).toEqual(timeless(whole));
    expect(whole.stats.links.broken).toBeGreaterThan(5);
  });

  test.each([
    ['a missing part', () => [parts[0], parts[2]], 'part 2 of 3 is missing'],
    ['a doubled part', () => [parts[0], parts[1], parts[2], parts[1]], 'part 2/3 is already in'],
    ['no file', () => [], 'no reports; pass the files to merge'],
    ['a file that is not there', () => ['none.json'], 'none.json: no such file'],
    ['a folder', () => ['.'], 'is a folder'],
    ['no JSON', () => ['README.md'], 'not valid JSON'],
  ])('%s is told', async (_, paths, said) => {
    const { status, stderr, stdout } = await merge(...paths().map(String));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  test.each([
    ['another version', { version: 2 }, 'unsupported report version 2'],
    ['another shape', { findings: [{ rule: 7 }] }, 'not a listwright report: findings.0'],
    ['a whole run', { run: { shard: null } }, 'this is the report of a whole run'],
    ['another tool', { tool: { version: '0.0.9' } }, 'run all parts with the same version'],
    ['other lists', { stats: { entries: 99 } }, 'not parts of the same run'],
  ])('a report of %s is refused', async (_, change: Readonly<Record<string, unknown>>, said) => {
    const report = JSON.parse(readFileSync(parts[1] ?? '', 'utf8')) as Record<string, object>;
    for (const [key, value] of Object.entries(change))
      report[key] =
        Array.isArray(value) || typeof value !== 'object' ? (value as object) : { ...report[key], ...value };
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(report));
    const { status, stderr } = await merge(parts[0] ?? '', 'changed.json', parts[2] ?? '');
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('ledgers are joined too: the newest word counts, and the first time that it was seen alive', async () => {
    const record = (url: string, checkedAt: string, more: object) =>
      JSON.stringify({
        url,
        verdict: 'alive',
        reason: null,
        status: 200,
        finalUrl: null,
        redirects: [],
        notes: [],
        evidence: ['it answered'],
        checkedAt,
        firstFailedAt: null,
        failures: 0,
        firstAliveAt: checkedAt,
        lastAliveAt: checkedAt,
        title: null,
        hostId: null,
        vantage: 'ci',
        probe: 'http',
        validators: null,
        fragments: [],
        ...more,
      });
    const header = '{"listwright-ledger":1}';
    const [one, two] = ['2030-01-01T00:00:00.000Z', '2030-02-01T00:00:00.000Z'];
    writeFileSync(
      join(folder, 'a.jsonl'),
      `${header}\n${record('http://a.test/', one, { hostId: 'R_1' })}\n${record('http://z.test/', one, {})}\n`,
    );
    writeFileSync(
      join(folder, 'b.jsonl'),
      `${header}\n${record('http://a.test/', two, { verdict: 'broken', lastAliveAt: one })}\nnonsense\n`,
    );
    const { stdout, status } = await merge('b.jsonl', 'a.jsonl');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe(header);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      url: 'http://a.test/',
      verdict: 'broken',
      checkedAt: two,
      firstAliveAt: one,
      hostId: 'R_1',
    });
    expect(lines).toHaveLength(3);
    const written = await merge('b.jsonl', 'a.jsonl', '-o', 'all.jsonl');
    expect([written.stdout, written.status]).toEqual(['', 0]);
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toBe(stdout);
    expect(written.stderr).toContain('b.jsonl: line 3 is not a link result');
    expect((await merge('a.jsonl', '-o', '-')).stdout).toContain('http://z.test/');
    expect((await merge('a.jsonl')).stderr).toBe('');
    expect(await merge('a.jsonl', 'b.jsonl', '-r', 'json')).toMatchObject({ status: 2, stdout: '' });
    expect((await merge('a.jsonl', 'b.jsonl', '-o', 'a.jsonl')).stderr).toContain('a ledger to merge');
    expect((await merge('a.jsonl', parts[0] ?? '')).stderr).toContain('merge reports and ledgers separately');
  });
});
