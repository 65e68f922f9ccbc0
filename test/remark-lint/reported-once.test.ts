import { describe, expect, test } from 'vitest';
import { lint } from '../../src/api/lint.js';
import { styleRows } from '../../src/remark-lint/bundle.js';

const head = '# Awesome Tea [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Tea.\n\n';
const faults: Readonly<Record<string, readonly [text: string, line: number]>> = {
  'heading-style': [`${head}Green\n-----\n\n- [Sencha](https://a.example) - Green.\n`, 5],
  'hard-break-spaces': [`${head}## Green\n\nIt is    \nsteamed.\n`, 7],
  'list-item-bullet-indent': [`${head}## Green\n\n  - [Sencha](https://a.example) - Green.\n`, 7],
  'no-emphasis-as-heading': [`${head}**Green**\n\nIt is steamed.\n\n- [Sencha](https://a.example) - Green.\n`, 5],
  'no-multiple-toplevel-headings': [`${head}# Green\n\n- [Sencha](https://a.example) - Green.\n`, 5],
  'no-undefined-references': [`${head}## Green\n\n- [Sencha][sencha] - Green.\n`, 7],
  'unordered-list-marker-style': [
    `${head}## Green\n\n- [Sencha](https://a.example) - Green.\n\n## Black\n\n* [Assam](https://b.example) - Black.\n`,
    11,
  ],
};

describe('a fault that a rule and a plugin both find', () => {
  test('is there for each plugin that is superseded', () => {
    expect(styleRows.filter((row) => row.reportedBy !== undefined).map(({ name }) => name)).toEqual(
      Object.keys(faults).sort(),
    );
  });

  test.each(Object.entries(faults))('%s', async (name, [text, line]) => {
    const superiors = styleRows.find((row) => row.name === name)?.reportedBy ?? [];
    const rulesAt = async (off: readonly string[]): Promise<readonly string[]> => {
      const rules = Object.fromEntries(off.map((id) => [id, 'off'] as const));
      const findings = await lint(text, { preset: 'awesome-strict', rules });
      return findings.filter(({ start }) => start.line === line).map(({ rule }) => rule);
    };
    const found = await rulesAt([]);
    expect(found).not.toContain(`style/${name}`);
    expect(found.some((rule) => superiors.includes(rule))).toBe(true);
    // The near miss: the plugin reports it where the rule is off.
    expect(await rulesAt(superiors)).toContain(`style/${name}`);
  });
});
