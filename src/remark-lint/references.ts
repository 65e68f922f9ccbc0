import type { StyleRow } from './table.js';

/** What awesome-lint asks of links, references and their definitions. */
export const referenceRows: readonly StyleRow[] = [
  {
    name: 'definition-case',
    load: () => import('remark-lint-definition-case'),
    summary: 'Write the labels of definitions in lower case',
    why: 'Case does not count in labels, so the same label in two cases looks like two definitions.',
    wrong: { text: '[Tea].\n\n[Tea]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '[Tea].\n\n[tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'definition-spacing',
    load: () => import('remark-lint-definition-spacing'),
    summary: 'Put one space between the words of a label',
    why: 'The number of spaces does not count in labels, so two that look different may be the same.',
    wrong: { text: '[green tea].\n\n[green   tea]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '[green tea].\n\n[green tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'link-title-style',
    load: () => import('remark-lint-link-title-style'),
    options: "'",
    summary: 'Put the titles of links in single quotes',
    why: 'Titles can be marked in three ways; one of them is enough to be recognised at once in the source.',
    wrong: { text: '[Tea](https://tea.example "Leaves").\n', finds: ['1:1'] },
    right: { text: "[Tea](https://tea.example 'Leaves').\n", finds: [] },
  },
  {
    name: 'no-undefined-references',
    load: () => import('remark-lint-no-undefined-references'),
    // Alerts of GitHub and footnotes.
    options: { allow: [{ source: '^!(?:note|tip|important|warning|caution)$', flags: 'i' }, { source: '^\\^.+$' }] },
    summary: 'Define every label that a reference names',
    why: 'A reference without a definition is no link: the reader sees its brackets.',
    wrong: { text: '# Tea\n\nSee [the shop][shop].\n', finds: ['3:5'] },
    right: { text: '# Tea\n\n> [!NOTE]\n> See [the shop][shop].\n\n[shop]: https://tea.example\n', finds: [] },
  },
  {
    name: 'no-unneeded-full-reference-image',
    load: () => import('remark-lint-no-unneeded-full-reference-image'),
    summary: 'Name the label of an image once when its text is the same',
    why: 'What is written twice has to be changed twice.',
    wrong: { text: '![Tea][tea]\n\n[tea]: tea.png\n', finds: ['1:1'] },
    right: { text: '![Tea][]\n\n[tea]: tea.png\n', finds: [] },
  },
  {
    name: 'no-unneeded-full-reference-link',
    load: () => import('remark-lint-no-unneeded-full-reference-link'),
    summary: 'Name the label of a link once when its text is the same',
    why: 'What is written twice has to be changed twice.',
    wrong: { text: '[Tea][tea].\n\n[tea]: https://tea.example\n', finds: ['1:1'] },
    right: { text: '[Tea][].\n\n[tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'no-unused-definitions',
    load: () => import('remark-lint-no-unused-definitions'),
    summary: 'Keep no definition that nothing refers to',
    why: 'Its address is shown nowhere, so nobody notices when it rots.',
    wrong: { text: '# Tea\n\n[shop]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '# Tea\n\nSee [the shop][shop].\n\n[shop]: https://tea.example\n', finds: [] },
  },
];
