/** What the compiler must refuse; a mistake that it takes makes `@ts-expect-error` an error itself. */
import { check, defineRule, lint, parse, type Report, run, treeJson } from 'listwright';
import { visit } from 'unist-util-visit';

// @ts-expect-error: there is no such preset
await lint('', { preset: 'awsome' });
// @ts-expect-error: there is no such severity
await lint('', { rules: { 'description-end': 'loud' } });
// @ts-expect-error: a duration is a text with a unit
check('', { timeout: 15_000 });
// @ts-expect-error: neither a text, nor a list, nor addresses
check(5);
// @ts-expect-error: unknown option
await run({ path: ['README.md'] });
// @ts-expect-error: there is no such command
await run({ command: 'tree' });

const report: Report = await run({ command: 'lint' });
// @ts-expect-error: a report is read only
report.findings = [];
// @ts-expect-error: an absent fact is null
const url: string = report.findings[0]?.url ?? null;
// @ts-expect-error: a list may be empty
const name: string = parse('').entries[0].name;

defineRule({
  id: 'a-rule',
  summary: 'Do',
  why: 'For a reason.',
  messages: { found: 'Found `{name}`', plain: 'Found' },
  check({ list, options, report }) {
    const at = list.position;
    report({ message: 'plain', at });
    report({ message: 'found', at, data: { name: 'x' } });
    // @ts-expect-error: there is no such message
    report({ message: 'missing', at });
    // @ts-expect-error: the message has a placeholder
    report({ message: 'found', at });
    // @ts-expect-error: it has another placeholder
    report({ message: 'found', at, data: { nam: 'x' } });
    // @ts-expect-error: the rule has no such option
    options.most;
  },
});

// @ts-expect-error: an entry has no level
visit(treeJson(parse('')), 'entry', (entry) => entry.level);
visit(treeJson(parse('')), 'tier', (tier) => void tier.level);

export { name, url };
