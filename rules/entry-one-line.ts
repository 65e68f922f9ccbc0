import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { endsSentence } from '../src/text/sentence.js';
import { continuesSentence } from '../src/text/wrapped-line.js';

export default defineRule({
  id: 'entry-one-line',
  topic: 'entries',
  summary: 'Write each entry on one line',
  why: 'Hard-wrapped lines make every later change look larger than it is, and text searches miss phrases that span a line break.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space'],
  messages: {
    wrapped: 'Entry `{name}` spans {count} lines; join them',
    many: '{count} entries span several lines (first: `{name}`); join the lines of each',
  },
  options: v.object({ ...scopeOptions }),
  init: { deviation: 'span several lines' },
  examples: [
    {
      text: '## Sails\n\n- [Silk](https://silk.test) - Costly, and\n  of many colors.\n',
      finds: ['3:3 wrapped'],
      fixed: '## Sails\n\n- [Silk](https://silk.test) - Costly, and of many colors.\n',
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
      note: 'Chinese and Japanese have no space between words.',
    },
    { text: '- [Silk](https://silk.test) - Costly.\n  - [Care](https://care.test) - How to wash it.\n', finds: [] },
    {
      text: '- [Silk](https://silk.test) - Costly.\n\n  It comes in two paragraphs.\n',
      finds: [],
      note: 'A second paragraph is not a wrapped line.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly.  \n  And red.\n- [Jib](https://jib.test)<br>\n  Small.\n',
      finds: [],
      note: 'Line breaks that readers see are intended.',
    },
    { text: '[Silk](https://silk.test) - Costly, and\nof many colors.\n', finds: [] },
    {
      text: '- [Silk](https://silk.test) - Costly.\n-[Jib](https://jib.test) - Small.\n',
      finds: [],
      note: 'An entry without a space after its bullet.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly.\n**[⬆ back to top](#contents)**\n\n- [Jib](https://jib.test) - Small.\n[Top](#contents)\n',
      finds: [],
      note: 'A link to another part of the page.',
    },
    {
      text: '- [Silk](https://silk.test) - Colors:\n  red and blue.\n- [Jib](https://jib.test) - Small.\n      - [Kit](https://kit.test) - Smaller.\n- [Foil](https://foil.test) - Loud.\n  1) [Gaff](https://gaff.test)\n',
      finds: [],
      note: 'A colon, a bullet or a number begins something new.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly.\n  | Color | Price |\n  | Red | 9 |\n',
      finds: [],
      note: 'An unfinished table.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly.\n  ◦ [Jib](https://jib.test)\n- [Foil](https://foil.test) - Loud.\n{% if sold %}\n- [Kit](https://kit.test) - New.\n[Gaff](https://gaff.test) - Old.\n',
      finds: [],
      note: 'Signs, template tags and entries without a bullet begin something of their own.',
    },
    {
      text: '- [Silk](https://silk.test) - Costly, as\n  [Jib](https://jib.test) is.\n- [Foil](https://foil.test) - Loud.\nAll of these are sold out.\n',
      finds: ['1:3 wrapped', '3:3 wrapped'],
      note: 'A line that begins with a link, and an unindented one after a whole sentence, need a look.',
    },
    {
      text: '- [باد](https://wind.test) - سبک\n  و محکم.\n',
      finds: ['1:3 wrapped'],
      fixed: '- [باد](https://wind.test) - سبک و محکم.\n',
    },
  ],
  check({ list, options: _, foldOver, report }) {
    const wrapped = list.entries.flatMap((entry) => {
      if (entry.form !== 'item') return [];
      const last = Math.max(entry.label.end.offset, entry.body?.position.end.offset ?? 0);
      const own = entry.children[0]?.position.start.offset ?? entry.position.end.offset;
      const from = entry.position.start.offset;
      const source = list.text.slice(from, Math.min(last, own));
      if (!/\n/.test(source) || structure.test(source)) return [];
      const breaks = [...source.matchAll(/(?<![ \t])[ \t]*\r?\n([ \t]*)(.*)/g)].map(
        ({ index, 0: { length }, 1: indent = '', 2: below = '' }) => ({
          ...{ start: index, end: index + length - below.length },
          ...{ indent, below },
        }),
      );
      const goesOn = breaks.map(({ below }) => continuesSentence(below));
      if (goesOn.includes('no')) return [];
      const edits = breaks.map(({ start, end }): Edit => {
        const around = source.slice(Math.max(0, start - 1), start) + source.slice(end, end + 1);
        const tight = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？]{2}$/u.test(around);
        return { start: from + start, end: from + end, text: tight ? '' : ' ' };
      });
      // Without an indentation, what follows a whole sentence may be a paragraph about the list.
      const isApart = breaks.some(({ start, indent }) => indent === '' && endsSentence(source.slice(0, start)));
      return [{ entry, fix: { safe: !isApart && goesOn.every((each) => each === 'yes'), edits } }];
    });
    const [first, ...rest] = wrapped;
    if (first !== undefined && wrapped.length > foldOver) {
      const fix = foldedFix(wrapped.map((one) => one.fix));
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
    for (const { entry, fix } of wrapped) {
      const data = { name: entry.name, count: fix.edits.length + 1 };
      report({ message: 'wrapped', at: entry.label, data, fix });
    }
  },
});

/** What must not be joined: paragraphs, breaks that are displayed, and what follows a colon. */
const structure = /\n[ \t]*\r?\n|(?: {2}|\\|<br ?\/?>)\r?\n|[:：][*_]*[ \t]*\r?\n/i;
