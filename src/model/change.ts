/** What a safe fix may change in the rendered document, each in words that follow "changes only". */
export const changes = {
  space: 'spaces and line breaks',
  case: 'letter case',
  'final-mark': 'a final punctuation mark',
  separator: 'the separator before a description',
  hyphen: 'hyphens in a title',
  spelling: 'spellings from a fixed table',
  url: 'a URL, to an equivalent one',
  markup: 'malformed markup',
  emphasis: 'bold or italic text',
  'doubled-word': 'repeated words or punctuation',
  'contents-line': 'missing lines of the table of contents',
  invisible: 'invisible characters',
  encoding: 'wrongly decoded text',
  'check-mark': 'the marks of checkboxes',
  label: 'the keyword and the separator of tier labels',
  order: 'the order of entries',
  cell: 'empty cells at the end of table rows',
} as const;

/** One kind of change that a reader of the rendered document may notice. */
export type Change = keyof typeof changes;
