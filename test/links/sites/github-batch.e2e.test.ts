import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildQuery, fieldsOfQuestion, objectField, type Question } from '../../../src/links/sites/github/query.js';
import { readResponse } from '../../../src/links/sites/github/response.js';
import { github } from '../../../src/links/sites/github.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { githubWeb } from '../../web/github.js';
import type { GithubTrouble, MadeUpGithub } from '../../web/github-world.js';
import { parseQuery } from '../../web/graphql.js';
import { askSite } from './world.js';

const shelf = (count: number): MadeUpGithub => ({
  repositories: Array.from({ length: count }, (_, index) => ({ name: `owner${index % 7}/pot-${index}` })),
});
const addressesOf = ({ repositories = [] }: MadeUpGithub): readonly string[] =>
  repositories.map(({ name }) => `https://github.com/${name}`);

async function ask(addresses: readonly string[], world: MadeUpGithub, trouble: GithubTrouble = {}) {
  const web = githubWeb(world, trouble);
  const { words, log } = await askSite(github, addresses, web.sites);
  const verdicts = new Map<string, number>();
  for (const { verdict, reason } of words.values()) {
    const name = reason === null ? verdict : `${verdict} ${reason}`;
    verdicts.set(name, (verdicts.get(name) ?? 0) + 1);
  }
  const pages = log.filter(({ host }) => host !== 'api.github.com').length;
  return { verdicts: Object.fromEntries(verdicts), calls: web.calls, pages, words };
}

describe('how many calls it takes', () => {
  test.each([1, 50, 101, 500])('%i healthy repositories: n/50 + 3 at most, and no page', async (count) => {
    const world = shelf(count);
    const { verdicts, calls, pages } = await ask(addressesOf(world), world);
    expect(verdicts).toEqual({ alive: count });
    expect(calls.length).toBeLessThanOrEqual(count / 50 + 3);
    expect(calls.length).toBe(Math.ceil(count / 100));
    expect(pages).toBe(0);
  });

  test('addresses of one repository share an alias, whatever their letter case', async () => {
    const tails = ['', '/blob/main/README.md', '/issues', '/stargazers', '.git'];
    const { calls, words } = await ask(
      [...tails.map((tail) => `https://github.com/owner0/pot-0${tail}`), 'https://github.com/Owner0/Pot-0'],
      shelf(1),
    );
    expect(calls.map(({ aliases }) => aliases)).toEqual([1]);
    expect(words.size).toBe(6);
  });

  test('one missing repository under many addresses costs one page', async () => {
    const tails = ['', '/blob/main/README.md', '/issues', '/tree/main/docs'];
    const { pages, verdicts } = await ask(
      tails.map((tail) => `https://github.com/owner0/none${tail}`),
      shelf(1),
    );
    expect([pages, verdicts]).toEqual([1, { 'broken repo-missing': 4 }]);
  });
});

describe('when the API stumbles', () => {
  const world = shelf(100);
  const all = addressesOf(world);

  test.each([
    ['100 at once are fine', { most: 100 }, [100]],
    ['50 at once are too many', { most: 25 }, [100, 50, 25, 25, 25, 25]],
  ])('%s', async (_, trouble, sizes) => {
    const { verdicts, calls } = await ask(all, world, trouble);
    expect(verdicts).toEqual({ alive: 100 });
    expect(calls.map(({ aliases }) => aliases)).toEqual(sizes);
  });

  test('one at a time is the floor', async () => {
    const { verdicts, calls } = await ask(all, world, { most: 1 });
    expect(verdicts).toEqual({ alive: 100 });
    expect(calls.slice(0, 8).map(({ aliases }) => aliases)).toEqual([100, 50, 25, 12, 6, 3, 1, 1]);
  });

  test.each([[['owner0/pot-0']], [['owner3/pot-73']], [['owner0/pot-0', 'owner1/pot-1']]])(
    'a repository that no call survives is left to its page: %j',
    async (poison) => {
      const { verdicts, calls, words } = await ask(all, world, { poison });
      expect(verdicts).toEqual({ alive: 100 - poison.length });
      expect(poison.some((name) => words.has(`https://github.com/${name}`))).toBe(false);
      expect(calls.length).toBeLessThan(25);
    },
  );

  test('a partial answer is kept, and only the rest asked again', async () => {
    const { verdicts, calls } = await ask(all, world, { partial: 40 });
    expect(verdicts).toEqual({ alive: 100 });
    expect(calls.map(({ aliases }) => aliases)).toEqual([100, 50, 10, 10]);
  });

  test('an API that is down is let alone, and says nothing', async () => {
    const { verdicts, calls, pages } = await ask(all, world, { most: 0 });
    expect(verdicts).toEqual({});
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(pages).toBe(0);
  });

  test('what is left after the budget is used up is unreachable; what was answered stays', async () => {
    const used = await ask(all, world, { limitedFrom: 0 });
    expect([used.verdicts, used.calls.length]).toEqual([{ 'unreachable rate-limited': 100 }, 1]);
    const later = await ask(all, world, { most: 50, limitedFrom: 2 });
    expect(later.verdicts).toEqual({ alive: 50, 'unreachable rate-limited': 50 });
  });

  test.each([
    [1, { alive: 100 }, 2],
    [2, { alive: 100 }, 3],
    [9, { 'unreachable rate-limited': 100 }, 3],
  ])('%i secondary limits', async (secondary, expected, calls) => {
    const asked = await ask(all, world, { secondary });
    expect([asked.verdicts, asked.calls.length]).toEqual([expected, calls]);
  });

  test('owners behind a single sign-on are not for this token to judge, others are', async () => {
    const { verdicts } = await ask(all, world, { saml: ['owner3'] });
    expect(verdicts).toEqual({ alive: 86, 'unverifiable forbidden': 14 });
  });
});

