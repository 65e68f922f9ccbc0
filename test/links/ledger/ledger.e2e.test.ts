import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../../src/links/ledger/file.js';
import { type LedgerRecord, openLedger } from '../../../src/links/ledger/ledger.js';
import { readRecord } from '../../../src/links/ledger/record.js';
import { UserError } from '../../../src/model/errors.js';
import type { Facts } from '../../../src/model/facts.js';
import { eventually } from '../../eventually.js';
import { startWeb } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  file = join(folder, 'deep', 'ledger.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = (): number => Date.parse('2030-05-01T12:00:00Z');
const record = (url: string, facts: Partial<LedgerRecord> = {}): LedgerRecord => ({
  ...{
    url,
    verdict: 'alive',
    reason: null,
    status: 200,
    finalUrl: null,
    redirects: [],
    notes: [],
    evidence: ['it answered'],
  },
  ...{ checkedAt: '2030-05-01T11:00:00.000Z', firstFailedAt: null, failures: 0, firstAliveAt: null, lastAliveAt: null },
  ...{
    title: null,
    hostId: null,
    vantage: 'local',
    probe: 'http',
    durationMs: 120,
    validators: null,
    fragments: [],
    facts: null,
    prefetched: {},
    ...facts,
  },
});

/** URLs of any path and query. The generator of fast-check takes seconds to build. */
const anyUrl = fc
  .tuple(fc.constantFrom('wool.test', 'a.b.test', 'xn--tda.test', '192.0.2.7'), fc.string(), fc.string())
  .map(([host, path, query]) => `https://${host}/${encodeURIComponent(path)}?${new URLSearchParams({ query })}`);

describe('the ledger', () => {
  test('gives back what was written, sorted by URL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyUrl, { maxLength: 12 }), fc.string(), async (urls, title) => {
        rmSync(file, { force: true });
        const first = await openLedger(file, { now });
        for (const url of urls) first.record(record(url, { title }));
        await first.save();
        const again = await openLedger(file, { now });
        expect(again.problem).toBeNull();
        for (const url of urls) expect(again.find(url)).toEqual(record(url, { title }));
        const written =
          urls.length === 0
            ? []
            : readFileSync(file, 'utf8')
                .trim()
                .split('\n')
                .slice(1)
                .map((line) => JSON.parse(line).url);
        expect(written).toEqual([...written].sort());
      }),
      { numRuns: 25 },
    );
  });

  const facts: Facts = {
    kind: 'repository',
    ...{ service: 'github', readAt: '2030-05-01T11:00:00.000Z', name: 'potter/kiln' },
    ...{ description: 'Fires clay', license: 'MIT', release: { name: 'v1', publishedAt: null }, stars: 5, forks: 0 },
    ...{ isFork: false, isArchived: null, createdAt: '2020-01-01T00:00:00.000Z', pushedAt: null, isReleased: true },
    ...{ tag: null, topics: ['clay'], language: null, defaultBranch: 'main', contributors: null },
  };

  test('keeps facts with the date on which they were read', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/', { facts }));
    await first.save();
    expect((await openLedger(file, { now })).find('https://a.test/')?.facts).toEqual(facts);
  });

  test.each([
    ['no object', 'many', null],
    ['no date', { ...facts, readAt: 'today' }, null],
    ['another kind', { ...facts, kind: 'planet' }, null],
    ['a service that is no name', { ...facts, service: '<b>' }, null],
    [
      'numbers and dates that cannot be',
      { ...facts, stars: -1, createdAt: '2031-01-01T00:00:00Z' },
      { ...facts, stars: null, createdAt: null },
    ],
    ['keys that facts have not', { ...facts, admin: true }, facts],
  ])('of facts in a ledger that are %s only what fits is taken', (_, given, expected) => {
    const line = JSON.stringify({ ...record('https://a.test/'), facts: given });
    expect(readRecord(line)?.facts).toEqual(expected);
  });

  test('keeps evidence as facts, without passwords, and reads sentences of before', async () => {
    const seen = { kind: 'response', status: 200, statusText: 'OK', brokeOff: null } as const;
    const first = await openLedger(file, { now });
    first.record(
      record('https://a.test/', { evidence: [{ ...seen, url: 'https://me:secret@a.test/' }, 'it answered'] }),
    );
    await first.save();
    expect(readFileSync(file, 'utf8')).not.toContain('secret');
    const again = await openLedger(file, { now });
    expect(again.find('https://a.test/')?.evidence).toEqual([{ ...seen, url: 'https://a.test/' }, 'it answered']);
  });

  test.each([
    [{ kind: 'network-lost' }, true],
    [{ kind: 'retried', seen: { kind: 'retried', seen: 'gone' } }, true],
    [{ kind: 'retried', seen: { kind: 'retried', seen: 1 } }, false],
    [{ kind: 'retried' }, false],
    [{ kind: 'telepathy' }, false],
    [{ kind: 'constructor' }, false],
    [null, false],
  ])('evidence in a line: %j is kept: %s', (evidence, isKept) => {
    const line = JSON.stringify({ ...record('https://a.test/'), evidence: [evidence] });
    expect(readRecord(line) !== null).toBe(isKept);
  });

  test('knows how long asking took, and of records of before that it does not', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/', { durationMs: 2400 }));
    await first.save();
    const old = JSON.stringify({ ...record('https://b.test/'), durationMs: undefined });
    const wrong = JSON.stringify({ ...record('https://c.test/'), durationMs: -1 });
    writeFileSync(file, `${readFileSync(file, 'utf8')}${old}\n${wrong}\n`);
    const again = await openLedger(file, { now });
    expect(again.find('https://a.test/')?.durationMs).toBe(2400);
    expect(again.find('https://b.test/')?.durationMs).toBeNull();
    expect(again.find('https://c.test/')).toBeNull();
  });

  test('a long text in a fact is cut where it is kept, and the fact of the run stays as it was', async () => {
    const ledger = await openLedger(file, { now });
    const said = 'x'.repeat(300);
    const evidence = [
      { kind: 'retried', seen: { kind: 'no-response', url: 'https://a.test/', detail: said } },
    ] as const;
    ledger.record(record('https://a.test/', { evidence }));
    expect(ledger.find('https://a.test/')?.evidence).toEqual([
      { kind: 'retried', seen: { ...evidence[0].seen, detail: `${'x'.repeat(199)}…` } },
    ]);
    expect(evidence[0].seen.detail).toBe(said);
  });

  test('joins what two runs write', async () => {
    const [one, other] = [await openLedger(file, { now }), await openLedger(file, { now })];
    one.record(record('https://a.test/'));
    other.record(record('https://b.test/'));
    await Promise.all([one.save(), other.save()]);
    const both = await openLedger(file, { now });
    expect([both.find('https://a.test/'), both.find('https://b.test/')].every((each) => each !== null)).toBe(true);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['ledger.jsonl']);
  });

  test('refuses a file that is none, also one that took its place while a run had it', async () => {
    const ledger = await openLedger(file, { now });
    ledger.record(record('https://a.test/'));
    writeFileSync(file, 'dear diary');
    await expect(ledger.save()).rejects.toThrow('is not a ledger');
    await expect(openLedger(file, { now })).rejects.toThrow('is not a ledger');
    await expect(openLedger(file, { now, readOnly: true })).rejects.toThrow('is not a ledger');
    expect(readFileSync(file, 'utf8')).toBe('dear diary');
  });

  test('only read, needs no right to write and leaves nothing behind', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/'));
    await first.save();
    const before = readFileSync(file, 'utf8');
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    try {
      const ledger = await openLedger(file, { now, readOnly: true });
      ledger.record(record('https://b.test/'));
      expect(['https://a.test/', 'https://b.test/'].map((url) => ledger.find(url)?.url)).toEqual([
        'https://a.test/',
        'https://b.test/',
      ]);
      await ledger.save();
      await ledger.discard();
      expect(readdirSync(dirname(file))).toEqual(['ledger.jsonl']);
      expect(readFileSync(file, 'utf8')).toBe(before);
    } finally {
      chmodSync(dirname(file), 0o755);
    }
  });

  test('in the cache folder, sets aside what is none, and loses nothing', async () => {
    file = join(folder, 'notes.txt');
    writeFileSync(file, 'dear diary');
    expect((await openLedger(file, { now, isCached: true, readOnly: true })).problem).toContain('is not a ledger');
    expect(readFileSync(file, 'utf8')).toBe('dear diary');
    const ledger = await openLedger(file, { now, isCached: true });
    expect(ledger.problem).toContain('renamed to');
    const aside = readdirSync(folder).find((name) => name.startsWith('notes.txt.broken-')) ?? '';
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('dear diary');
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown verdict', JSON.stringify({ ...record('https://x.test/'), verdict: 'immortal' })],
    ['no date', JSON.stringify(record('https://x.test/', { checkedAt: 'soon' }))],
    ['an address that is none', JSON.stringify(record('https://x.test/', { finalUrl: 'javascript:alert(1)' }))],
    [
      'a header hidden in a tag',
      JSON.stringify(record('https://x.test/', { validators: { etag: 'a\r\nb: c', lastModified: null } })),
    ],
    ['a missing field', '{"url":"https://x.test/","verdict":"alive"}'],
    ['a line without end', JSON.stringify(record('https://x.test/', { title: 'x'.repeat(70_000) }))],
  ])('leaves out a line with %s', async (_, line) => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/'));
    await first.save();
    writeFileSync(file, `${readFileSync(file, 'utf8')}${line}\n`);
    const ledger = await openLedger(file, { now });
    expect(ledger.problem).toContain('1 invalid line was ignored');
    expect(ledger.find('https://x.test/')).toBeNull();
    expect(ledger.find('https://a.test/')).not.toBeNull();
  });

  test('a record from a clock that went wrong is asked again, and gives way', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/', { checkedAt: '2031-01-01T00:00:00.000Z', title: 'Ahead' }));
    await first.save();
    const second = await openLedger(file, { now });
    expect(second.find('https://a.test/')?.title).toBe('Ahead');
    second.record(record('https://a.test/', { title: 'Today' }));
    await second.save();
    expect((await openLedger(file, { now })).find('https://a.test/')?.title).toBe('Today');
  });

  test('drops what no list has named for half a year, and keeps the rest', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://old.test/', { checkedAt: '2029-10-01T00:00:00Z' }));
    first.record(record('https://spring.test/', { checkedAt: '2029-12-01T00:00:00Z' }));
    await first.save();
    expect(readFileSync(file, 'utf8')).not.toContain('https://old.test/');
    expect(readFileSync(file, 'utf8')).toContain('https://spring.test/');
  });

  test('has no size at which it is refused, and holds only what is asked for', async () => {
    mkdirSync(join(folder, 'deep'));
    const title = 'x'.repeat(60_000);
    const rows = Array.from({ length: 1200 }, (_, index) =>
      JSON.stringify(record(`https://a.test/${String(index).padStart(4, '0')}`, { title })),
    );
    writeFileSync(file, `${ledgerHeader}\n${rows.join('\n')}\n`);
    const ledger = await openLedger(file, { now, wanted: new Set(['https://a.test/0700', 'https://b.test/']) });
    expect([ledger.problem, ledger.find('https://a.test/0701')]).toEqual([null, null]);
    expect(ledger.find('https://a.test/0700')?.title).toBe(title);
    ledger.record(record('https://b.test/'));
    await ledger.save();
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(rows.length + 3);
  });

  test('puts rows in order that another program has left in disorder', async () => {
    mkdirSync(join(folder, 'deep'));
    const rows = ['https://b.test/', 'https://a.test/', 'https://b.test/'].map((url) => JSON.stringify(record(url)));
    writeFileSync(file, `${ledgerHeader}\n${rows.join('\n')}\n`);
    const ledger = await openLedger(file, { now });
    ledger.record(record('https://c.test/'));
    await ledger.save();
    const urls = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    expect(urls.map((line) => JSON.parse(line).url)).toEqual(['https://a.test/', 'https://b.test/', 'https://c.test/']);
  });

  test('compares times as times, whatever their offset', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/', { checkedAt: '2030-05-01T12:30:00+02:00', title: 'Earlier' }));
    await first.save();
    const second = await openLedger(file, { now });
    second.record(record('https://a.test/', { checkedAt: '2030-05-01T11:00:00.000Z', title: 'Later' }));
    await second.save();
    expect((await openLedger(file, { now })).find('https://a.test/')?.title).toBe('Later');
  });

  test.each<[string, Partial<Record<keyof LedgerRecord, unknown>>]>([
    ['a date of e-mail', { checkedAt: 'Fri, 01 May 2099 11:00:00 GMT' }],
    ['a year of six digits', { checkedAt: '+275760-09-13T00:00:00.000Z' }],
    ['a failure before the web', { verdict: 'unreachable', firstFailedAt: '0001-01-01T00:00:00Z', failures: 1 }],
    ['a failure after the check', { verdict: 'unreachable', firstFailedAt: '2031-01-01T00:00:00Z', failures: 1 }],
    ['a huge count', { failures: 9e15 }],
    ['a huge status', { status: 9e15 }],
  ])('a row with %s does not count and is replaced', async (_, odd) => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(file, `${ledgerHeader}\n${JSON.stringify({ ...record('https://a.test/'), ...odd })}\n`);
    const ledger = await openLedger(file, { now });
    expect(ledger.find('https://a.test/')).toBeNull();
    ledger.record(record('https://a.test/', { title: 'Today' }));
    await ledger.save();
    expect((await openLedger(file, { now })).find('https://a.test/')?.title).toBe('Today');
  });

  test('what a run that was killed had found is taken in by the next', async () => {
    const first = await openLedger(file, { now });
    first.record(record('https://a.test/'));
    await first.save();
    const journal = (pid: number, url: string, checkedAt: string): void =>
      writeFileSync(`${file}.${pid}.journal`, `${JSON.stringify(record(url, { checkedAt, title: 'Late' }))}\n{"half`);
    // No process has this id; the second one lives.
    journal(2 ** 22 + 1, 'https://b.test/', '2030-05-01T11:30:00.000Z');
    journal(process.ppid, 'https://c.test/', '2030-05-01T11:30:00.000Z');
    const second = await openLedger(file, { now });
    expect(second.find('https://b.test/')?.title).toBe('Late');
    expect(second.find('https://c.test/')).toBeNull();
    await second.save();
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['ledger.jsonl', `ledger.jsonl.${process.ppid}.journal`]);
    expect(readFileSync(file, 'utf8')).toContain('https://b.test/');
  });

  test('what is recorded is in the journal soon, and gone when it is saved or discarded', async () => {
    for (const end of ['save', 'discard'] as const) {
      const ledger = await openLedger(file, { now });
      ledger.record(record('https://a.test/'));
      const journal = `${file}.${process.pid}.journal`;
      const isThere = () => expect(readFileSync(journal, 'utf8')).toContain('https://a.test/');
      await eventually(isThere);
      await ledger[end]();
      expect(readdirSync(join(folder, 'deep'))).toEqual(['ledger.jsonl']);
      // What an interrupted run is answered late would be left behind.
      for (let late = 0; late < 100; late++) ledger.record(record(`https://late.test/${late}`));
      expect(readdirSync(join(folder, 'deep'))).toEqual(['ledger.jsonl']);
    }
  });

  test('waits for a living lock and breaks one whose holder is gone', async () => {
    const ledger = await openLedger(file, { now });
    ledger.record(record('https://a.test/'));
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, at: now() }));
    await ledger.save();
    expect(readFileSync(file, 'utf8')).toContain('https://a.test/');
  });

  test.skipIf(process.platform === 'win32')('passes over what is no file among what runs left', async () => {
    mkdirSync(join(folder, 'deep'));
    const [journal, draft] = [`${file}.${2 ** 22 + 1}.journal`, `${file}.123e4567-e89b-12d3-a456-426614174000.part`];
    execFileSync('mkfifo', [journal]);
    mkdirSync(draft);
    const ledger = await openLedger(file, { now });
    ledger.record(record('https://a.test/'));
    await ledger.save();
    expect(readFileSync(file, 'utf8')).toContain('https://a.test/');
    expect(readdirSync(join(folder, 'deep')).map((name) => join(folder, 'deep', name))).toEqual([file, draft, journal]);
  });

  test('says plainly that it cannot be written', async () => {
    await expect(openLedger(folder, { now })).rejects.toThrow(UserError);
  });
});

