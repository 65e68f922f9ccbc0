import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';
import { caseChanges, caseOf, isSlug, smallWords, titleFromSlug } from './heading-case/title-case.js';

export default defineRule({
  id: 'heading-case',
  topic: 'sections',
  summary: 'Use title case for the title, and one consistent case for the other headings',
  why: 'A title that is written like a repository name reads like a path, and headings in mixed case look careless.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['case', 'hyphen', 'space'],
  messages: {
    slug: 'Title `{title}` is written like a repository name; use `{wanted}`',
    title: 'The title is not in title case: {words} should be {wanted}',
    level: 'Heading `{title}` is not in title case: {words} should be {wanted}',
    sentence: 'Heading `{title}` is not in sentence case: {words} should be {wanted}',
    capitals: 'Title `{title}` is in capitals; use `{wanted}`',
    many: '{count} headings are not in {style} case (first: `{title}`)',
  },
  options: v.object({
    h1: v.optional(
      v.pipe(
        v.picklist(['title', 'strict', 'off']),
        v.description('The case of the title; `strict` also reports capitals throughout and `Awesome-`.'),
      ),
      'title',
    ),
    levels: v.optional(
      v.pipe(
        v.picklist(['consistent', 'title', 'sentence', 'off']),
        v.description('The case of other headings; `consistent` is the one that 90% of at least ten of them have.'),
      ),
      'consistent',
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { levels: 'off', h1: 'strict' } },
  init: {
    convention: {
      cases: 'headings',
      does: (value) => (value === 'title' ? 'are in title case' : value === 'sentence' ? 'are in sentence case' : null),
    },
  },
  learn: { levels: (list) => list.headings.flatMap((heading) => caseOf(heading) ?? []) },
  examples: [
    {
      text: '# awesome-kite-php\n\n## Sails\n\nA.\n',
      finds: ['1:3 slug'],
      fixed: '# Awesome Kite PHP\n\n## Sails\n\nA.\n',
    },
    {
      text: '# Awesome kites for macOS\n\n## Sails\n\nA.\n',
      finds: ['1:11 title'],
      note: 'The fix needs review.',
    },
    {
      text: `# Kites\n${lines(10, 'Red Sails')}\n## Strong lines and knots\n\nA.\n`,
      finds: ['43:11 level'],
    },
    {
      text: '# Kites\n\n## Red Sails\n\nAll sails are red.\n\n## Sails by Ann Breeze\n\nB.\n',
      options: { levels: 'sentence' },
      finds: ['3:8 sentence'],
      note: 'Only words that are lowercase elsewhere in the list; others may be names.',
    },
    {
      text: `# Kites\n${lines(21, 'Red sails')}`,
      options: { levels: 'title' },
      finds: ['3:8 many'],
    },
    { text: '# AWESOME KITES\n\n## Sails\n\nA.\n', options: { h1: 'strict' }, finds: ['1:1 capitals'] },
    { text: '# Awesome-Kites\n\n## Sails\n\nA.\n', options: { h1: 'strict' }, finds: ['1:1 slug'] },
    { text: '# AJAX\n\n## Sails\n\nA.\n', options: { h1: 'strict' }, finds: [], note: 'An abbreviation alone.' },
    { text: '# Awesome iOS, gRPC and Node.js for the Web\n\n## Red sails\n\nA.\n', finds: [] },
    { text: '# Awesome-LLM\n\n## Sails\n\nA.\n', finds: [], note: 'A word with inner capitals.' },
    {
      text: '# Awesome Kites at https://kites.example and www.sail.example\n\n## Sails\n\nA.\n',
      finds: [],
      note: 'URLs are not checked.',
    },
    { text: '# Cometas para todos\n\n## Telas\n\nA.\n', finds: [], note: 'Other languages have other rules.' },
    {
      text: `# Kites\n${lines(6, 'Red Sails')}${lines(6, 'Red sails')}`,
      finds: [],
      note: 'This list has no consistent case.',
    },
  ],
  check({ list, options, foldOver, report }) {
    if (list.lang !== null && !/^en\b/i.test(list.lang)) return;
    const title = list.headings.find(({ node }) => node === null);
    if (title !== undefined && options.h1 !== 'off') {
      const name = title.text.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}+#)!?])[^\p{L}\p{N}+#)!?]+$/gu, '');
      const span = textsIn(list, title.position).find(({ text }) => text.includes(name));
      if (isSlug(name)) {
        const wanted = titleFromSlug(name);
        const from = span === undefined ? -1 : span.position.start.offset + span.text.indexOf(name);
        const at = from < 0 ? title.position : list.place(from, from + name.length);
        const edits = [{ start: from, end: from + name.length, text: wanted }];
        const isWritten = from >= 0 && list.text.startsWith(name, from);
        const fix = isWritten ? { safe: name.startsWith('awesome'), edits } : null;
        report({ message: 'slug', at, fix, data: { title: name, wanted } });
      } else if (options.h1 === 'strict' && /^Awesome-|^(?!.*\p{Ll}).*\p{Lu}{6}/u.test(name)) {
        const wanted = name
          .replace(/^Awesome-/, 'Awesome ')
          .replace(/\p{Lu}{6,}/gu, (word) => word[0] + word.slice(1).toLowerCase());
        const message = name.startsWith('Awesome-') ? 'slug' : 'capitals';
        report({ message, at: title.position, data: { title: name, wanted } });
      } else {
        const found = caseChanges(title, list, 'title');
        const at = editedPosition(found, list);
        if (at !== null)
          report({ message: 'title', at, fix: { safe: false, edits: found }, data: wordsOf(found, list) });
      }
    }
    const style = options.levels;
    if (style !== 'title' && style !== 'sentence') return;
    const known = style === 'sentence' ? smallWords(list) : null;
    const cases = list.headings.flatMap((heading) => {
      const found = caseOf(heading) === null ? [] : caseChanges(heading, list, style, known);
      const at = editedPosition(found, list);
      return at === null ? [] : [{ heading, found, at }];
    });
    const [first, ...others] = cases;
    if (first !== undefined && cases.length > foldOver) {
      const fix = { safe: false, edits: cases.flatMap(({ found }) => found) };
      const data = { count: cases.length, style, title: first.heading.text };
      report({ message: 'many', at: first.at, places: others.map(({ at }) => at), fix, data });
      return;
    }
    const message = style === 'title' ? 'level' : 'sentence';
    for (const { heading, found, at } of cases)
      report({
        message,
        at,
        fix: { safe: false, edits: found },
        data: { title: heading.text, ...wordsOf(found, list) },
      });
  },
});

function editedPosition(edits: readonly Edit[], list: List) {
  const [first, last] = [edits[0], edits.at(-1)];
  return first === undefined || last === undefined ? null : list.place(first.start, last.end);
}
function wordsOf(edits: readonly Edit[], { text }: List): { words: string; wanted: string } {
  const quote = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
  return {
    words: quote(edits.map(({ start, end }) => text.slice(start, end))),
    wanted: quote(edits.map((edit) => edit.text)),
  };
}
function lines(count: number, title: string): string {
  return `\n## ${title}\n\nA.\n`.repeat(count);
}
