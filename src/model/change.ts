/** What a safe fix may change in the rendered document, each in words that follow "safe fixes only". */
export const changes = {
  space: 'change spaces and line breaks',
  case: 'change letter case',
  'final-mark': 'add or remove a final punctuation mark',
  separator: 'replace the separator before a description',
  hyphen: 'remove hyphens from a title',
  spelling: 'correct spellings from a fixed table',
  url: 'replace a URL or link target with an equivalent one',
  markup: 'repair malformed markup',
  emphasis: 'remove bold or italics',
  'doubled-word': 'remove repeated words or punctuation',
  'contents-line': 'add missing lines to the table of contents',
  invisible: 'remove invisible characters',
  encoding: 'repair wrongly decoded text',
  'check-mark': 'change checkboxes',
  label: 'change the keyword and the separator of tier labels',
  order: 'reorder entries',
  cell: 'add or remove empty cells at the end of table rows',
} as const;

/** One kind of change that a reader of the rendered document may notice. */
export type Change = keyof typeof changes;
