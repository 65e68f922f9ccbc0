import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Directive, List } from '../src/model/list.js';
import type { UnusedDirective } from '../src/model/rule.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { lengthWithout } from '../src/text/trim-end.js';

export default defineRule({
  id: 'unused-suppression',
  topic: 'list',
  suppressibleByLine: false,
  summary: 'Remove unused suppression comments',
  why: 'A comment that suppresses nothing today may hide a problem tomorrow.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'suggest',
  reads: 'directives',
  messages: {
    idle: 'This comment suppresses nothing; remove it',
    idleName: '{names} in this comment suppresses nothing; remove it',
    unknown: 'This comment names {names}, which is not a rule; correct or remove it',
    unmatched: 'This comment enables rules that are not disabled; remove it',
    unmatchedName: '{names} in this comment is not disabled; remove it',
    expired: 'This exception expired on {until}; remove it, or set a later date',
    undated: '`{until}` in this comment is not a date; use YYYY-MM-DD, such as 2030-12-31',
    refused:
      'An exception that this pull request adds does not apply to it; ask a maintainer to merge the exception first',
    unreasoned: 'This comment gives no reason; add one after ` -- `',
  },
  options: v.object({
    requireReason: v.optional(
      v.pipe(v.boolean(), v.description('Require a reason in each suppression comment of listwright.')),
      false,
    ),
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
    {
      text: '# Kites\n\nA <!-- listwright-enable --> kite, and <!-- listwright-enable -->more.\n',
      finds: ['3:3 unmatched', '3:40 unmatched'],
      fixed: '# Kites\n\nA kite, and more.\n',
    },
    { text: '\ufeff<!-- listwright-enable -->\n# Kites\n', finds: ['1:2 unmatched'], fixed: '\ufeff# Kites\n' },
    {
      text: '# Kites\n\n<!-- listwright-disable -->\n\nText.\n',
      options: { requireReason: true },
      finds: ['3:1 idle'],
      fixed: '# Kites\n\n\nText.\n',
      note: 'A comment to remove needs no reason.',
    },
    {
      text: '## Sails\n\n<!-- listwright-disable-next-line description-end, no-empty-section -->\n- [Silk](https://silk.example/) - Costly\n',
      options: { requireReason: true },
      finds: ['3:1 idleName'],
      fixed:
        '## Sails\n\n<!-- listwright-disable-next-line description-end -->\n- [Silk](https://silk.example/) - Costly\n',
    },
    {
      text: '## Sails\n\n<!-- listwright-disable description-end -->\n\n- [Silk](https://silk.example/) - Costly\n\n<!-- listwright-enable description-end, no-empty-section -->\n',
      options: { requireReason: true },
      finds: ['3:1 unreasoned', '7:1 unmatchedName'],
      fixed:
        '## Sails\n\n<!-- listwright-disable description-end -->\n\n- [Silk](https://silk.example/) - Costly\n\n<!-- listwright-enable description-end -->\n',
    },
    {
      text: '## Sails\n\n<!-- listwright-except description-end until 2001-12-31: the author insists -->\n- [Silk](https://silk.example/) - Costly\n\n<!-- listwright-except description-end until spring: soon -->\n- [Jute](https://jute.example/) - Cheap\n',
      finds: ['3:1 expired', '6:1 undated'],
      fixed:
        '## Sails\n\n- [Silk](https://silk.example/) - Costly\n\n<!-- listwright-except description-end until spring: soon -->\n- [Jute](https://jute.example/) - Cheap\n',
      note: 'An exception may have an end date.',
    },
    {
      text: '## Sails\n\n<!-- listwright-except description-end -->\n- [Silk](https://silk.example/) - Costly\n\n<!-- listwright-except description-end: the author insists -->\n- [Jute](https://jute.example/) - Cheap\n',
      finds: ['3:1 unreasoned'],
      note: 'An exception always needs a reason.',
    },
    {
      text: '## Sails\n\n<!-- listwright-except repo-fork: it is kept up -->\n- [Silk](https://github.com/kites/silk) - Costly.\n',
      base: '## Sails\n\n- [Silk](https://github.com/kites/silk) - Costly.\n',
      facts: { 'https://github.com/kites/silk': { isFork: true } },
      finds: ['3:1 refused'],
      note: 'A pull request cannot grant itself an exception from a rule about facts.',
    },
    {
      text: '## Sails\n\n<!-- listwright-except repo-fork: it is kept up -->\n- [Silk](https://github.com/kites/silk) - Costly, but light.\n',
      base: '## Sails\n\n<!-- listwright-except repo-fork: it is kept up -->\n- [Silk](https://github.com/kites/silk) - Costly.\n',
      facts: { 'https://github.com/kites/silk': { isFork: true } },
      finds: [],
      note: 'The exception was there before.',
    },
    {
      text: '# Kites\n\n<!--lint disable double-link-->\n\nText.\n',
      finds: [],
      note: 'Comments of other linters are ignored.',
    },
    {
      text: '# Kites\n\n<!-- listwright-disable-next-line unused-suppression -->\n\nText.\n',
      finds: [],
      note: 'This rule can be suppressed as well.',
    },
    {
      text: '# Kites\n\n```html\n<!-- listwright-enable -->\n```\n\nText.\n',
      finds: [],
      note: 'Code is ignored.',
    },
  ],
  check({ list, unusedDirectives, options, report }) {
    for (const one of unusedDirectives) {
      const { directive, why, rules } = one;
      const at = directive.position;
      const fix = removal(one, list);
      const names = rules.map((name) => `\`${name}\``).join(', ');
      if (why === 'expired' || why === 'undated') {
        const until = directive.until === '' ? 'until' : (directive.until ?? '');
        report({ message: why, at, fix: why === 'expired' ? fix : null, data: { until } });
      } else if (why === 'refused') report({ message: why, at });
      else if (why === 'unknown') report({ message: 'unknown', at, fix, data: { names } });
      else if (rules.length > 0) report({ message: `${why}Name`, at, fix, data: { names } });
      else report({ message: why, at, fix });
    }
    const useless = new Set(unusedDirectives.map((one) => one.directive));
    for (const directive of list.directives) {
      if (directive.dialect !== 'listwright' || directive.verb === 'enable') continue;
      if (!options.requireReason && directive.verb !== 'except') continue;
      if (directive.reason !== null || useless.has(directive)) continue;
      report({ message: 'unreasoned', at: directive.position });
    }
  },
});

/** Removes the unused names, or the whole comment with the line that it leaves empty. */
function removal({ directive, rules }: UnusedDirective, { text }: List): Fix | null {
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
  const line = text.slice(lineStart, start);
  const spaces = line.length - lengthWithout(line, ' \t');
  // Of the spaces on both sides one side stays; at the end of a line neither does.
  const between = spaces > 0 && (after !== null || /^[ \t]/.test(text.slice(end, end + 1))) ? spaces : 0;
  return { safe: false, edits: [{ start: start - between, end, text: '' }] };
}

/** The range of the names in a comment. */
function namesIn({ rules }: Directive, source: string): { readonly start: number; readonly end: number } | null {
  const pattern = rules.map((name) => name.replace(/[^\w-]/g, '\\$&')).join('[\\s,]+');
  const found = new RegExp(`(?<=\\s)${pattern}`).exec(source);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}
