import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { endsWithStop, isEmphasized, isEmptyLink, isLinked, unwrap } from './entry-name/link-text.js';

export default defineRule({
  id: 'entry-name',
  topic: 'entries',
  summary: 'Name each entry by what it is called',
  why: 'The name is what readers scan for; blanks, addresses and words like "here" in its place tell them nothing.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'warning',
  },
  fix: 'safe',
  changes: ['space', 'final-mark', 'emphasis'],
  supersededBy: ['no-placeholder', 'entry-link-syntax', 'no-mojibake'],
  messages: {
    blank: 'The name `{name}` has blanks at its edge inside of the brackets; take them out',
    address: '`{name}` is an address where a name is expected; write what it is called',
    hollow: 'The link text `{name}` does not say what it leads to; write what it is called',
    stop: 'The name `{name}` ends with "{mark}"; take it off',
    emphasis: 'The name `{name}` is in emphasis, and a link stands out by itself; take the marks off',
    emphasisMany:
      '{count} names are in emphasis, `{name}` the first of them, and a link stands out by itself; take the marks off',
    long: 'The name `{name}` has {length} characters, at most {most} are wanted; move the rest to the description',
  },
  options: v.object({
    emphasis: v.optional(
      v.pipe(
        v.picklist(['never', 'always', 'consistent', 'any', 'off']),
        v.description(
          'Whether names that are links may stand in bold or italics; `consistent` asks for what most names do.',
        ),
      ),
      'any',
    ),
    max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Most characters of a name.')), 80),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { emphasis: 'never', max: 120 },
    roadmap: { emphasis: 'consistent', max: 120 },
    minimal: { max: 100_000 },
  },
  learn: {
    emphasis: (list) => list.entries.filter(isLinked).map((entry) => (isEmphasized(entry, list) ? 'always' : 'never')),
  },
  init: {
    deviation: 'have a name of another form',
    convention: {
      cases: 'names',
      does: (value) => (value === 'always' ? 'are emphasised' : value === 'never' ? 'are not emphasised' : null),
    },
  },
  examples: [
    {
      text: '- [ Silk ](https://silk.test) - Costly.\n- [Jib:](https://jib.test) - Small.\n',
      finds: ['1:4 blank', '2:4 stop'],
      fixed: '- [Silk](https://silk.test) - Costly.\n- [Jib](https://jib.test) - Small.\n',
    },
    {
      text: '- [https://silk.test](https://silk.test) - Costly.\n- [here](https://jib.test) - Small.\n',
      finds: ['1:4 address', '2:4 hollow'],
    },
    {
      text: '- **[Silk](https://silk.test)** - Costly.\n- [**Jib**](https://jib.test) - Small.\n',
      options: { emphasis: 'never' },
      finds: ['1:3 emphasis', '2:3 emphasis'],
      fixed: '- [Silk](https://silk.test) - Costly.\n- [Jib](https://jib.test) - Small.\n',
    },
    {
      text: '- **[Silk](https://silk.test)**\n'.repeat(21),
      options: { emphasis: 'never' },
      finds: ['1:3 emphasisMany'],
      fixed: '- [Silk](https://silk.test)\n'.repeat(21),
    },
    { text: '- [A sail of silk](https://silk.test) - Costly.\n', options: { max: 10 }, finds: ['1:4 long'] },
    {
      text: '- [Silk & Co.](https://silk.test)\n- [Yahoo!](https://y.test)\n- [What now?](https://what.test)\n- [Sails, vol. 2](https://two.test)\n',
      finds: [],
    },
    {
      text: '- <https://silk.test> - Costly.\n- https://jib.test\n',
      finds: [],
      note: 'A bare address is for another rule.',
    },
    {
      text: '- [Here Be Sails](https://here.test)\n- [Link](https://link.test/hero) - A hero.\n',
      options: { ignore: ['Link'] },
      finds: [],
    },
    {
      text: '- **[Silk](https://silk.test)** - Costly.\n- [silk.test](https://silk.test) - A shop called by its address.\n',
      finds: [],
    },
  ],
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
      const cut = (from: number, to: number): Fix => ({ safe: true, edits: [{ start: from, end: to, text: '' }] });
      if (/^(?:https?:\/\/|www\.)\S+$/i.test(name)) report({ message: 'address', at: inside, data: { name } });
      else if (isEmptyLink(name, link.url, list)) report({ message: 'hollow', at: inside, data: { name } });
      else if (source !== undefined && trimmed !== source && trimmed !== '' && !/[\r\n]/.test(source)) {
        const lead = source.length - source.trimStart().length;
        const edits = [cut(start, start + lead), cut(start + lead + trimmed.length, end)].flatMap((fix) => fix.edits);
        const fix = { safe: true, edits: edits.filter((edit) => edit.end > edit.start) };
        report({ message: 'blank', at: inside, fix, data: { name: source } });
      } else if (endsWithStop(trimmed)) {
        report({ message: 'stop', at: inside, fix: cut(end - 1, end), data: { name, mark: trimmed.slice(-1) } });
      } else if ([...name].length > options.max)
        report({ message: 'long', at: inside, data: { name, length: [...name].length, most: options.max } });
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
