import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';

/** More runs than this are one accident of the whole file. */
const fewRuns = 8;

export default defineRule({
  id: 'no-mojibake',
  topic: 'text',
  summary: 'Repair text that was decoded with the wrong encoding',
  why: 'Its emoji and accented letters are displayed as gibberish, and the anchors of its headings change.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['encoding'],
  messages: {
    run: '`{found}` is a garbled `{meant}` (UTF-8 read as {charset}); write `{meant}`',
    file: 'UTF-8 text was read as {charset} in {count} places (first: `{found}` should be `{meant}`); repair them',
    lost: 'A character was lost in an encoding error and is shown as `\uFFFD`; retype it',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    { text: '# Tea\n\nThe potterâ€™s cup.\n', finds: ['3:11 run'], fixed: '# Tea\n\nThe potter’s cup.\n' },
    {
      text: '# \uF8FFüçµ Tea\n\nMatchaâ€¦\n',
      finds: ['1:3 run', '3:7 run'],
      fixed: '# \uF8FFüçµ Tea\n\nMatcha…\n',
      note: 'Mac Roman and Windows-1252 in one file.',
    },
    {
      text: `# Tea\n\n${Array.from({ length: 9 }, (_, n) => `- CafÃ© ${n}\n`).join('')}`,
      finds: ['3:6 file'],
      fixed: `# Tea\n\n${Array.from({ length: 9 }, (_, n) => `- Café ${n}\n`).join('')}`,
      note: 'One cause, one finding.',
    },
    {
      text: '# Tea\n\n- [CafÃ©](#cafã)\n\n## CafÃ©\n\nCafÃ©.\n',
      finds: ['3:7 run', '5:7 run', '7:4 run'],
      fixed: '# Tea\n\n- [CafÃ©](#cafã)\n\n## CafÃ©\n\nCafé.\n',
      note: 'Another heading has another anchor.',
    },
    {
      text: '# Tea\n\n- [Cup](https://cup.example/cafÃ©) - At https://cup.example/â€™s.\n\n[cafÃ©]: /cafÃ©\n',
      finds: ['3:32 run', '3:61 run', '5:5 run', '5:14 run'],
      fixed: '# Tea\n\n- [Cup](https://cup.example/cafÃ©) - At https://cup.example/â€™s.\n\n[café]: /cafÃ©\n',
      note: 'A repaired URL leads elsewhere.',
    },
    { text: '# Tea\n\nThe \uFFFD cup.\n', finds: ['3:5 lost'] },
    { text: '# Thé\n\nDéjà vu, naïve façade, “été”, ça.\n', finds: [] },
    {
      text: '# Tee\n\nEr sagte „Spaß“ und übte Größe.\n',
      finds: [],
      note: 'A German quotation mark after ß is correct.',
    },
    { text: '# Chá\n\nSÃO PAULO, AÇÃO.\n', finds: [], note: 'Capital letters with a tilde are correct.' },
    { text: '# 🍵 茶\n\nДобрый чай.\n', finds: [] },
  ],
  check({ list, foldOver, report }) {
    const repairable = list.mojibake.filter((garble) => garble.repaired !== null);
    const show = (at: { readonly start: { offset: number }; readonly end: { offset: number } }): string =>
      list.text.slice(at.start.offset, at.end.offset);
    // The name of a heading is repaired together with the heading, whose anchor changes.
    const localAt = enclosingBlock(list.links.filter(({ url }) => url.startsWith('#')));
    const fixes = repairable.map(({ position: { start, end }, repaired }) => ({
      safe: localAt(start.offset) === null && !isInUrl(list.text, start.offset),
      edits: [{ start: start.offset, end: end.offset, text: repaired ?? '' }],
    }));
    const first = repairable[0];
    if (first !== undefined && repairable.length > fewRuns && foldOver !== Number.POSITIVE_INFINITY) {
      report({
        message: 'file',
        at: first.position,
        data: {
          charset: names[first.charset ?? 'latin1'],
          count: repairable.length,
          found: show(first.position),
          meant: first.repaired ?? '',
        },
        fix: foldedFix(fixes),
        places: repairable.slice(1).map((garble) => garble.position),
      });
    } else {
      for (const [index, { position, repaired, charset }] of repairable.entries()) {
        report({
          message: 'run',
          at: position,
          data: { found: show(position), meant: repaired ?? '', charset: names[charset ?? 'latin1'] },
          fix: fixes[index] ?? null,
        });
      }
    }
    for (const { position, repaired } of list.mojibake)
      if (repaired === null) report({ message: 'lost', at: position });
  },
});

/** True in what looks like a URL: repaired, it leads elsewhere. */
function isInUrl(text: string, at: number): boolean {
  return /(?:https?:|www\.|\]\(|\]:[ \t]*|(?:href|src)\s*=\s*["']?)\S*$/i.test(text.slice(Math.max(0, at - 500), at));
}

const names = { macintosh: 'Mac Roman', 'windows-1252': 'Windows-1252', latin1: 'Latin-1' } as const;
