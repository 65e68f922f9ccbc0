import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { isAccepted, issueComment, pullTitle } from '../../src/add/issue-comment.js';
import { attacks } from '../report/hostile.js';
import { proposed } from './propose.js';

const list = `# Awesome Pens

> Things to write with.

## Inks

- [Blue](https://blue.example/) - Blue ink.
- [Red](https://red.example/) - Red ink.
- [Teal](https://teal.example/) - Teal ink.
`;

/** What GitHub would make of a comment besides text: links, images, HTML that is not ours, and mentions. */
function activeIn(markdown: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'heading' || node.type === 'table')
      found.push(node.type);
    if (node.type === 'html' && !/^<\/?(?:details|summary)>/.test(node.value)) found.push(node.value);
    if (node.type === 'text' && /(?:^|\s)@\w|#\d/m.test(node.value)) found.push(node.value);
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return found;
}

test('what would be active in a comment is seen', () => {
  const active = activeIn('[a](https://a.example) ![b](c.png) <b>x</b> @octocat #12\n\n# H\n');
  expect(active).toEqual(['link', 'image', '<b>', '</b>', ' @octocat #12', 'heading']);
});

describe('the answer to an issue form', () => {
  test('shows the entry with its place, its findings and its patch', async () => {
    const proposal = await proposed(list, {
      url: 'https://ink.example/',
      name: 'Sepia',
      description: 'brown ink',
      section: 'Inks',
    });
    const answer = { proposal, problems: [], removed: null };
    const comment = issueComment(answer, '--- a/README.md\n+++ b/README.md\n');
    expect(isAccepted(answer)).toBe(true);
    expect(comment).toContain('**Proposed entry** in `Inks`, after `Teal`.');
    expect(comment).toContain('```markdown\n- [Sepia](https://ink.example/) - Brown ink.\n```');
    expect(comment).toContain('```diff\n--- a/README.md');
    expect(pullTitle(proposal)).toBe('Add Sepia');
  });

  test('names the entry that is there already', async () => {
    const proposal = await proposed(list, { url: 'http://www.blue.example', section: 'Inks' });
    const comment = issueComment({ proposal, problems: [], removed: null }, '');
    expect(comment).toContain('- It is already listed: `Blue` in Inks (README.md, line 7) has the same URL.');
    expect(isAccepted({ proposal, problems: [], removed: null })).toBe(false);
  });

  test('names an entry that leads to the URL, as an earlier check knows', async () => {
    const targetOf = (url: string) => (url.includes('red') ? 'https://crimson.example/' : null);
    const proposal = await proposed(list, { url: 'https://crimson.example', targetOf });
    expect(proposal.duplicates.map(({ name }) => name)).toEqual(['Red']);
    expect(issueComment({ proposal, problems: [], removed: null }, '')).toContain(
      '`Red` in Inks (README.md, line 8) has a link that leads to this URL.',
    );
    expect((await proposed(list, { url: 'https://scarlet.example', section: 'Inks', targetOf })).duplicates).toEqual(
      [],
    );
  });

  test('says that it was removed before, and gives no advice about options', () => {
    const removed = { day: '2025-02-03', commit: 'abc1234', subject: 'Drop `it` @octocat #12' };
    const comment = issueComment(
      { proposal: null, problems: ['--section: unknown section "X" (did you mean "Y"?)'], removed },
      '',
    );
    expect(comment).toContain('- The field \\`section\\`: unknown section "X"'.replaceAll('\\`', '`'));
    expect(comment).toContain('commit abc1234 removed it on 2025-02-03');
    expect(comment).not.toContain('--');
    expect(activeIn(comment)).toEqual([]);
  });

  test.each(attacks)('stays text with %s', async (_, words) => {
    const problem = issueComment(
      { proposal: null, problems: [words], removed: { day: 'x', commit: 'y', subject: words } },
      '',
    );
    expect(activeIn(problem)).toEqual([]);
    const proposal = await proposed(list, {
      url: 'https://ink.example/',
      name: `A ${words}`,
      description: `b ${words}`,
      section: 'Inks',
    });
    const comment = issueComment({ proposal, problems: [], removed: null }, `+${proposal.line}\n${words}`);
    expect(activeIn(comment)).toEqual([]);
    expect(pullTitle(proposal)).not.toMatch(/[@#\n]/);
  });
});
