import * as v from 'valibot';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { maxDepth, paragraphLimits } from '../src/model/reading-limits.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/options.js';
import { groupBy } from '../src/text/group-by.js';

export default defineRule({
  id: 'no-swallowed-content',
  topic: 'text',
  summary: 'Close every comment, code fence and `<details>`',
  why: 'An unclosed comment or code fence hides the rest of the page, which is easy to miss in the source.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  messages: {
    comment: 'Comment is never closed and hides {lines} up to the end of the file; add `-->` where it ends',
    split:
      'Comment hides {lines} up to the end of the file, because an empty line ends its HTML and makes `-->` on line {line} text; remove the empty line',
    fence:
      'Code fence is never closed and turns {lines} up to the end of the file into code; close it where the code ends',
    details:
      '`<details>` is never closed and collapses {lines} up to the end of the file; add `</details>` where it ends',
    nesting: 'Nested more than {limit} levels deep, which listwright does not read; flatten it',
    paragraph:
      'More than {limit} {what} in one paragraph, so listwright does not read the rest of it; split the paragraph',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Kites\n\n<!-- old\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: ['3:1 comment'],
    },
    { text: '# Kites\n\n```sh\nfly\n\n## Sails\n\n- [Silk](https://silk.example/)\n', finds: ['3:1 fence'] },
    {
      text: '# Kites\n\n<details>\n<summary>Sails</summary>\n\n- [Silk](https://silk.example/)\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: ['3:1 details'],
    },
    {
      text: '# Kites\n\n<div>\n<!-- old\n\n## Sails\n\n- [Silk](https://silk.example/)\n-->\n</div>\n',
      finds: ['4:1 split'],
      note: 'The empty line ends the HTML, so `-->` is text, and nothing closes the comment.',
    },
    {
      text: '# Kites\n\n<div>\n<!-- old\n\n## Sails\n\n<p>-->\n</p></div>\n\nText.\n',
      finds: [],
      note: 'HTML further down closes it.',
    },
    { text: '# Kites\n\n<div><!-->\n\n## Sails\n\n</div>\n', finds: [], note: 'An empty comment.' },
    { text: '# Kites\n\n<!-- old -->\n\n```sh\nfly\n```\n\n<details>\n\nMore.\n\n</details>\n', finds: [] },
    { text: '# Kites\n\nWrite `<!--` and `<details>` as code.\n', finds: [], note: 'Opens nothing.' },
    { text: '# Kites\n\n````\n```\n````\n\nText.\n', finds: [], note: 'The shorter fence is part of the code.' },
    { text: '# Kites\n\n> ```\n> fly\n\nText.\n', finds: [], note: 'The quote ends, and the fence with it.' },
    { text: '# Kites\n\n<details><summary>Sails</summary>Cloth.</details>\n', finds: [] },
    { text: `# Kites\n\n${'> '.repeat(101)}Deep\n`, finds: ['3:201 nesting'] },
    { text: `# Kites\n\n${'> '.repeat(100)}Deep\n`, finds: [] },
    { text: `# Kites\n\n${'a] '.repeat(1001)}\n`, finds: ['3:3002 paragraph'] },
    { text: `# Kites\n\n${'a] '.repeat(1000)}\n`, finds: [] },
  ],
  check({ list, report }) {
    for (const { what, position } of list.unclosed) {
      const closer = what === 'comment' ? list.text.indexOf('-->', position.end.offset) : -1;
      const lines = hidden(list, position);
      if (closer < 0) report({ message: what, at: position, data: { lines } });
      else report({ message: 'split', at: position, data: { lines, line: list.place(closer, closer).start.line } });
    }
    for (const [what, [first, ...others]] of groupBy(list.unread, (range) => range.what)) {
      if (first === undefined) continue;
      const where = { at: first.position, places: others.map(({ position }) => position) };
      if (what === 'nesting') report({ message: 'nesting', ...where, data: { limit: maxDepth } });
      else report({ message: 'paragraph', ...where, data: { limit: paragraphLimits[what], what: words[what] } });
    }
  },
});

const words = {
  brackets: 'closing brackets',
  openers: 'HTML comments or declarations',
  marks: 'characters with a meaning in Markdown',
  lines: 'lines',
  length: 'characters',
  'link-text': 'characters after a `[`',
} as const;

/** The lines from an opener to the last that says something. */
function hidden({ text, place }: List, { start }: Position): string {
  const end = text.trimEnd().length;
  const count = place(end, end).start.line - start.line;
  return count === 0 ? 'what follows' : count === 1 ? '1 line' : `${count} lines`;
}
