import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RawPullRequest } from '../../src/config/config-file.js';
import { readPolicy } from '../../src/config/read-policy.js';
import type { AddedEntry, PolicyCheck } from '../../src/model/pull-request.js';
import { checkPolicy, demandedChecks, labelsFor, type PullRequestFacts } from '../../src/policy/check-policy.js';
import { readBody } from '../../src/policy/read-body.js';
import { shortenLimits } from '../text/short-limits.js';

const at = (line: number) => ({
  start: { line, column: 3, offset: line * 10 },
  end: { line, column: 9, offset: line * 10 + 6 },
});
const entry = (name: string, line = 5): AddedEntry => ({
  ...{ name, url: `https://${name.toLowerCase()}.example/`, titles: ['Teas'], position: at(line) },
});
const nothing: PullRequestFacts = { text: { title: '', body: '' }, lists: [], files: [], removed: [] };

/** What is found, as `rule message`. */
function found(policy: RawPullRequest, facts: Partial<PullRequestFacts>): readonly string[] {
  const findings = checkPolicy(readPolicy(policy, 'pullRequest'), { ...nothing, ...facts });
  return findings.map(({ rule, message }) => `${rule.replace('pull-request-', '')}: ${message}`);
}
const textOf = (title: string, body = '') => ({ text: { title, body } });
const listOf = (added: readonly AddedEntry[]) => ({ lists: [{ path: 'README.md', added, sections: [] }] });

afterEach(() => vi.restoreAllMocks());

describe('the number of entries', () => {
  test('is reported at the first one too many', () => {
    const facts = listOf([entry('Oolong', 5), entry('Sencha', 6), entry('Matcha', 7)]);
    expect(found({ entries: 1 }, facts)).toEqual([
      'entries: This pull request adds 3 entries (maximum 1); split it into several pull requests',
    ]);
    const [finding] = checkPolicy(readPolicy({ entries: 1 }, ''), { ...nothing, ...facts });
    expect(finding).toMatchObject({
      path: 'README.md',
      severity: 'warning',
      topic: 'pull-request',
      start: { line: 6 },
    });
  });

  test('is right at the limit, counts all lists, and may be none', () => {
    expect(found({ entries: 1 }, listOf([entry('Oolong')]))).toEqual([]);
    const two = ['a.md', 'b.md'].map((path) => ({ path, added: [entry('Oolong')], sections: [] }));
    expect(found({ entries: 1 }, { lists: two }).length).toBe(1);
    expect(found({ entries: 0 }, listOf([entry('Oolong')])).length).toBe(1);
    expect(found({}, listOf([entry('Oolong'), entry('Sencha')]))).toEqual([]);
  });
});

describe('files', () => {
  const files = (...paths: readonly string[]) => ({
    files: paths.map((path) => ({ path, allowed: path === 'README.md' })),
  });
  test('that may not change are named', () => {
    expect(found({ files: 'README.md' }, files('README.md'))).toEqual([]);
    expect(found({ files: 'README.md' }, files('README.md', 'ci/run`.sh'))).toEqual([
      'files: This pull request changes `ci/run .sh`, which pull requests may not change; undo that change',
    ]);
    expect(found({ files: 'README.md' }, files('a', 'b'))[0]).toContain(
      'changes 2 files that pull requests may not change (first: `a`)',
    );
  });
});