describe('answers that are not the API’s', () => {
  const html = '<!doctype html><title>Sign in to the network</title>';
  test.each([
    ['a page with 200', 200, html],
    ['a page with 404', 404, html],
    ['a page with 403', 403, html],
    ['no answer of a query', 200, '{"ok":true}'],
    ['nothing', 200, ''],
    ['refused credentials', 401, '{"message":"Bad credentials"}'],
    [
      'a query it does not know',
      200,
      `{"errors":[{"message":"Field 'x' doesn't exist","extensions":{"code":"undefinedField"}}]}`,
    ],
    ['null for all, without a word', 200, '{"data":{"q0":null}}'],
    ['null for all, and a word for another', 200, '{"data":{"q0":null},"errors":[{"type":"NOT_FOUND","path":["q7"]}]}'],
    ['another shape', 200, '{"data":{"q0":{"nameWithOwner":7}}}'],
    ['a name that is none', 200, '{"data":{"q0":{"nameWithOwner":"//evil.test/x"}}}'],
  ])('%s: no word', async (_, status, body) => {
    const { words } = await askSite(github, ['https://github.com/potter/kiln'], {
      'api.github.com': ({ response }) => response.writeHead(status, { 'content-type': 'text/html' }).end(body),
    });
    expect(words.size).toBe(0);
  });

  const shapes = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constantFrom(null, true, 0, '', 'NOT_FOUND', 'a/b', 'q0', 'FORBIDDEN', '2020-01-01', 'R_1'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'data',
          'errors',
          'q0',
          'q1',
          'q2',
          'q3',
          'n',
          'p0',
          'type',
          'path',
          'message',
          'id',
          'nameWithOwner',
          'login',
          'defaultBranchRef',
          'name',
          '__proto__',
          'toString',
        ),
        tie('value'),
        { maxKeys: 5 },
      ),
    ),
  }));
  const questions: readonly Question[] = [
    { kind: 'repository', owner: 'a', name: 'b', fields: [objectField('main', 'x')] },
    { kind: 'node', id: 'R_1' },
    { kind: 'owner', login: 'c' },
    { kind: 'topic', name: 'd' },
  ];
  const reply = (body: string, status = 200) =>
    ({ kind: 'answer', url: 'https://api.test/', status, statusText: '', headers: {}, body, broken: null }) as const;

  test('JSON of any shape is read without throwing, and nothing is missing unless it says so', () => {
    fc.assert(
      fc.property(
        fc.oneof(shapes.value, fc.record({ data: shapes.value, errors: shapes.value })),
        fc.constantFrom(200, 403, 429, 502),
        (shape, status) => {
          const body = JSON.stringify(shape);
          const { answers } = readResponse(reply(body, status), questions, Date.now());
          if (!body.includes('NOT_FOUND')) expect(answers.get(questions[0] as Question)?.kind).not.toBe('missing');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('any shape through the whole adapter gives words or none, and never throws', async () => {
    const bodies = fc
      .sample(fc.record({ data: shapes.value, errors: shapes.value }), 60)
      .map((each) => JSON.stringify(each));
    let at = 0;
    const addresses = [
      'https://github.com/a/b/blob/main/x',
      'https://github.com/c',
      'https://gist.github.com/aaaabbbbccccddddeeee',
    ];
    for (let run = 0; run < 15; run++) {
      const { words } = await askSite(github, addresses, {
        'api.github.com': ({ response }) =>
          response.writeHead(200, { 'content-type': 'application/json' }).end(bodies[at++ % 60]),
        'github.com': ({ response }) => response.writeHead(429).end(),
      });
      for (const { evidence } of words.values()) expect(evidenceText(evidence).length).toBeGreaterThan(10);
    }
    expect(at).toBeGreaterThan(15);
  });

  describe('which nulls mean missing', () => {
    const kiln = { id: 'R_1', nameWithOwner: 'a/b', p0: null };
    const out = { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'too much' };
    const gone = { type: 'NOT_FOUND', path: ['q0'], message: 'none' };
    const part = { type: 'NOT_FOUND', path: ['q0', 'p0'], message: 'none' };
    const odd = { type: 'X', path: [{ toString: null }, [{ valueOf: 1 }]], message: {} };
    test.each([
      ['an owner', { q2: null }, [], [undefined, 'missing']],
      ['an owner, in an answer that was cut short', { q2: null }, [out], [undefined, undefined]],
      ['an owner without its null', {}, [], [undefined, undefined]],
      ['a repository without an error', { q0: null }, [], [undefined, undefined]],
      ['a repository with its error', { q0: null }, [gone], ['missing', undefined]],
      ['a repository with its error, cut short', { q0: null }, [gone, out], ['missing', undefined]],
      ['a part', { q0: kiln }, [], [false, undefined]],
      ['a part with its error', { q0: kiln }, [part, out], [false, undefined]],
      ['a part, in an answer that was cut short', { q0: kiln }, [out], [undefined, undefined]],
      ['a part with another error', { q0: kiln }, [{ ...part, type: 'INTERNAL' }], [null, undefined]],
      ['an error of an odd path', { q0: kiln, q2: null }, [odd], [undefined, undefined]],
      [
        'a repository whose name speaks of rate limits',
        { q0: null },
        [{ ...gone, message: 'rate limit' }],
        ['missing', undefined],
      ],
    ])('%s', (_, data, errors, expected) => {
      const { answers, rest } = readResponse(reply(JSON.stringify({ data, errors })), questions, Date.now());
      const said = [questions[0], questions[2]].map((question) => {
        const answer = answers.get(question as Question);
        return answer?.kind === 'found' ? answer.parts.get(objectField('main', 'x')) : answer?.kind;
      });
      expect([said, rest]).toEqual([expected, 'smaller']);
    });
  });

  test('an answer that was cut off is asked for again in halves', () => {
    const body = JSON.stringify({ data: { q0: { nameWithOwner: 'a/b' } } });
    expect(readResponse(reply(body.slice(0, -4)), questions, Date.now()).rest).toBe('smaller');
    expect(readResponse(reply(`<p>${body}`), questions, Date.now()).rest).toBe('silent');
  });
});

describe('queries', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'a") { id } x: viewer { login } y: repository(owner: "b',
      '\\',
      '"',
      '\\"',
      '\n}',
      '#',
      '\u2028',
      '"""',
    ),
  );

  test('nothing written in a link leaves its string', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (one, two, three) => {
        const part = { kind: 'path', mode: 'blob', segments: [one, two, three] } as const;
        const fields = fieldsOfQuestion(part);
        const query = buildQuery([
          { kind: 'repository', owner: one, name: two, fields },
          { kind: 'owner', login: three },
          { kind: 'topic', name: one },
          { kind: 'node', id: two },
        ]);
        const parsed = parseQuery(query);
        expect(parsed.map(({ alias, name }) => `${alias} ${name}`)).toEqual([
          'n nodes',
          'q0 repository',
          'q1 repositoryOwner',
          'q2 topic',
        ]);
        expect(parsed.map(({ args }) => args)).toEqual([
          { ids: [two] },
          { owner: one, name: two },
          { login: three },
          { name: one },
        ]);
        const objects = parsed[1]?.fields?.filter(({ name }) => name === 'object') ?? [];
        expect(objects.length).toBe(fields.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a ref with slashes is looked for in at most four ways, and each lookup once', () => {
    const expressions = (path: string, mode: 'blob' | 'tree' = 'blob'): readonly unknown[] => {
      const fields = fieldsOfQuestion({ kind: 'path', mode, segments: path.split('/') });
      const query = buildQuery([{ kind: 'repository', owner: 'a', name: 'b', fields }]);
      const parsed = parseQuery(query)[0]?.fields ?? [];
      return parsed.filter(({ name }) => name === 'object').map(({ args }) => args.expression);
    };
    expect(expressions('a/b/c/d/e/f/g')).toEqual([
      'a:b/c/d/e/f/g',
      'a/b:c/d/e/f/g',
      'a/b/c:d/e/f/g',
      'a/b/c/d:e/f/g',
      'a',
      'HEAD:b/c/d/e/f/g',
    ]);
    expect(expressions('main/x')).toEqual(['main:x', 'main', 'HEAD:x']);
    expect(expressions('main', 'tree')).toEqual(['main', 'HEAD']);
    expect(expressions('refs/tags/v1/x')).toEqual(['refs/tags/v1:x', 'refs/tags/v1', 'HEAD:x']);
  });
});
