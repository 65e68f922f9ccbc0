import * as v from 'valibot';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { Entry } from '../../src/model/list.js';
import type { AnyRule } from '../../src/model/rule.js';
import type { RuleSetting } from '../../src/model/settings.js';
import { parse } from '../../src/parse/parse.js';
import { defineRule } from '../../src/rule-kit/define-rule.js';
import { ignoreOption, scopeOptions } from '../../src/rule-kit/shared-options.js';

const head = {
  summary: 'Say something',
  why: 'For tests.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  examples: [],
} as const;

/** A rule that speaks of the place that `where` picks in every entry. */
export function speaker(
  id: string,
  where: (entry: Entry) => 'label' | 'link' | 'body' = () => 'label',
  supersededBy: readonly string[] = [],
): AnyRule {
  return defineRule({
    ...head,
    id,
    supersededBy,
    messages: { said: '{name}' },
    options: v.object({ ...scopeOptions }),
    check({ list, report }) {
      for (const entry of list.entries) {
        const part = where(entry);
        const data = { name: entry.name };
        if (part === 'label') report({ message: 'said', at: entry.label, data });
        if (part === 'body' && entry.body) report({ message: 'said', at: entry.body.position, data });
        if (part === 'link' && entry.link) report({ message: 'said', at: entry.link.position, link: entry.link, data });
      }
    },
  });
}

/** A rule that folds all entries into one finding, with one edit for each. */
export const folder: AnyRule = defineRule({
  ...head,
  id: 'folder',
  fix: 'safe',
  changes: ['case'],
  messages: { said: 'all' },
  options: v.object({ ...ignoreOption }),
  check({ list, report }) {
    const [first, ...rest] = list.entries;
    if (first === undefined) return;
    const edits = list.entries.map(({ label }) => ({ start: label.start.offset, end: label.end.offset, text: 'x' }));
    report({ message: 'said', at: first.label, places: rest.map((one) => one.label), fix: { safe: true, edits } });
  },
});

/** A rule that speaks of the last entry and names the first as its other copy. */
export const copier: AnyRule = defineRule({
  ...head,
  id: 'copier',
  messages: { said: 'copy' },
  options: v.object({ ...ignoreOption }),
  check({ list, report }) {
    const [first, last] = [list.entries[0], list.entries.at(-1)];
    if (first && last) report({ message: 'said', at: last.label, either: [first.label] });
  },
});

/** A rule that speaks of each directive that does nothing. */
export const idler: AnyRule = defineRule({
  ...head,
  id: 'unused-suppression',
  reads: 'directives',
  messages: { said: '{why} {names}' },
  options: v.object({ ...ignoreOption }),
  check({ unusedDirectives, report }) {
    for (const { directive, why, rules } of unusedDirectives) {
      report({ message: 'said', at: directive.position, data: { why, names: rules.join() || 'all' } });
    }
  },
});

export function on(rule: AnyRule, options: object = {}): RuleSetting {
  return { rule, severity: 'error', options: v.parse(rule.options, options) as object };
}

/** Lints a text; findings as `rule line message`. */
export function talk(text: string, rules: readonly (AnyRule | RuleSetting)[], known?: readonly string[]) {
  const settings = rules.map((one) => ('rule' in one ? one : on(one)));
  const options = { rules: settings, files: noFiles, ...(known ? { known: known.map((id) => ({ id })) } : {}) };
  const result = lint(parse(text, { path: 'a.md' }), options);
  return { ...result, said: result.findings.map((one) => `${one.rule} ${one.start.line} ${one.message}`) };
}
