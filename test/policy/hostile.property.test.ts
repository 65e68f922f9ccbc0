import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/config/read-policy.js';
import { checkPolicy, type PullRequestFacts } from '../../src/policy/check-policy.js';
import { github } from '../../src/report/github.js';
import { markdown } from '../../src/report/markdown/markdown.js';
import { attacks, factsOf, list } from '../report/hostile.js';
import { reportOf } from '../report/made.js';
import { nodesOf, strayIn } from '../report/stray.js';

/** What a stranger may write besides, to reach people and programs that read a comment. */
const more: readonly (readonly [name: string, text: string])[] = [
  ['a command of a bot', '/merge\n/approve\r\n/label bug'],
  ['a command after white space', '\n\t /close'],
  ['commands to other bots', '@dependabot merge\n@bors r+'],
  ['a mention after a space without width', '\u200B@guild/kiln \u2060@potter'],
  ['a mention in code', '`@guild` ``@potter``'],
  ['the end of a code span', '` ``@guild`` ` #7 `'],
  ['words that close issues', 'Fixes #7, closes kites/delta#8 and resolves GH-9'],
  ['the marker of our own comment', '<!-- listwright --> <!-- listwright-comment -->'],
  ['a comment that is not closed', '<!-- hidden'],
  ['details that are not closed', '<details open><summary>Click</summary>'],
  ['an entity for a mark', '&#64;guild &lt;img&gt;'],
  ['a table', '| a | b |\n| - | - |\n| c | d |'],
  ['a footnote', 'a[^1]\n\n[^1]: https://evil.example'],
  ['a quote and an alert', '> [!WARNING]\n> Run this'],
  ['a heading', '# Owned\n===\n---'],
  ['a commit and a user', '1a2b3c4d5e6f708192a3b4c5d6e7f80910111213 kites/delta@1a2b3c4'],
  ['a secret to mask', '::add-mask::a\n::stop-commands::x'],
  ['a suggestion', '```suggestion\nrm -rf /\n```'],
  ['emoji and math', ':tada: $`x`$ $$y$$'],
  ['a letter of many marks', `Z${'\u0335\u0321'.repeat(2_000)}`],
  ['words from right to left', '\u202Emoc.live\u202C \u2067x\u2069'],
  ['a megabyte of a word', 'x'.repeat(1_000_000)],
  ['a megabyte of brackets', '['.repeat(500_000) + ']('.repeat(250_000)],
];

const at = { start: { line: 7, column: 3, offset: 20 }, end: { line: 7, column: 9, offset: 26 } };
const policy = readPolicy(
  {
    ...{ entries: 0, files: [], title: '^Add .', section: 3, removed: true },
    ...{ links: { forge: '^https://forge\\.example/' }, checkboxes: 'I have read it' },
  },
  '',
);

/** What is reported of a pull request, all of whose words are the same. */
function reportOn(words: string) {
  const entry = { name: words, url: `https://silk.example/${words}`, titles: [words], position: at };
  const path = `docs/${words}.md`;
  const removed = { path, entry, commit: '1a2b3c4', day: '2029-05-01', subject: words };
  const facts: PullRequestFacts = {
    text: { title: words.slice(0, 1_000), body: `${words}\n- [ ] I have read it ${words}`.slice(0, 65_536) },
    lists: [{ path, added: [entry], sections: [{ title: words, entries: 1, position: at }] }],
    files: [{ path, allowed: false }],
    removed: [
      { ...removed, why: null },
      { ...removed, why: words },
    ],
  };
  const findings = checkPolicy(policy, facts);
  const notChecked = [`the title of the pull request was not checked: ${words}`];
  return reportOf([list], findings, { pullRequest: { labels: [words], otherLabels: [words], notChecked } });
}

describe.each([...attacks, ...more])('a pull request that says %s', (_, words) => {
  const report = reportOn(words);

  test('is reported in full', () => {
    const rules = new Set(report.findings.map(({ rule }) => rule.replace('pull-request-', '')));
    expect([...rules].sort()).toEqual(['checkboxes', 'entries', 'files', 'links', 'removed', 'section', 'title']);
    for (const { message } of report.findings) expect(message.length).toBeLessThan(600);
  });

  test('adds nothing to a comment and in a summary', () => {
    const page = markdown(report, factsOf());
    expect(strayIn(page)).toEqual([]);
    expect(page.length).toBeLessThanOrEqual(65_536);
    // Bots read the beginnings of lines.
    expect(page.split('\n').filter((line) => /^\s*[/@]|^\s*(?:::|##\[)/.test(line))).toEqual([]);
    expect(nodesOf(page).filter(({ type }) => type === 'listItem').length).toBeGreaterThanOrEqual(8);
  });

  test('gives no command to the runner', () => {
    const lines = github(report, factsOf()).split(/[\r\n]+/);
    const strange = lines.filter(
      (line) => line !== '' && !/^::(?:error|warning|notice) file=[^:,]*,|^::(?:group|endgroup)::/.test(line),
    );
    expect(strange.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('::warning file=')).length).toBeGreaterThanOrEqual(1);
  });
});
