import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { Block, List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';

interface Trail {
  readonly at: Position;
  readonly edit: Edit;
  /** False where a line break goes with the blanks. */
  readonly safe: boolean;
}

export default defineRule({
  id: 'no-trailing-spaces',
  topic: 'text',
  summary: 'End lines without blanks',
  why: 'Blanks at the end of a line are seen by nobody, and come and go in every change that others have to read.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space'],
  messages: {
    one: 'The line ends with {found}; delete {what}',
    many: '{count} lines end with blanks, this one is the first; delete them',
  },
  options: v.object({
    breaks: v.optional(
      v.pipe(v.boolean(), v.description('Whether exactly two spaces may end a line of a paragraph.')),
      true,
    ),
    ...scopeOptions,
  }),
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
      note: 'Two of them break the line, so two stay.',
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
      note: 'The break goes with them: a person has to look.',
    },
    {
      text: '# Kites\n  \n| a | b |  \n| - | - |\n',
      finds: ['2:1 one', '3:10 one'],
      fixed: '# Kites\n\n| a | b |\n| - | - |\n',
    },
    { text: '# Kites\n\nFirst line,  \nsecond line.\n', finds: [], note: 'A line break.' },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/) - Costly.  \n  Comes from worms.\n',
      finds: [],
      note: 'So is this one, inside an entry.',
    },
    {
      text: '# Kites\n\n```\na  \n   \n```\n\n    b \n\n<!-- c \n-->\n',
      finds: [],
      note: 'Code and comments are left alone.',
    },
    { text: '# Kites\n\nA sail.\n  \n', finds: [], note: 'Left to file-encoding.' },
    { text: '# Kites\n\nA sail and a `spar`\nand\u3000\n', finds: [], note: 'Nothing but spaces and tabs counts.' },
  ],
  check({ list, options, foldOver, report }) {
    const trails = trailsOf(list, options.breaks);
    const [first] = trails;
    if (first === undefined) return;
    if (trails.length > foldOver) {
      report({
        message: 'many',
        at: first.at,
        places: trails.slice(1).map((trail) => trail.at),
        data: { count: trails.length },
        fix: { safe: trails.every((trail) => trail.safe), edits: trails.map((trail) => trail.edit) },
      });
      return;
    }
    for (const { at, edit, safe } of trails) {
      const length = at.end.offset - at.start.offset;
      const found = length === 1 ? 'a blank' : `${length} blanks`;
      const what = edit.text !== '' ? 'all but two' : length === 1 ? 'it' : 'them';
      report({ message: 'one', at, data: { found, what }, fix: { safe, edits: [edit] } });
    }
  },
});

function trailsOf(list: List, breaks: boolean): readonly Trail[] {
  const { text } = list;
  const codeAt = enclosingBlock(list.codes.map((position) => ({ position })));
  const commentAt = enclosingBlock(list.comments);
  const paragraphAt = enclosingBlock(list.blocks.filter((block) => block.kind === 'paragraph'));
  const trails: Trail[] = [];
  // Blank lines at the end of the file are for file-encoding.
  const last = text.trimEnd().length;
  for (const [start, end] of blankEnds(text)) {
    if (start > last) break;
    if (codeAt(start) !== null || commentAt(start) !== null || text[start - 1] === '\\') continue;
    const paragraph = paragraphAt(start - 1);
    const breaking = isBreak(text, start, end) && paragraph !== null && goesOn(text, end, paragraph);
    const allowed = breaks && isBreak(text, start, end) && paragraph !== null && (breaking || paragraph.items === 0);
    if (allowed && end - start === 2) continue;
    const kept = breaks && breaking ? '  ' : '';
    trails.push({
      at: list.place(start, end),
      edit: { start: start + kept.length, end, text: '' },
      safe: breaks || !breaking,
    });
  }
  return trails;
}

/** The blanks at the end of each line that has some. */
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

/** True when the paragraph has a further line. */
function goesOn(text: string, end: number, { position }: Block): boolean {
  return position.end.offset > end && /\S/.test(text.slice(end, position.end.offset));
}
