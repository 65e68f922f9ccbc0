import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'entry-one-line',
  topic: 'entries',
  summary: 'Write each entry on one line',
  why: 'Lines that are broken by hand make every later change look larger than it is, and hide entries from those who search.',
  severity: { strict: 'error', awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space'],
  messages: {
    wrapped: '`{name}` is written on {count} lines; join them to one',
    many: '{count} entries are written on several lines, `{name}` the first of them; join each to one',
  },
  options: v.object({ ...scopeOptions }),
  init: { deviation: 'stand in more than one line' },
  examples: [
    {
      text: '## Sails\n\n- [Silk](https://silk.test) - Costly, and\n  of many colours.\n',
      finds: ['3:3 wrapped'],
      fixed: '## Sails\n\n- [Silk](https://silk.test) - Costly, and of many colours.\n',
    },
    {
      text: `${'- [Silk](https://silk.test) - Costly\n  cloth.\n'.repeat(21)}`,
      finds: ['1:3 many'],
      fixed: `${'- [Silk](https://silk.test) - Costly cloth.\n'.repeat(21)}`,
    },
    {
      text: '- [絹](https://silk.test) - 高い\n  布。\n',
      finds: ['1:3 wrapped'],
      fixed: '- [絹](https://silk.test) - 高い布。\n',
      note: 'Between characters of Chinese and Japanese no space is written.',
    },
    { text: '- [Silk](https://silk.test) - Costly.\n  - [Care](https://care.test) - How to wash it.\n', finds: [] },
    {
      text: '- [Silk](https://silk.test) - Costly.\n\n  It comes in two paragraphs.\n',
      finds: [],
      note: 'A second paragraph is a line of its own.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly.  \n  And red.\n- [Jib](https://jib.test)<br>\n  Small.\n',
      finds: [],
      note: 'A break that readers see is meant.',
    },
    { text: '[Silk](https://silk.test) - Costly, and\nof many colours.\n', finds: [] },
    {
      text: '- [Silk](https://silk.test) - Costly.\n-[Jib](https://jib.test) - Small.\n- [Foil](https://foil.test) - Loud.\n**[⬆ back to top](#sails)**\n- [Gaff](https://gaff.test) - In short:\nold and heavy.\n',
      finds: [],
      note: 'A line that begins with a marker or follows a colon is meant as one of its own.',
    },
  ],
  check({ list, options: _, foldOver, report }) {
    const wrapped = list.entries.flatMap((entry) => {
      if (entry.form !== 'item') return [];
      const last = Math.max(entry.label.end.offset, entry.body?.position.end.offset ?? 0);
      const own = entry.children[0]?.position.start.offset ?? entry.position.end.offset;
      const from = entry.position.start.offset;
      const source = list.text.slice(from, Math.min(last, own));
      // A blank line is a paragraph, a break that is shown is meant, and so is what stands in tags.
      if (!/\n/.test(source) || /\n[ \t]*\r?\n|(?: {2}|\\|<br ?\/?>)\r?\n|\n[ \t]*[<>]/i.test(source)) return [];
      const edits = [...source.matchAll(/[ \t]*\r?\n[ \t]*/g)].map(({ index, 0: gap }): Edit => {
        const around =
          source.slice(Math.max(0, index - 1), index) + source.slice(index + gap.length, index + gap.length + 1);
        const tight = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？]{2}$/u.test(around);
        return { start: from + index, end: from + index + gap.length, text: tight ? '' : ' ' };
      });
      // A line that begins like an item, a link back to the top or a table, or that a colon announces, is no continuation.
      const isPlain = source
        .split(/\r?\n/)
        .every((line, index, lines) => index === 0 || goesOn(line, lines[index - 1] ?? ''));
      return isPlain ? [{ entry, edits }] : [];
    });
    const [first, ...rest] = wrapped;
    if (first !== undefined && wrapped.length > foldOver) {
      const fix = { safe: true, edits: wrapped.flatMap(({ edits }) => edits) };
      const places = rest.map(({ entry }) => entry.label);
      report({
        message: 'many',
        at: first.entry.label,
        places,
        fix,
        data: { name: first.entry.name, count: wrapped.length },
      });
      return;
    }
    for (const { entry, edits } of wrapped) {
      const data = { name: entry.name, count: edits.length + 1 };
      report({ message: 'wrapped', at: entry.label, data, fix: { safe: true, edits } });
    }
  },
});

/** True for plain text that goes on from the line above. */
function goesOn(line: string, above: string): boolean {
  const text = line.trim();
  if (/[:：]\s*$/u.test(above) || /^(?:[-*+•#>|=~]|\d{1,9}[.)]|_{2}|:--|\[\^|!\[)/u.test(text)) return false;
  return !/^\[[^\]]*\](?:\([^)]*\))?[.\s]*$|^\P{L}*(?:back to )?top\P{L}*$/iu.test(text);
}