describe('what is remembered', () => {
  test('an alive link is not asked again while it is young, a failing one grows a streak until it is broken', async () => {
    const web = await startWeb();
    const day = 86_400_000;
    let at = Date.parse('2030-05-01T12:00:00Z');
    const run = () =>
      checkLines(
        ['http://plain.test/a', 'http://status.test/500'],
        { ledger: file, connectTo: web.connectTo(), maxAge: '1d' },
        { now: () => at },
      );
    try {
      expect(rowOf(await run(), 'http://plain.test/a')).toMatchObject({ verdict: 'alive', cached: false });
      at += day / 2;
      const second = await run();
      expect(rowOf(second, 'http://plain.test/a')).toMatchObject({ verdict: 'alive', cached: true, probe: 'ledger' });
      expect(rowOf(second, 'http://status.test/500')).toMatchObject({ verdict: 'unreachable', failures: 2 });
      at += 3 * day;
      // Three failures, but not yet seven days.
      expect(rowOf(await run(), 'http://status.test/500')).toMatchObject({ verdict: 'unreachable', failures: 3 });
      at += 5 * day;
      const last = await run();
      expect(rowOf(last, 'http://status.test/500')).toMatchObject({
        verdict: 'broken',
        reason: 'http-5xx',
        failures: 4,
      });
      expect(rowOf(last, 'http://plain.test/a').cached).toBe(false);
    } finally {
      await web.stop();
    }
  });

  test('a result is not reused where other options could give another one', async () => {
    const web = await startWeb();
    const connectTo = web.connectTo();
    const url = 'http://status.test/404';
    const cached = async (address: string, options: Parameters<typeof checkLines>[1]): Promise<boolean> =>
      rowOf(await checkLines([address], { ledger: file, connectTo, ...options }), address).cached;
    try {
      await cached(url, { accept: '200..299,404' });
      expect(await cached(url, { accept: '200..299,404' })).toBe(true);
      expect(await cached(url, { accept: '200..299,404', hosts: { 'status.test': { accept: '200' } } })).toBe(false);
      await cached(url, { accept: '404' });
      expect(await cached(url, {})).toBe(false);

      const refused = 'http://status.test/403';
      await cached(refused, {});
      expect(await cached(refused, {})).toBe(true);
      expect(await cached(refused, { accept: '403' })).toBe(false);

      const plain = 'http://plain.test/a';
      await cached(plain, {});
      expect(await cached(plain, {})).toBe(true);
      expect(await cached(plain, { allowPrivate: true })).toBe(true);
      expect(await cached(plain, { connectTo: [...connectTo, 'other.test:80:127.0.0.1:9'] })).toBe(false);

      await cached(plain, { allowPrivate: true, maxAge: '0s' });
      expect(await cached(plain, { allowPrivate: true })).toBe(true);
      expect(await cached(plain, {})).toBe(false);

      await cached(plain, { header: ['plain.test=Authorization: Basic cG90cw=='], maxAge: '0s' });
      expect(await cached(plain, { header: ['plain.test=Authorization: Basic a2lsbg=='] })).toBe(true);
      expect(await cached(plain, {})).toBe(false);
      expect(readFileSync(file, 'utf8')).not.toContain('cG90cw');

      await cached(refused, { userAgent: 'pots/1', maxAge: '0s' });
      expect(await cached(refused, { userAgent: 'pots/1' })).toBe(true);
      expect(await cached(refused, { userAgent: 'pots/2' })).toBe(false);
      expect(await cached(refused, {})).toBe(false);
    } finally {
      await web.stop();
    }
  });
});
