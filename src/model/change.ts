/** What a safe fix may change in the rendered document, each in words that follow "changes only". */
export const changes = {
  space: 'spaces and line breaks',
  case: 'upper or lower case',
  'final-mark': 'a final punctuation mark',
  separator: 'the separator before a description',
  hyphen: 'hyphens of a title, to spaces',
  spelling: 'spellings from a fixed table',
  url: 'a URL, to an equivalent one',
  markup: 'markup that Markdown did not read as meant',
  emphasis: 'bold or italic type',
  'doubled-word': 'a word or mark that is written twice',
  'contents-line': 'lines missing in the table of contents',
  invisible: 'characters that have no visible form',
  encoding: 'text that was read in the wrong charset',
  'check-mark': 'the marks of checkboxes',
  label: 'the keyword and the separator of tier labels',
  order: 'the order of entries',
  cell: 'empty cells at the end of table rows',
} as const;

/** One kind of change that a reader of the rendered document may notice. */
export type Change = keyof typeof changes;
