import { describe, expect, it } from 'vitest';
import { fix, lint } from '../../src/index.js';
import { withAnchorFixes } from '../../src/lint/anchor-fixes.js';
import type { RawFinding } from '../../src/lint/run-rule.js';
import { parse } from '../../src/parse/parse.js';

const list = (title: string, anchor: string): string =>
  `# Kites\n\n[On](#${anchor})\n\n## ${title}\n\n- [Sail](https://sail.example/) - Of the the silk.\n`;

describe('a safe fix in a heading', () => {
  it.each([
    ['The the end', 'the-the-end'],
    ['CafÃ©', 'cafã'],
  ])('is none where another anchor would come of it: %s', async (title, anchor) => {
    const text = list(title, anchor);
    const findings = await lint(text, { preset: 'list' });
    expect(findings.filter(({ start }) => start.line === 5).map(({ fix: given }) => given?.safe)).toEqual([false]);
    const { text: after } = await fix(text, { preset: 'list' });
    expect(after).toBe(text.replace('the the silk', 'the silk'));
  });

  it('stays where the anchor does', async () => {
    const { text } = await fix(list('End of the kites:', 'end-of-the-kites'), {
      rules: { 'heading-format': ['warning', { endings: 'never' }] },
    });
    expect(text).toContain('(#end-of-the-kites)');
    expect(text).toContain('## End of the kites\n');
  });
});

it('edits of a plugin that overlap in a heading are not safe', () => {
  const list = parse('# Kites\n\n## The end\n\n- [Sail](https://sail.example/) - Of silk.\n');
  const finding = {
    ...{ rule: 'plugin', message: '', severity: 'warning', path: 'README.md', url: null, places: null },
    ...list.place(12, 15),
    fix: {
      safe: true,
      edits: [
        { start: 12, end: 15, text: 'An' },
        { start: 13, end: 16, text: '' },
      ],
    },
  } as const;
  const [one] = withAnchorFixes([{ finding } as unknown as RawFinding], list);
  expect(one?.finding.fix).toEqual({ ...finding.fix, safe: false });
});
