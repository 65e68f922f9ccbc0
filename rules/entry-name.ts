import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { edgeSpaces } from '../src/rule-kit/edge-spaces.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { shorten } from '../src/text/shorten.js';
import { examples } from './entry-name/examples.js';
import {
  endsWithStop,
  isEmphasized,
  isEmptyLink,
  isLabeled,
  isLinked,
  isMarkNeeded,
  moveSpaces,
  unwrap,
} from './entry-name/link-text.js';

export default defineRule({
  id: 'entry-name',
  topic: 'entries',
  summary: 'Use the name of the entry as link text',
  why: 'Readers scan for names; a URL or a word such as "here" does not say where the link leads.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'warning',
  },
  fix: 'safe',
  changes: ['space', 'final-mark', 'separator', 'emphasis'],
  supersededBy: ['no-placeholder', 'entry-link-syntax', 'no-mojibake'],
  messages: {
    spaces: 'Link text `{name}` {sides} with {spaces}; remove {those}',
    address: 'The link text is a URL; use the name of the resource',
    hollow: 'Link text `{name}` does not say where the link leads; use the name of the resource',
    stop: 'Link text `{name}` ends with `{mark}`; move it out of the link or remove it',
    emphasis: 'Entry name `{name}` is bold or italic; remove the emphasis',
    emphasisMany: '{count} entry names are bold or italic (first: `{name}`); remove the emphasis',
    long: 'Link text `{name}` is {length} characters long (maximum {most}); shorten it',
  },
  options: v.object({
    emphasis: v.optional(
      v.pipe(
        v.picklist(['never', 'always', 'consistent', 'any', 'off']),
        v.description('Whether linked names are bold or italic; `consistent` is what 90% of at least ten names do.'),
      ),
      'consistent',
    ),
    max: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.description('The maximum number of characters in a name; 0 for no maximum.'),
      ),
      0,
    ),
    ...scopeOptions,
  }),
  // Some bold names among others may be highlights.
  presetOptions: {
    awesome: { emphasis: 'any' },
    strict: { emphasis: 'never', max: 120 },
    list: { emphasis: 'any' },
    roadmap: { emphasis: 'any' },
    minimal: { emphasis: 'any' },
  },
  init: {
    deviation: 'have a name in a different form',
    convention: {
      cases: 'names',
      does: (value) =>
        value === 'always' ? 'are bold or italic' : value === 'never' ? 'are neither bold nor italic' : null,
    },
  },
  learn: {
    emphasis: (list) => list.entries.filter(isLinked).map((entry) => (isEmphasized(entry, list) ? 'always' : 'never')),
  },
  examples,
  check({ list, options, foldOver, report }) {
    const marked: { readonly entry: Entry; readonly fix: Fix }[] = [];
    for (const entry of list.entries) {
      const { link, name } = entry;
      if (!isLinked(entry) || link === null) continue;
      const source = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]/.exec(
        list.text.slice(link.position.start.offset, link.position.end.offset),
      )?.[1];
      const start = link.position.start.offset + 1;
      const end = start + (source?.length ?? 0);
      const inside = source === undefined ? entry.label : list.place(start, end);
      const trimmed = source?.trim() ?? '';
      // Before a link with a label, as in `Home: https://…`, the name is there.
      const isNamed = isLabeled(entry, list);
      if (/^(?:https?:\/\/|www\.)\S+$/i.test(name)) {
        if (!isNamed) report({ message: 'address', at: inside });
      } else if (!isNamed && isEmptyLink(name, link.url, list))
        report({ message: 'hollow', at: inside, data: { name } });
      else if (source !== undefined && trimmed !== source && trimmed !== '' && !/[\r\n]/.test(source)) {
        const lead = source.length - source.trimStart().length;
        const fix = moveSpaces(link, list, { from: start + lead, to: start + lead + trimmed.length, start, end });
        const words = edgeSpaces(lead, source.length - lead - trimmed.length);
        report({ message: 'spaces', at: inside, fix, data: { name: source, ...words } });
      } else if (endsWithStop(trimmed)) {
        const edits = [
          { start: end - 1, end, text: '' },
          ...(isMarkNeeded(entry, link, list)
            ? [{ start: link.position.end.offset, end: link.position.end.offset, text: trimmed.slice(-1) }]
            : []),
        ];
        report({ message: 'stop', at: inside, fix: { safe: true, edits }, data: { name, mark: trimmed.slice(-1) } });
      } else if (options.max > 0 && [...name].length > options.max)
        report({
          message: 'long',
          at: inside,
          data: { name: shorten(name), length: [...name].length, most: options.max },
        });
      const fix = options.emphasis === 'never' && isEmphasized(entry, list) ? unwrap(entry, list) : null;
      if (fix !== null) marked.push({ entry, fix });
    }
    const [first, ...rest] = marked;
    if (first !== undefined && marked.length > foldOver) {
      const fix = { safe: true, edits: marked.flatMap((one) => one.fix.edits) };
      const places = rest.map((one) => one.entry.label);
      report({
        message: 'emphasisMany',
        at: first.entry.label,
        places,
        fix,
        data: { name: first.entry.name, count: marked.length },
      });
      return;
    }
    for (const { entry, fix } of marked)
      report({ message: 'emphasis', at: entry.label, fix, data: { name: entry.name } });
  },
});
