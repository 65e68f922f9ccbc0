import type { StyleRow } from './table.js';

/** What awesome-lint asks of links, references and their definitions. */
export const referenceRows: readonly StyleRow[] = [
  {
    name: 'definition-case',
    load: () => import('remark-lint-definition-case'),
    summary: 'Write definition labels in lowercase',
    why: 'Labels are case-insensitive, so one label in two cases looks like two definitions.',
    wrong: { text: '[Tea].\n\n[Tea]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '[Tea].\n\n[tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'definition-spacing',
    load: () => import('remark-lint-definition-spacing'),
    summary: 'Put single spaces between the words of a label',
    why: 'Extra spaces are ignored in labels, so labels that look different may be the same.',
    wrong: { text: '[green tea].\n\n[green   tea]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '[green tea].\n\n[green tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'link-title-style',
    load: () => import('remark-lint-link-title-style'),
    options: "'",
    summary: 'Put the titles of links in single quotes',
    why: 'One form is easier to recognize in the source.',
    wrong: { text: '[Tea](https://tea.example "Leaves").\n', finds: ['1:1'] },
    right: { text: "[Tea](https://tea.example 'Leaves').\n", finds: [] },
  },
  {
    name: 'no-undefined-references',
    load: () => import('remark-lint-no-undefined-references'),
    // Alerts of GitHub and footnotes.
    options: { allow: [{ source: '^!(?:note|tip|important|warning|caution)$', flags: 'i' }, { source: '^\\^.+$' }] },
    summary: 'Define every referenced label',
    why: 'A reference without a definition is not a link: readers see its brackets.',
    wrong: { text: '# Tea\n\nSee [the shop][shop].\n', finds: ['3:5'] },
    right: { text: '# Tea\n\n> [!NOTE]\n> See [the shop][shop].\n\n[shop]: https://tea.example\n', finds: [] },
  },
  {
    name: 'no-unneeded-full-reference-image',
    load: () => import('remark-lint-no-unneeded-full-reference-image'),
    summary: 'Use a collapsed image reference when label and text are the same',
    why: 'Duplicated text must be changed twice.',
    wrong: { text: '![Tea][tea]\n\n[tea]: tea.png\n', finds: ['1:1'] },
    right: { text: '![Tea][]\n\n[tea]: tea.png\n', finds: [] },
  },
  {
    name: 'no-unneeded-full-reference-link',
    load: () => import('remark-lint-no-unneeded-full-reference-link'),
    summary: 'Use a collapsed link reference when label and text are the same',
    why: 'Duplicated text must be changed twice.',
    wrong: { text: '[Tea][tea].\n\n[tea]: https://tea.example\n', finds: ['1:1'] },
    right: { text: '[Tea][].\n\n[tea]: https://tea.example\n', finds: [] },
  },
  {
    name: 'no-unused-definitions',
    load: () => import('remark-lint-no-unused-definitions'),
    summary: 'Remove unused definitions',
    why: 'Its URL is not shown anywhere, so it is not noticed when it breaks.',
    alsoReported: true,
    wrong: { text: '# Tea\n\n[shop]: https://tea.example\n', finds: ['3:1'] },
    right: { text: '# Tea\n\nSee [the shop][shop].\n\n[shop]: https://tea.example\n', finds: [] },
  },
];
