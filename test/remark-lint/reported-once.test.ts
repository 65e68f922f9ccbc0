import { describe, expect, test } from 'vitest';
import { lint } from '../../src/api/lint.js';
import { aliases } from '../../src/rule-kit/rule-aliases.js';

const head = '# Awesome Tea [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Tea.\n\n';
const faults: Readonly<Record<string, readonly [text: string, line: number]>> = {
  'heading-style': [`${head}Green\n-----\n\n- [Sencha](https://a.example) - Green.\n`, 5],
  'hard-break-spaces': [`${head}## Green\n\nIt is    \nsteamed.\n`, 7],
  'list-item-bullet-indent': [`${head}## Green\n\n  - [Sencha](https://a.example) - Green.\n`, 7],
  'no-multiple-toplevel-headings': [`${head}# Green\n\n- [Sencha](https://a.example) - Green.\n`, 5],
  'no-undefined-references': [`${head}## Green\n\n- [Sencha][sencha] - Green.\n`, 7],
  'unordered-list-marker-style': [
    `${head}## Green\n\n- [Sencha](https://a.example) - Green.\n\n## Black\n\n* [Assam](https://b.example) - Black.\n`,
    11,
  ],
};

describe('a fault that a rule and a plugin both find', () => {
  test.each(Object.entries(faults))('%s', async (name, [text, line]) => {
    const superiors = aliases[name] ?? [];
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

  test('is reported by both where the rule is milder', async () => {
    const text = `${head}**Green**\n\nIt is steamed.\n\n- [Sencha](https://a.example) - Green.\n`;
    const findings = await lint(text, { preset: 'awesome-strict' });
    const severities = Object.fromEntries(
      findings.filter(({ start }) => start.line === 5).map(({ rule, severity }) => [rule, severity]),
    );
    expect(severities).toMatchObject({ 'no-emphasis-heading': 'warning', 'style/no-emphasis-as-heading': 'error' });
  });
});
