import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { examples } from './description-end/examples.js';
import { options } from './description-end/options.js';
import { close, longerThanOthers, open, read } from './description-end/reading.js';

export default defineRule({
  id: 'description-end',
  topic: 'descriptions',
  summary: 'End every description with a period, or none of them',
  why: 'A description that ends unlike the others looks cut off.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['final-mark'],
  yieldsToFormat: true,
  messages: {
    open: 'The description of `{name}` should end with a period',
    many: '{count} descriptions do not end with a period (first: `{name}`); add one to each',
    closed: 'The description of `{name}` ends with a period, unlike the others; remove it',
    manyClosed: '{count} descriptions end with a period, unlike the others (first: `{name}`); remove the periods',
  },
  options,
  presetOptions: {
    awesome: { style: 'consistent' },
    strict: { style: 'always' },
    list: { style: 'consistent' },
    roadmap: { style: 'consistent' },
  },
  init: {
    deviation: 'have a description with a different ending',
    convention: {
      cases: 'descriptions',
      does: (value) => (value === 'always' ? 'end with a period' : value === 'never' ? 'end without a period' : null),
    },
  },
  learn: {
    style: (list) => list.entries.flatMap((entry) => read(entry, list)).map((one) => (one.ended ? 'always' : 'never')),
  },
  examples,
  check({ list, options, foldOver, report }) {
    const readings = list.entries.flatMap((entry) => read(entry, list));
    if (options.style !== 'always' && options.style !== 'never') return;
    const always = options.style === 'always';
    const isOfOtherKind = always ? () => false : longerThanOthers(readings);
    const wrong = readings.filter((one) => (always ? !one.ended : one.stop && !isOfOtherKind(one)));
    const [first, ...rest] = wrong;
    const fixes = wrong.map((one) => (always ? close(one, list) : open(one)));
    if (first !== undefined && wrong.length > foldOver) {
      const data = { name: first.entry.name, count: wrong.length };
      const message = always ? 'many' : 'manyClosed';
      report({ message, at: first.at, places: rest.map((one) => one.at), fix: foldedFix(fixes), data });
      return;
    }
    for (const [index, { entry, at }] of wrong.entries()) {
      report({ message: always ? 'open' : 'closed', at, fix: fixes[index] ?? null, data: { name: entry.name } });
    }
  },
});
