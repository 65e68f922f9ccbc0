import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { plural } from '../src/text/plural.js';

const bom = '\uFEFF';
const names: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };

export default defineRule({
  id: 'file-encoding',
  topic: 'list',
  suppressibleByLine: false,
  summary: 'Save the list without a byte order mark, with one kind of line ending and one final newline',
  why: 'A byte order mark hides the title from some tools, and mixed line endings make a small change look like a change to the whole file.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    bom: 'The file starts with a byte order mark, which UTF-8 does not need; remove it',
    endings: '{count} with {found} instead of {wanted}; save the file with {wanted} line endings',
    unended: 'No newline at the end of the file; add one',
    surplus: 'The file ends with {count}; end it with a single newline',
  },
  options: v.object({
    eol: v.optional(
      v.pipe(
        v.picklist(['lf', 'crlf', 'consistent', 'off']),
        v.description('The line ending; `consistent`: the one that most lines of the file have; `off`: any.'),
      ),
      'lf',
    ),
    end: v.optional(
      v.pipe(
        v.picklist(['newline', 'any']),
        v.description('How the file ends; `any`: with any number of newlines, or none.'),
      ),
      'newline',
    ),
    ...ignoreOption,
  }),
  presetOptions: {
    awesome: { end: 'any' },
    strict: { eol: 'lf', end: 'newline' },
    list: { end: 'any' },
    roadmap: { end: 'any' },
  },
  init: { convention: { cases: 'lines', does: (value) => `end with ${value === 'lf' ? 'LF' : 'CRLF'}` } },
  learn: { eol: ({ text }) => [...text.matchAll(/\r\n|\n/g)].map(([ending]) => (ending === '\n' ? 'lf' : 'crlf')) },
  examples: [
    { text: '\uFEFF# Kites\n\nAll that flies.\n', finds: ['1:1 bom'], fixed: '# Kites\n\nAll that flies.\n' },
    {
      text: '# Kites\r\n\r\n- [Silk](https://silk.example/)\r\n',
      finds: ['1:8 endings'],
      fixed: '# Kites\n\n- [Silk](https://silk.example/)\n',
    },
    {
      text: '# Kites\n\nOne.\r\n\r\nTwo.\rThree.\n',
      finds: ['3:5 endings', '5:5 endings'],
      fixed: '# Kites\n\nOne.\n\nTwo.\nThree.\n',
      note: 'Each kind of ending is reported once.',
    },
    {
      text: '# Kites\r\n\r\nOne.\nTwo.\r\n',
      options: { eol: 'crlf' },
      finds: ['3:5 endings'],
      fixed: '# Kites\r\n\r\nOne.\r\nTwo.\r\n',
    },
    { text: '# Kites\n\nOne.', finds: ['3:5 unended'], fixed: '# Kites\n\nOne.\n' },
    { text: '# Kites\n\nOne.\n\n  \n', finds: ['4:1 surplus'], fixed: '# Kites\n\nOne.\n' },
    { text: '# Kites\n\nOne.\n', finds: [] },
    { text: '# Kites\r\n\r\nOne.\r\n', options: { eol: 'crlf' }, finds: [] },
    { text: '# Kites\r\n\nOne.\r\n', options: { eol: 'off' }, finds: [] },
    {
      text: `# Kites\r\n${'One.\r\n'.repeat(12)}Two.\n`,
      options: { eol: 'consistent' },
      finds: ['14:5 endings'],
      fixed: `# Kites\r\n${'One.\r\n'.repeat(12)}Two.\r\n`,
    },
    { text: `# Kites\r\n${'One.\r\n'.repeat(12)}`, options: { eol: 'consistent' }, finds: [] },
    { text: '# Kites\n\nOne.\n\n', options: { end: 'any' }, finds: [] },
    { text: '', finds: [], note: 'An empty file needs no newline.' },
    { text: '# Kites\n\nA mark \uFEFF amid the text.\n', finds: [], note: '`no-invisible-characters` reports this.' },
    { text: '# Kites\n\nOne.  \n', finds: [], note: 'Trailing spaces are left to no-trailing-spaces.' },
  ],
  check({ list, files, options, report }) {
    const { text, place } = list;
    if (text.startsWith(bom)) {
      report({ message: 'bom', at: place(0, 1), fix: { safe: false, edits: [{ start: 0, end: 1, text: '' }] } });
    }
    if (options.eol !== 'off' && files.converted !== true) {
      const wanted = options.eol === 'lf' ? '\n' : '\r\n';
      for (const [found, starts] of endingsOf(text)) {
        const first = starts[0];
        if (found === wanted || first === undefined) continue;
        report({
          message: 'endings',
          at: place(first, first + found.length),
          data: {
            count: plural(starts.length, 'line ends', 'lines end'),
            found: names[found] ?? '',
            wanted: names[wanted] ?? '',
          },
          fix: { safe: false, edits: starts.map((start) => rewritten(start, found, wanted)) },
        });
      }
    }

    const end = contentEnd(text);
    if (options.end === 'any' || end === 0 || text === bom) return;
    const newline = /\r\n|\n|\r/.exec(text.slice(end));
    if (newline === null) {
      const edits = [{ start: text.length, end: text.length, text: '\n' }];
      report({ message: 'unended', at: place(text.length, text.length), fix: { safe: false, edits } });
      return;
    }
    const start = end + newline.index + newline[0].length;
    if (start === text.length) return;
    const count = text.slice(start).split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
    report({
      message: 'surplus',
      at: place(start, text.length),
      data: { count: count === 1 ? 'an empty line' : plural(count, 'empty line') },
      fix: { safe: false, edits: [{ start, end: text.length, text: '' }] },
    });
  },
});

/** The offsets of each kind of line ending. */
function endingsOf(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    const same = found.get(ending);
    if (same === undefined) found.set(ending, [index]);
    else same.push(index);
  }
  return found;
}

/** Edits as little as possible: fixes write line feeds as the file's first line ends, so CR LF is made of what exists. */
function rewritten(start: number, found: string, wanted: string): Edit {
  if (found === '\r\n') return { start, end: start + 1, text: '' };
  if (found === '\n') return { start, end: start, text: '\r' };
  return { start, end: start + 1, text: wanted };
}

/** The offset after the last character that is not a space and not a newline. */
function contentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}
