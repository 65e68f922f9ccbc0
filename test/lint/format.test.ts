import { describe, expect, it } from 'vitest';
import { lint } from '../../src/api/lint.js';

const entries = { format: '- [{name}]({url}): {description}' };
const rulesIn = async (text: string, options: object) =>
  (await lint(text, { preset: 'awesome-strict', ...options })).map(({ rule, start }) => `${start.line} ${rule}`);
const about = /^\d+ (?:awesome-entry|entry-|description-end|description-required)/;

describe('entries with a format', () => {
  const text =
    '# Awesome Kites\n\n## Sails\n\n- [Silk](https://silk.test/): Costly cloth\n\n## Books\n\n- [Wind](https://wind.test/): On wind\n';

  it('are not checked by rules that have another format', async () => {
    const without = (await rulesIn(text, {})).filter((one) => about.test(one));
    expect(without).toContain('5 entry-separator');
    expect(without.some((one) => one.startsWith('5 description-end') || one.startsWith('5 awesome-entry'))).toBe(true);
    expect((await rulesIn(text, { entries })).filter((one) => about.test(one))).toEqual([]);
  });

  it('are those of the sections that the format is for', async () => {
    const found = await rulesIn(text, { entries: { ...entries, sections: 'Books' } });
    expect(found).toContain('5 entry-separator');
    expect(found).not.toContain('9 entry-separator');
  });

  it('are reported where they depart from it', async () => {
    const list = '# Kites\n\n## Sails\n\n- [Silk](https://silk.test/) - Costly cloth\n';
    expect(await rulesIn(list, { entries })).toContain('5 entry-format');
    expect(await rulesIn(list, { entries, rules: { 'entry-format': 'off' } })).not.toContain('5 entry-format');
  });

  it('are not reported where a comment says so', async () => {
    const list =
      '# Kites\n\n## Sails\n\n<!-- listwright-disable-next-line entry-format -->\n- [Silk](https://silk.test/) - Costly\n';
    expect((await rulesIn(list, { entries })).filter((one) => one.includes('entry-format'))).toEqual([]);
  });
});

describe('departures of many entries', () => {
  const licensed = { format: '- [{name}]({url}){+ `{license}`}', fields: { license: { kind: 'spdx' } } } as const;
  const item = (name: string): string => `- [${name}](https://kites.test/${name}) \`mit\` \`0bsd\`\n`;
  const findingsOf = async (text: string) =>
    (await lint(text, { preset: 'minimal', entries: licensed })).filter(({ rule }) => rule === 'entry-format');

  it('are one finding from six entries on, however many departures each has', async () => {
    expect(await findingsOf(['a', 'b', 'c', 'd', 'e'].map(item).join(''))).toHaveLength(10);
    const [finding, ...others] = await findingsOf(['a', 'b', 'c', 'd', 'e', 'f'].map(item).join(''));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('6 entries');
    expect(finding?.places).toHaveLength(5);
    expect(finding?.fix?.edits).toHaveLength(12);
  });

  it('are reported without those of an entry that a comment silences, and so are their edits', async () => {
    const silent = '<!-- listwright-disable-next-line entry-format -->\n';
    const text = `${['a', 'b', 'c'].map(item).join('')}${silent}${['d', 'e', 'f', 'g'].map(item).join('')}`;
    const [finding] = await findingsOf(text);
    const lines = [finding, ...(finding?.places ?? [])].map((one) => one?.start.line);
    expect(lines).toEqual([1, 2, 3, 6, 7, 8]);
    const [from, to] = [text.indexOf('- [d]'), text.indexOf('- [e]')];
    expect(finding?.fix?.edits).toHaveLength(12);
    expect(finding?.fix?.edits.filter(({ start }) => start > from && start < to)).toEqual([]);
  });
});
