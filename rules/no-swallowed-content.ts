import * as v from 'valibot';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { maxDepth, mostPieces, paragraphLimits } from '../src/model/reading-limits.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { groupBy } from '../src/text/group-by.js';
import { plural } from '../src/text/plural.js';
import { shorten } from '../src/text/shorten.js';

export default defineRule({
  id: 'no-swallowed-content',
  topic: 'text',
  summary: 'Close every comment, code fence and `<details>`',
  why: 'An unclosed comment or code fence hides the rest of the page, which is easy to miss in the source.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'suggest',
  messages: {
    comment: 'This comment is never closed, so it hides {lines}, to the end of the file; add `-->` where it should end',
    split:
      'This comment hides {lines}, to the end of the file, because an empty line ends its HTML and makes `-->` on line {line} text; remove the empty line',
    fence:
      'This code fence is never closed, so it turns {lines}, to the end of the file, into code; close it where the code should end',
    details:
      '`<details>` is never closed, so it collapses {lines}, to the end of the file; add `</details>` where it should end',
    html: 'No empty line between HTML and `{text}`, so GitHub displays the Markdown source; add one',
    htmlMany:
      '{count} blocks of HTML have no empty line before the Markdown in them (first: `{text}`), so GitHub displays its source; add one to each',
    nesting: 'This is nested more than {limit} levels deep, and listwright does not read it; flatten it',
    paragraph: 'More than {limit} {what} in one {part}, so listwright does not read the rest of it; split the {part}',
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
    {
      text: '# Kites\n\n<a name="sails" />\n## Sails\n* [Silk](https://silk.example/)\n\n<details>\n<summary>Spars</summary>\n- [ ] [Ash](https://ash.example/)\n</details>\n\n<div>\n| a | b |\n| - | - |\n</div>\n',
      finds: ['4:1 html', '9:1 html', '13:1 html'],
      fixed:
        '# Kites\n\n<a name="sails" />\n\n## Sails\n* [Silk](https://silk.example/)\n\n<details>\n<summary>Spars</summary>\n\n- [ ] [Ash](https://ash.example/)\n</details>\n\n<div>\n\n| a | b |\n| - | - |\n</div>\n',
      note: 'One for each block of HTML; an empty line ends it.',
    },
    {
      text: `# Kites\n\n${'<a name="sails" />\n## Sails\n\n'.repeat(21)}`,
      finds: ['4:1 htmlMany'],
      fixed: `# Kites\n\n${'<a name="sails" />\n\n## Sails\n\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\n<a name="sails" />\n\n## Sails\n\n<pre>\n# thread first\n- [x](y)\n</pre>\n\n<p>\n# 1 of sails - [new]\n</p>\n\n<div\n  title="\n- [x](y)\n">\n\nText.\n',
      finds: ['13:1 html'],
      fixed:
        '# Kites\n\n<a name="sails" />\n\n## Sails\n\n<pre>\n# thread first\n- [x](y)\n</pre>\n\n<p>\n\n# 1 of sails - [new]\n</p>\n\n<div\n  title="\n- [x](y)\n">\n\nText.\n',
      note: 'The source of code is displayed on purpose, and an attribute is not displayed.',
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
  check({ list, foldOver, report }) {
    for (const { what, position } of list.unclosed) {
      const closer = what === 'comment' ? list.text.indexOf('-->', position.end.offset) : -1;
      const lines = hidden(list, position);
      if (closer < 0) report({ message: what, at: position, data: { lines } });
      else report({ message: 'split', at: position, data: { lines, line: list.place(closer, closer).start.line } });
    }
    const raw = [...markdownInHtml(list)].map(({ start, end }) => ({
      at: list.place(start, end),
      text: shorten(list.text.slice(start, end)),
      fix: { safe: false, edits: [{ start, end: start, text: '\n' }] },
    }));
    const [firstRaw, ...otherRaw] = raw;
    if (firstRaw !== undefined && raw.length > foldOver) {
      const places = otherRaw.map(({ at }) => at);
      const data = { count: raw.length, text: firstRaw.text };
      report({ message: 'htmlMany', at: firstRaw.at, places, fix: foldedFix(raw.map(({ fix }) => fix)), data });
    } else for (const { at, text, fix } of raw) report({ message: 'html', at, fix, data: { text } });
    for (const [what, [first, ...others]] of groupBy(list.unread, (range) => range.what)) {
      if (first === undefined) continue;
      const where = { at: first.position, places: others.map(({ position }) => position) };
      if (what === 'nesting') report({ message: 'nesting', ...where, data: { limit: maxDepth } });
      else {
        const [limit, part] = what === 'file' ? [mostPieces, 'file'] : [paragraphLimits[what], 'paragraph'];
        report({ message: 'paragraph', ...where, data: { limit, what: words[what], part } });
      }
    }
  },
});

/** A heading, or an item that begins with a link. */
const markdown =
  /^[ \t]*(?:#{1,6}[ \t]+\S|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?\[[^\]\n]{1,200}\]\([^\s()]+\))/;
/** The second line of a table. */
const delimiters = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const verbatim = /<(?:pre|code|kbd|samp|script|style|svg|math|textarea|!--)\b|<!--/i;

/** The first line of Markdown in each block of HTML. */
function* markdownInHtml({ blocks, text }: List): Generator<{ readonly start: number; readonly end: number }> {
  for (const { kind, position, quoted } of blocks) {
    if (kind !== 'html' || quoted) continue;
    const { offset } = position.start;
    const source = text.slice(offset, position.end.offset);
    if (verbatim.test(source)) continue;
    const lines = [...source.matchAll(/.+/g)];
    for (const [count, { 0: line, index }] of lines.entries()) {
      const isMarkdown = markdown.test(line) || (line.includes('|') && delimiters.test(lines[count + 1]?.[0] ?? ''));
      if (index === 0 || !isMarkdown || isInTag(source, index)) continue;
      yield { start: offset + index, end: offset + index + line.trimEnd().length };
      break;
    }
  }
}

/** True in a tag that goes over several lines. */
function isInTag(source: string, at: number): boolean {
  return /<[^<>]*$/.test(source.slice(Math.max(0, at - 1000), at));
}

const words = {
  brackets: 'closing brackets',
  openers: 'HTML comments or declarations',
  marks: 'characters with a meaning in Markdown',
  lines: 'lines',
  length: 'characters',
  'link-text': 'characters after a `[`',
  'url-marks': 'punctuation marks in a row in a URL',
  file: 'lines, links and tags',
} as const;

/** The lines from an opener to the last that says something. */
function hidden({ text, place }: List, { start }: Position): string {
  const end = text.trimEnd().length;
  const count = place(end, end).start.line - start.line;
  return count === 0 ? 'what follows' : plural(count, 'line');
}
