import type { StyleRow } from './table.js';

/** What awesome-lint asks of quotes, code blocks and rules. */
export const blockRows: readonly StyleRow[] = [
  {
    name: 'blockquote-indentation',
    load: () => import('remark-lint-blockquote-indentation'),
    options: 2,
    summary: 'Put one space after the marker of a block quote',
    why: 'Without a space, quotes are hard to read in the source; with many, the quoted text becomes code.',
    wrong: { text: '# Tea\n\n>Leaves in hot water.\n', finds: ['3:2'] },
    right: { text: '# Tea\n\n> Leaves in hot water.\n', finds: [] },
  },
  {
    name: 'code-block-style',
    load: () => import('remark-lint-code-block-style'),
    options: 'fenced',
    summary: 'Fence code blocks',
    why: 'An indented block cannot name its language, so its code is shown without syntax highlighting.',
    wrong: { text: '# Tea\n\n    brew(80)\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n```js\nbrew(80)\n```\n', finds: [] },
  },
  {
    name: 'fenced-code-marker',
    load: () => import('remark-lint-fenced-code-marker'),
    options: '`',
    summary: 'Fence code blocks with backticks',
    why: 'Two kinds of fences in one list suggest a difference that does not exist.',
    wrong: { text: '# Tea\n\n~~~js\nbrew(80)\n~~~\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n```js\nbrew(80)\n```\n', finds: [] },
  },
  {
    name: 'no-blockquote-without-marker',
    load: () => import('remark-lint-no-blockquote-without-marker'),
    summary: 'Mark every line of a block quote',
    why: 'A line without the marker looks as if it were outside the quote.',
    wrong: { text: '# Tea\n\n> Leaves in\nhot water.\n', finds: ['4:1'] },
    right: { text: '# Tea\n\n> Leaves in\n> hot water.\n', finds: [] },
  },
  {
    name: 'no-shell-dollars',
    load: () => import('remark-lint-no-shell-dollars'),
    summary: 'Write commands without a prompt',
    why: 'Copied into a terminal, the dollar signs break the commands.',
    wrong: { text: '# Tea\n\n```sh\n$ kettle on\n$ kettle pour\n```\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n```sh\nkettle on\nkettle pour\n```\n', finds: [] },
  },
  {
    name: 'rule-style',
    load: () => import('remark-lint-rule-style'),
    options: '---',
    summary: 'Write thematic breaks as three hyphens',
    why: 'One form is easier to recognize in the source.',
    wrong: { text: '# Tea\n\n***\n\nGreen.\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n---\n\nGreen.\n', finds: [] },
  },
];
