import { expect, test } from 'vitest';
import { builtinRules } from '../../src/config/builtin-rules.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { verdictOf } from '../../src/links/check-static.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import { type ReadingPurpose, readDocument } from '../../src/pipeline/read-list.js';

const text = `# Awesome Looms

Some words, and \`code\`.

## Looms

- [Ada](https://ada.example/) - Weaves [more](https://more.example/) of it. ![new](https://img.example/n.svg)
- **[Bea](https://bea.example/)** (Book) - Weaves.
  - [Cid](https://cid.example/)

<!-- listwright-disable-next-line link-broken -->
- [Dot](https://dot.example/#top) - Knits, see <https://bare.example/>.

| Name | What |
| --- | --- |
| [Eve](https://eve.example/) | Spins. |
`;

async function documentOf(purpose: ReadingPurpose, source = text, rules: Record<string, 'off' | 'warning'> = {}) {
  const settings = await resolveSettings({ rules }, { ledger: false }, [], {
    ...{ rules: builtinRules, configFile: null, cwd: '.', reporters: [], userAgent: '', ledger: '', vantage: 'local' },
  });
  const input = { path: 'README.md', file: 'README.md', stdin: true, remote: null };
  return readDocument({ input, text: source, files: noFiles }, settings, purpose);
}

const partsOf = async (purpose: ReadingPurpose, rules: Record<string, 'off' | 'warning'> = {}) => {
  const { list } = await documentOf(purpose, text, rules);
  const [entry] = list.entries;
  return [list.texts.length > 0, list.blocks.length > 0, list.items.length > 0, entry?.body != null];
};

test('a list that is read only for its links holds nothing that no rule about links reads', async () => {
  expect(await partsOf('once')).toEqual([true, true, true, true]);
  expect(await partsOf('links')).toEqual([false, false, false, false]);
  expect(await partsOf('rereads')).toEqual([true, true, true, true]);
});

test('rules about facts read more of an entry, which is kept for them', async () => {
  expect(await partsOf('links', { 'repo-license': 'warning' })).toEqual([true, true, true, true]);
  expect(await partsOf('links', { 'repo-license': 'off' })).toEqual([false, false, false, false]);
});

test('read only for its links, a list gives rules about links the same findings and suppressions', async () => {
  const resultOf = async (purpose: ReadingPurpose) => {
    const { list, settings } = await documentOf(purpose);
    const verdicts = new Map(
      list.links.map(({ url }, index) => [
        url,
        verdictOf(
          index % 2 === 0
            ? { url, verdict: 'broken', reason: 'http-404', evidence: ['seen'] }
            : { url, verdict: 'moved', reason: null, evidence: ['seen'], suggestion: `${url}new` },
        ),
      ]),
    );
    const rules = settings.rules.filter(({ rule }) => rule.reads === 'verdict' || rule.reads === 'directives');
    return lint(list, { rules, files: noFiles, verdicts, known: builtinRules, now: 0 });
  };
  const full = await resultOf('once');
  expect(full.findings.length).toBeGreaterThan(2);
  expect(full.suppressed).toBe(1);
  expect(await resultOf('links')).toEqual(full);
});

test('the preset that a list gets does not depend on what it is read for', async () => {
  const tasks = Array.from({ length: 12 }, (_, index) => `- [ ] [Step ${index}](https://step.example/${index})`);
  const plan = `# Weaving\n\n## Steps\n\n${tasks.join('\n')}\n`;
  const presetOf = async (purpose: ReadingPurpose, source: string) =>
    (await documentOf(purpose, source)).settings.preset;
  expect(await presetOf('links', plan)).toBe('roadmap');
  expect(await presetOf('once', plan)).toBe('roadmap');
  expect(await presetOf('links', plan.replaceAll('[ ] ', ''))).toBe('list');
});
