import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Directive, List } from '../src/model/list.js';
import type { IdleDirective } from '../src/model/rule.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'unused-suppression',
  topic: 'list',
  summary: 'Remove comments that silence nothing',
  why: 'A comment that silences nothing today hides a defect tomorrow, and nobody remembers what it was for.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'suggest',
  reads: 'directives',
  messages: {
    idle: 'This comment silences nothing; remove it',
    idleName: '{names} in this comment silences nothing; remove the name',
    unknown: 'This comment names {names}, and there is no such rule; correct the name or remove it',
    unmatched: 'This comment enables what nothing disabled; remove it',
    unmatchedName: '{names} in this comment was not disabled; remove the name',
    unreasoned: 'This comment does not say why; add the reason behind ` -- `',
  },
  options: v.object({
    requireReason: v.optional(v.pipe(v.boolean(), v.description('Ask each comment of ours for a reason.')), false),
    ...ignoreOption,
  }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n<!-- listwright-disable-next-line unused-example -->\n- [Silk](https://silk.example/) - Costly.\n',
      finds: ['5:1 unknown'],
      fixed: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
    },
    {
      text: '# Kites\n\n<!-- listwright-enable -->\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly. <!-- listwright-enable -->\n',
      finds: ['3:1 unmatched', '7:43 unmatched'],
      fixed: '# Kites\n\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
    },
    { text: '\ufeff<!-- listwright-enable -->\n# Kites\n', finds: ['1:2 unmatched'], fixed: '\ufeff# Kites\n' },
    {
      text: '# Kites\n\n<!-- listwright-disable -->\n\nText.\n',
      options: { requireReason: true },
      finds: ['3:1 idle'],
      fixed: '# Kites\n\n\nText.\n',
      note: 'A comment that is of no use owes no reason.',
    },
    {
      text: '## Sails\n\n<!-- listwright-disable-next-line entry-name, no-empty-section -->\n- [here](https://silk.example/) - Costly\n',
      options: { requireReason: true },
      finds: ['3:1 idleName'],
      fixed: '## Sails\n\n<!-- listwright-disable-next-line entry-name -->\n- [here](https://silk.example/) - Costly\n',
    },
    {
      text: '## Sails\n\n<!-- listwright-disable entry-name -->\n\n- [here](https://silk.example/) - Costly\n\n<!-- listwright-enable entry-name, no-empty-section -->\n',
      options: { requireReason: true },
      finds: ['3:1 unreasoned', '7:1 unmatchedName'],
      fixed:
        '## Sails\n\n<!-- listwright-disable entry-name -->\n\n- [here](https://silk.example/) - Costly\n\n<!-- listwright-enable entry-name -->\n',
    },
    {
      text: '# Kites\n\n<!--lint disable double-link-->\n\nText.\n',
      finds: [],
      note: 'A comment for another linter is not judged.',
    },
    {
      text: '# Kites\n\n<!-- listwright-disable-next-line unused-suppression -->\n\nText.\n',
      finds: [],
      note: 'This rule can be silenced as well.',
    },
    {
      text: '# Kites\n\n```html\n<!-- listwright-enable -->\n```\n\nText.\n',
      finds: [],
      note: 'What stands in code is an example.',
    },
  ],
  check({ list, idle, options, report }) {
    for (const one of idle) {
      const { directive, why, rules } = one;
      const at = directive.position;
      const fix = removal(one, list);
      const names = rules.map((name) => `\`${name}\``).join(', ');
      if (why === 'unknown') report({ message: 'unknown', at, fix, data: { names } });
      else if (rules.length > 0) report({ message: `${why}Name`, at, fix, data: { names } });
      else report({ message: why, at, fix });
    }
    if (!options.requireReason) return;
    const useless = new Set(idle.map((one) => one.directive));
    for (const directive of list.directives) {
      if (directive.dialect !== 'listwright' || directive.verb === 'enable') continue;
      if (directive.reason !== null || useless.has(directive)) continue;
      report({ message: 'unreasoned', at: directive.position });
    }
  },
});

/** Takes out the names that do nothing, or the whole comment with the line that it leaves empty. */
function removal({ directive, rules }: IdleDirective, { text }: List): Fix | null {
  const start = directive.position.start.offset;
  const end = directive.position.end.offset;
  const left = directive.rules.filter((name) => !rules.includes(name));
  if (rules.length > 0 && left.length > 0) {
    const names = namesIn(directive, text.slice(start, end));
    return names === null
      ? null
      : { safe: false, edits: [{ start: start + names.start, end: start + names.end, text: left.join(', ') }] };
  }
  const lineStart = Math.max(start - directive.position.start.column + 1, text.startsWith('\ufeff') ? 1 : 0);
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  if (text.slice(lineStart, start).trim() === '' && after !== null) {
    return { safe: false, edits: [{ start: lineStart, end: end + after[0].length, text: '' }] };
  }
  const blanks = /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  return { safe: false, edits: [{ start: start - blanks, end, text: '' }] };
}

/** Where the names stand in a comment. */
function namesIn({ rules }: Directive, source: string): { readonly start: number; readonly end: number } | null {
  const pattern = rules.map((name) => name.replace(/[^\w-]/g, '\\$&')).join('[\\s,]+');
  const found = new RegExp(`(?<=\\s)${pattern}`).exec(source);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}
