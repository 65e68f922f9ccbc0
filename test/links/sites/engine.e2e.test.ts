import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RawOptions } from '../../../src/config/config-file.js';
import { githubWeb } from '../../web/github.js';
import { startWeb } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

const env = { GITHUB_TOKEN: 'made-up-token' };

/** Checks lines against a made-up GitHub, with a token. */
async function check(
  github: ReturnType<typeof githubWeb>,
  lines: readonly string[],
  options: RawOptions = {},
  more = env as Readonly<Record<string, string>>,
) {
  const web = await startWeb(github.sites);
  try {
    const hosts = web.connectTo();
    const outcome = await checkLines(lines, { cacert: web.ca, connectTo: hosts, ...options }, {}, more);
    return { outcome, log: [...web.log] };
  } finally {
    await web.stop();
  }
}

const repositories = Array.from({ length: 240 }, (_, index) => ({ name: `kilns/kiln-${index}` }));

describe('a site answers for its addresses, through the whole engine', () => {
  test('240 repositories take 3 calls, the token goes to the API alone, every request has a name', async () => {
    const github = githubWeb({ repositories });
    const { outcome, log } = await check(
      github,
      repositories.map(({ name }) => `https://github.com/${name}`),
    );
    expect(outcome.rows.map((row) => `${row.verdict} ${row.probe}`)).toEqual(Array(240).fill('alive github'));
    expect(github.calls).toHaveLength(3);
    for (const { host, headers } of log) {
      expect(headers['user-agent']).toBe('listwright-test');
      expect(headers.authorization).toBe(host === 'api.github.com' ? 'bearer made-up-token' : undefined);
    }
  });

  test('what is missing is asked for again before it is called broken, what was renamed gets its new address', async () => {
    const github = githubWeb({
      repositories: [
        { name: 'kilns/new', formerNames: ['kilns/old'] },
        { name: 'kilns/cold', archivedAt: '2024-01-02T00:00:00Z' },
      ],
    });
    const { outcome } = await check(github, [
      'https://github.com/kilns/gone',
      'https://github.com/kilns/old#install',
      'https://github.com/kilns/cold',
    ]);
    expect(rowOf(outcome, 'https://github.com/kilns/gone')).toMatchObject({
      verdict: 'broken',
      reason: 'repo-missing',
      failures: 1,
    });
    expect(rowOf(outcome, 'https://github.com/kilns/gone').evidence.join('\n')).toMatch(/the same result \d+ s later/);
    expect(rowOf(outcome, 'https://github.com/kilns/old#install')).toMatchObject({
      verdict: 'moved',
      reason: 'renamed',
      finalUrl: 'https://github.com/kilns/new#install',
      suggestion: 'https://github.com/kilns/new#install',
    });
    expect(rowOf(outcome, 'https://github.com/kilns/cold')).toMatchObject({ verdict: 'alive', notes: ['archived'] });
    expect(github.calls).toHaveLength(2);
  });

  test('without a token the pages are asked', async () => {
    const github = githubWeb({ repositories: repositories.slice(0, 3) });
    const { outcome } = await check(
      github,
      ['https://github.com/kilns/kiln-1', 'https://github.com/kilns/none'],
      {},
      {},
    );
    expect(github.calls).toHaveLength(0);
    expect(outcome.rows.map((row) => `${row.verdict} ${row.probe}`)).toEqual(['alive http', 'broken http']);
  });

  test('a repository that was made anew under its name is noticed by its id, and stays noticed', async () => {
    const ledger = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'ledger.jsonl');
    const at = 'https://github.com/kilns/raku';
    const run = async (id: string) => {
      const { outcome } = await check(githubWeb({ repositories: [{ name: 'kilns/raku', id }] }), [at], {
        ledger,
        maxAge: '0s',
      });
      return rowOf(outcome, at);
    };
    expect(await run('R_first')).toMatchObject({ verdict: 'alive' });
    expect(await run('R_first')).toMatchObject({ verdict: 'alive' });
    for (let again = 0; again < 2; again++)
      expect(await run('R_second')).toMatchObject({ verdict: 'suspect', reason: 'recreated' });
  });

  test('an API on this machine is asked when the environment names it, and only by adapters', async () => {
    const github = githubWeb({ repositories });
    const web = await startWeb(github.sites);
    try {
      const local = `http://127.0.0.1:${web.http}`;
      const api = `http://api.github.com:${web.http}`;
      const options = {
        cacert: web.ca,
        connectTo: [...web.connectTo(), `api.github.com:${web.http}:127.0.0.1:${web.http}`],
      };
      const given = { GITHUB_TOKEN: 'made-up-token', GITHUB_GRAPHQL_URL: `${local}/graphql` };
      const outcome = await checkLines(['https://github.com/kilns/kiln-1', `${local}/graphql`], options, {}, given);
      // The server tells hosts apart by name, so the call by address is logged under the address.
      expect(web.log.map(({ host }) => host)).toContain('127.0.0.1');
      expect(rowOf(outcome, `${local}/graphql`)).toMatchObject({ verdict: 'skipped', reason: 'private-address' });
      await expect(
        checkLines(
          ['https://github.com/kilns/kiln-1'],
          options,
          {},
          { GITHUB_TOKEN: 't', GITHUB_GRAPHQL_URL: `${api}/graphql` },
        ),
      ).rejects.toThrow('plain http');
    } finally {
      await web.stop();
    }
  });
});
