import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry, Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { edgeSpaces } from '../src/rule-kit/edge-spaces.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { shorten } from '../src/text/shorten.js';
import { endsWithStop, isEmphasized, isEmptyLink, isLabeled, isLinked, unwrap } from './entry-name/link-text.js';

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
  examples: [
    {
      text: '- [ Silk ](https://silk.test) - Costly.\n- [Jib:](https://jib.test) - Small.\n',
      finds: ['1:4 spaces', '2:4 stop'],
      fixed: '- [Silk](https://silk.test) - Costly.\n- [Jib](https://jib.test) - Small.\n',
    },
    {
      text: '- [Jib:](https://jib.test) books about sails.\n- [Gaff:](https://gaff.test)\n  - [Kit:](https://kit.test)\n- [Silk,](https://silk.test): Costly.\n',
      options: { emphasis: 'never' },
      finds: ['1:4 stop', '2:4 stop', '3:6 stop', '4:4 stop'],
      fixed:
        '- [Jib](https://jib.test): books about sails.\n- [Gaff](https://gaff.test):\n  - [Kit](https://kit.test)\n- [Silk](https://silk.test): Costly.\n',
      note: 'A colon that separates is moved out of the link.',
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
      note: 'Another rule reports bare URLs.',
    },
    {
      text: '- Silk: [https://silk.test](https://silk.test)\n- 帆：[https://jib.test](https://jib.test)\n- **Kit**: [link](https://kit.test)\n',
      finds: [],
      note: 'The name is the label before the link.',
    },
    {
      text: '| Task | Link |\n| --- | --- |\n| Sew a sail | [https://silk.test](https://silk.test) |\n| [https://jib.test](https://jib.test) | Small |\n',
      finds: ['4:4 address'],
    },
    {
      text: '- 🪁 [https://silk.test](https://silk.test)\n- [ ] [link](https://jib.test)\n',
      finds: ['1:7 address', '2:8 hollow'],
      note: 'An emoji or a checkbox is not a name.',
    },
    {
      text: '- [Learning to sew.](https://sew.test)\n- [絹：](https://silk.test)\n',
      finds: [],
      note: 'A title may end with a period.',
    },
    {
      text: `${'- [Silk](https://silk.test)\n'.repeat(9)}- **[Jib](https://jib.test)**\n`,
      finds: ['10:3 emphasis'],
      fixed: `${'- [Silk](https://silk.test)\n'.repeat(9)}- [Jib](https://jib.test)\n`,
    },
    {
      text: `${'- [Silk](https://silk.test)\n'.repeat(8)}${'- **[Jib](https://jib.test)**\n'.repeat(4)}`,
      finds: [],
      note: 'Some names are in bold on purpose here.',
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
      // Before a link with a label, as in `Home: https://…`, the name is there.
      const isNamed = isLabeled(entry, list);
      if (/^(?:https?:\/\/|www\.)\S+$/i.test(name)) {
        if (!isNamed) report({ message: 'address', at: inside });
      } else if (!isNamed && isEmptyLink(name, link.url, list))
        report({ message: 'hollow', at: inside, data: { name } });
      else if (source !== undefined && trimmed !== source && trimmed !== '' && !/[\r\n]/.test(source)) {
        const lead = source.length - source.trimStart().length;
        const edits = [cut(start, start + lead), cut(start + lead + trimmed.length, end)].flatMap((fix) => fix.edits);
        const fix = { safe: true, edits: edits.filter((edit) => edit.end > edit.start) };
        const words = edgeSpaces(lead, source.length - lead - trimmed.length);
        report({ message: 'spaces', at: inside, fix, data: { name: source, ...words } });
      } else if (endsWithStop(trimmed)) {
        const edits = [
          { start: end - 1, end, text: '' },
          ...(isNeeded(entry, link, list)
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

/** Whether what follows a link needs the mark that the link ends with: text without a separator of its own, or nested items. */
function isNeeded({ children, position }: Entry, link: Link, { text }: List): boolean {
  const { offset } = link.position.end;
  const line =
    /^[^\r\n]*/
      .exec(text.slice(offset, position.end.offset))?.[0]
      .replace(/^[*_]+/, '')
      .trim() ?? '';
  return line === '' ? children.length > 0 : /^(?:[-–—―]?[\p{L}\p{N}]|[^-–—―:：|·•→,，.])/u.test(line);
}
