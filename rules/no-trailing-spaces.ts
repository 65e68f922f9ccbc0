import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import type { Block } from '../src/model/markdown.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';
import { plural } from '../src/text/plural.js';

interface Options {
  readonly breaks: boolean;
  readonly style: 'never' | 'consistent';
}

interface Trail {
  readonly at: Position;
  readonly edit: Edit;
  /** False where a line break would be removed as well. */
  readonly safe: boolean;
}

export default defineRule({
  id: 'no-trailing-spaces',
  topic: 'text',
  summary: 'Remove spaces at the end of lines',
  why: 'Spaces at the end of a line are invisible and clutter diffs.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space'],
  messages: {
    one: '{found}; remove {what}',
    many: '{count} lines have trailing spaces; remove them',
  },
  options: v.object({
    breaks: v.optional(
      v.pipe(v.boolean(), v.description('Allow exactly two spaces at the end of a line in a paragraph.')),
      true,
    ),
    style: v.optional(
      v.pipe(
        v.picklist(['never', 'consistent']),
        v.description(
          'Report all trailing spaces; `consistent`: none where more than 5% of the lines have some, none on blank lines and after table rows, and no line break of more than two.',
        ),
      ),
      'never',
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent' },
    strict: { style: 'never' },
    list: { style: 'consistent' },
    roadmap: { style: 'consistent' },
  },
  examples: [
    {
      text: '# Kites \n\n- [Silk](https://silk.example/) - Costly.  \n\nSewn by hand,\t\nmostly. \n',
      finds: ['1:8 one', '3:42 one', '5:14 one', '6:8 one'],
      fixed: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n\nSewn by hand,\nmostly.\n',
    },
    {
      text: '# Kites\n\nFirst line,    \nsecond line.\n',
      finds: ['3:12 one'],
      fixed: '# Kites\n\nFirst line,  \nsecond line.\n',
      note: 'Two spaces make a line break, so two are kept.',
    },
    {
      text: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly. \n'.repeat(21)}`,
      finds: ['3:42 many'],
      fixed: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly.\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\nFirst line,  \nsecond line.\n',
      options: { breaks: false },
      finds: ['3:12 one'],
      note: 'Removing them removes the line break, so the fix needs review.',
    },
    {
      text: '# Kites\n  \n| a | b |  \n| - | - |\n',
      finds: ['2:1 one', '3:10 one'],
      fixed: '# Kites\n\n| a | b |\n| - | - |\n',
    },
    { text: '# Kites\n\nFirst line,  \nsecond line.\n', finds: [], note: 'A line break.' },
    {
      text: '# Kites\n\nFirst line,    \nsecond line.    \n\nThird line.\n',
      options: { style: 'consistent' },
      finds: ['4:13 one'],
      fixed: '# Kites\n\nFirst line,    \nsecond line.\n\nThird line.\n',
      note: 'A line break, and spaces at the end of a paragraph.',
    },
    {
      text: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly. \n'.repeat(6)}`,
      options: { style: 'consistent' },
      finds: [],
      note: 'The list has them everywhere.',
    },
    {
      text: '# Kites\n  \n| a | b |  \n| - | - |\n',
      options: { style: 'consistent' },
      finds: [],
      note: 'Spaces on a blank line or after a table row are left alone.',
    },
    {
      text: `# Kites \n\n${'- [Silk](https://silk.example/) - Costly.\n'.repeat(30)}`,
      options: { style: 'consistent' },
      finds: ['1:8 one'],
      fixed: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly.\n'.repeat(30)}`,
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/) - Costly.  \n  Comes from worms.\n',
      finds: [],
      note: 'A line break inside an entry.',
    },
    {
      text: '# Kites\n\n-  [Silk](https://silk.example/) - Light  \n  <br>\n',
      finds: [],
      note: 'HTML on the next line may belong to the item.',
    },
    {
      text: '# Kites\n\n```\na  \n   \n```\n\n    b \n\n<!-- c \n-->\n',
      finds: [],
      note: 'Code and comments are ignored.',
    },
    { text: '# Kites\n\nA sail.\n  \n', finds: [], note: '`file-encoding` reports this.' },
    { text: '# Kites\n\nA sail and a `spar`\nand\u3000\n', finds: [], note: 'Only spaces and tabs are reported.' },
  ],
  check({ list, options, foldOver, report }) {
    const trails = trailsOf(list, options);
    const [first] = trails;
    if (first === undefined) return;
    const lines = list.text.split('\n').length;
    if (options.style === 'consistent' && trails.length > Math.max(1, lines * 0.05)) return;
    if (trails.length > foldOver) {
      report({
        message: 'many',
        at: first.at,
        places: trails.slice(1).map((trail) => trail.at),
        data: { count: trails.length },
        fix: foldedFix(trails.map(({ safe, edit }) => ({ safe, edits: [edit] }))),
      });
      return;
    }
    for (const { at, edit, safe } of trails) {
      const length = at.end.offset - at.start.offset;
      const found = length === 1 ? 'Trailing space' : plural(length, 'trailing space');
      const what = edit.text !== '' ? 'all but two' : length === 1 ? 'it' : 'them';
      report({ message: 'one', at, data: { found, what }, fix: { safe, edits: [edit] } });
    }
  },
});

function trailsOf(list: List, { breaks, style }: Options): readonly Trail[] {
  const { text } = list;
  const codeAt = enclosingBlock(list.codes.map((position) => ({ position })));
  const commentAt = enclosingBlock(list.comments);
  const paragraphAt = enclosingBlock(list.blocks.filter((block) => block.kind === 'paragraph'));
  const trails: Trail[] = [];
  // Empty lines at the end of the file are left to file-encoding.
  const last = text.trimEnd().length;
  for (const [start, end] of blankEnds(text)) {
    if (start > last) break;
    if (codeAt(start) !== null || commentAt(start) !== null || text[start - 1] === '\\') continue;
    // They disturb no one on a blank line and after the last cell of a row.
    if (style === 'consistent' && (start === 0 || /[|\r\n]/.test(text[start - 1] ?? ''))) continue;
    const paragraph = paragraphAt(start - 1);
    const breaking = isBreak(text, start, end) && paragraph !== null && goesOn(text, end, paragraph);
    const allowed = breaks && isBreak(text, start, end) && paragraph !== null && (breaking || paragraph.items === 0);
    if (allowed && (end - start === 2 || (breaking && style === 'consistent'))) continue;
    const kept = breaks && breaking ? '  ' : '';
    trails.push({
      at: list.place(start, end),
      edit: { start: start + kept.length, end, text: '' },
      safe: breaks || !breaking,
    });
  }
  return trails;
}

/** The spaces and tabs at the end of each line that has some. */
function* blankEnds(text: string): Generator<readonly [start: number, end: number]> {
  for (const { index: end } of text.matchAll(/\r\n|\n|\r|$/g)) {
    let start = end;
    while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    if (start < end) yield [start, end];
  }
}

function isBreak(text: string, start: number, end: number): boolean {
  return end - start > 1 && !text.slice(start, end).includes('\t');
}

/** True when the paragraph has a further line, or may have one: HTML on a lazy line belongs to it, but micromark ends it there. */
function goesOn(text: string, end: number, { position }: Block): boolean {
  if (position.end.offset > end) return /\S/.test(text.slice(end, position.end.offset));
  return /^(?:\r\n|\n|\r)[ \t]*</.test(text.slice(end, end + 200));
}