describe('the title', () => {
  test.each([
    ['Add Oolong', []],
    ['add oolong', ['title: The title `add oolong` does not match `^Add [A-Z]`; edit the title']],
    ['', ['title: The title ` ` does not match `^Add [A-Z]`; edit the title']],
  ])('%s', (title, said) => expect(found({ title: '^Add [A-Z]' }, textOf(title))).toEqual(said));

  test('is one line of code, whatever is in it', () => {
    const hostile = `::error::x\n@guild \`<img>\` \u001b[31m #1 \u202E${'y'.repeat(900)}`;
    const [said = ''] = found({ title: '^Add' }, textOf(hostile));
    expect(said).toMatch(/^title: The title `[^`\n\u001b]{1,60}` does not match `\^Add`; edit the title$/);
  });

  test('that takes too long to compare does not match', () => {
    expect(found({ title: '^(a+)+$' }, textOf('aaaa'))).toEqual([]);
    shortenLimits();
    expect(found({ title: '^(a+)+$' }, textOf(`${'a'.repeat(60)}!`)).length).toBe(1);
  });
});

describe('what the description links', () => {
  const links = { repository: '^https://(github|gitlab)\\.com/', coverage: '^https://cover\\.example/' };
  test('is there once for each', () => {
    const body = 'Repository: https://github.com/tea/oolong.\nCoverage: <https://cover.example/oolong>';
    expect(found({ links }, textOf('', body))).toEqual([]);
    expect(found({ links }, textOf('', body.replace('cover.', 'lid.')))).toEqual([
      'links: The description has no link for `coverage`; add a URL that matches `^https:\\/\\/cover\\.example\\/`',
    ]);
  });

  test('does not count in the comments of a template', () => {
    const body = '<!-- such as https://github.com/tea/oolong -->\nhttps://cover.example/oolong';
    expect(found({ links }, textOf('', body))).toEqual([expect.stringContaining('`repository`')]);
  });
});

describe('check boxes', () => {
  const checkboxes = ['I have read the `guidelines`', 'It is alive'];
  test.each([
    ['- [x] I have **read** the [guidelines](a.md).\n* [X] it is  alive', []],
    ['- [ ] I have read the guidelines\n- [x] It is alive', ['is not checked; check it once it is true']],
    ['- [x] It is alive', ['has no checkbox `I have read the guidelines`']],
    ['<!-- - [x] I have read the guidelines -->\n- [x] It is alive', ['has no checkbox']],
    ['I have read the guidelines [x]\n- [x] It is alive', ['has no checkbox']],
  ])('%s', (body, said) => {
    expect(found({ checkboxes }, textOf('', body))).toEqual(said.map((part) => expect.stringContaining(part)));
  });
});

describe('a new section', () => {
  const sections = (entries: number) => ({
    lists: [{ path: 'README.md', added: [], sections: [{ title: 'Kettles', entries, position: at(9) }] }],
  });
  test('needs some entries', () => {
    expect(found({ section: 3 }, sections(3))).toEqual([]);
    expect(found({ section: 3 }, sections(1))).toEqual([
      'section: The new section `Kettles` has only 1 entry (minimum 3); add more, or use another section',
    ]);
  });
});

test('an entry that was removed is reported with the commit and its subject', () => {
  const removed = [
    {
      path: 'README.md',
      entry: entry('Oolong'),
      commit: '1a2b3c4',
      day: '2029-05-01',
      subject: 'Remove `dead` @links',
      why: null,
    },
  ];
  expect(found({ removed: true }, { removed })).toEqual([
    'removed: `Oolong` was removed on 2029-05-01 in commit `1a2b3c4` (`Remove dead @links`); explain in the description what has changed since then',
  ]);
});

test('an entry that the record of the list has is reported with the reason there', () => {
  const gone = { path: 'README.md', entry: entry('Oolong'), commit: '', day: '2029-05-01', subject: '' };
  const message = (why: string) => found({ removed: true }, { removed: [{ ...gone, why }] });
  expect(message('it `burned` down')).toEqual([
    'removed: `Oolong` was removed on 2029-05-01 (`it burned down`); explain in the description what has changed since then',
  ]);
  expect(message('')[0]).toContain('was removed on 2029-05-01; explain');
});

test('a finding about the whole is at the beginning of a file of the pull request, a list first', () => {
  const policy = readPolicy({ title: '^Add' }, '');
  const pathOf = (facts: Partial<PullRequestFacts>) => checkPolicy(policy, { ...nothing, ...facts })[0]?.path;
  const files = ['ci.yml', 'README.md'].map((path) => ({ path, allowed: true }));
  expect(pathOf({ ...listOf([]), files })).toBe('README.md');
  expect(pathOf({ files })).toBe('ci.yml');
  expect(pathOf(listOf([]))).toBe('README.md');
});

test('severity is that of all checks, or of each', () => {
  const severities = (severity: RawPullRequest['severity']) =>
    checkPolicy(readPolicy({ title: '^Add', entries: 0, severity }, ''), { ...nothing, ...listOf([entry('A')]) }).map(
      ({ rule, severity: said }) => `${rule} ${said}`,
    );
  expect(severities('error')).toEqual(['pull-request-entries error', 'pull-request-title error']);
  expect(severities({ title: 'error', entries: 'off' })).toEqual(['pull-request-title error']);
});

test('what is not known is not reported', () => {
  const policy: RawPullRequest = {
    title: '^Add',
    links: { a: 'b' },
    checkboxes: 'c',
    entries: 0,
    section: 3,
    files: [],
  };
  expect(found(policy, { text: null, lists: null, files: null })).toEqual([]);
});

test('labels are those of the checks that report something, and `passed` without any', () => {
  const policy = readPolicy({ title: '^Add', labels: { title: 'retitle', entries: 'too many', passed: 'ready' } }, '');
  const labels = (title: string) => labelsFor(policy, checkPolicy(policy, { ...nothing, ...textOf(title) }), new Set());
  expect(labels('Oolong')).toEqual({ labels: ['retitle'], otherLabels: ['too many', 'ready'] });
  expect(labels('Add Oolong')).toEqual({ labels: ['ready'], otherLabels: ['retitle', 'too many'] });
});

describe('the URLs of a description', () => {
  test.each([
    ['Page: https://w.example/Clay_(pot), and more', ['https://w.example/Clay_(pot)']],
    ['[Page](https://w.example/Clay_(pot_(old)))', ['https://w.example/Clay_(pot_(old))']],
    ['(see https://w.example/Clay)', ['https://w.example/Clay']],
    [
      '[![Badge](https://b.example/b.svg)](https://b.example/clay?a=1&amp;b=2)',
      ['https://b.example/b.svg', 'https://b.example/clay?a=1&b=2'],
    ],
    ['<!-- https://w.example/template --> https://w.example/Pot.', ['https://w.example/Pot']],
  ])('of %s', (body, urls) => {
    expect(readBody(body).urls).toEqual(urls);
  });
});

test('labels of checks that were not made stay as they are, and nothing passes', () => {
  const policy = readPolicy({ title: '^Add', labels: { title: 'retitle', entries: 'too many', passed: 'ready' } }, '');
  const labels = (title: string, ...unchecked: readonly PolicyCheck[]) =>
    labelsFor(policy, checkPolicy(policy, { ...nothing, ...textOf(title) }), new Set(unchecked));
  expect(labels('Add Oolong', 'entries')).toEqual({ labels: [], otherLabels: ['retitle', 'ready'] });
  expect(labels('Oolong', 'entries')).toEqual({ labels: ['retitle'], otherLabels: ['ready'] });
  expect(labels('Add Oolong', 'removed')).toEqual({ labels: [], otherLabels: ['retitle', 'too many', 'ready'] });
});

test('the checks that a list demands are those that are set and not off', () => {
  const demanded = (policy: RawPullRequest) => demandedChecks(readPolicy(policy, ''));
  expect(demanded({})).toEqual([]);
  expect(demanded({ entries: 0, files: [], title: 'a', links: {}, checkboxes: [], section: 2, removed: true })).toEqual(
    ['entries', 'files', 'title', 'section', 'removed'],
  );
  expect(demanded({ links: { a: 'b' }, checkboxes: 'c', title: 'd', severity: { title: 'off' } })).toEqual([
    ...['links', 'checkboxes'],
  ]);
});

describe('a description of megabytes', () => {
  test.each([
    ['opening brackets', '['.repeat(65_000)],
    ['check boxes', '- [x] a\n'.repeat(8_000)],
    ['a URL', `https://${'.'.repeat(65_000)}`],
    ['comments', '<!--'.repeat(16_000)],
    ['spaces', ' '.repeat(65_000)],
    ['links in a label', `- [x] ${']('.repeat(32_000)}`],
  ])('of %s is read in a bounded way', (_, body) => {
    const { urls, boxes } = readBody(body);
    expect(urls.length + boxes.length).toBeLessThanOrEqual(1000);
    for (const url of urls) expect(url.length).toBeLessThanOrEqual(2000);
  });
});
