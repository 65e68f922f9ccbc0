import { plural } from '../text/plural.js';

type Words = (...groups: string[]) => string;

/** `No space`, `1 space`, `3 spaces`. */
const spaces = (count: number): string => (count === 0 ? 'No space' : plural(count, 'space'));
const them = (count: string): string => (count === '1' ? 'it' : 'them');

/** What the plugins of the bundle say, and the same as one fact and one advice. */
const table: readonly (readonly [RegExp, Words])[] = [
  // The plugin counts the marker.
  [
    /^Unexpected `(\d+)` spaces? between block quote marker and content, expected `(\d+)`/,
    (found, wanted) => `${spaces(Number(found) - 1)} after \`>\`; use ${Number(wanted) - 1}`,
  ],
  [
    /^Unexpected `\d+` block quote markers? before paragraph line/,
    () => 'This line of a block quote has no `>`; add it',
  ],
  [
    /^Unexpected (\w+) code block, expected (\w+) code blocks$/,
    (found, wanted) => `This code block is ${found}; use ${wanted} code blocks`,
  ],
  [
    /^Unexpected fenced code marker (.+), expected (.+)$/,
    (found, wanted) => `This code fence is made of ${found}; use ${wanted}`,
  ],
  [
    /^Unexpected shell code with every line prefixed by `\$`/,
    () => 'Every command has the prompt `$`; remove the prompts',
  ],
  [
    /^Unexpected thematic rule `(.+)`, expected `(.+)`$/,
    (found, wanted) => `Thematic break \`${found}\`; use \`${wanted}\``,
  ],
  [
    /^Unexpected emphasis marker `(.)`, expected `(.)`$/,
    (found, wanted) => `This emphasis is marked with \`${found}\`; use \`${wanted}\``,
  ],
  [
    /^Unexpected strong marker `(.)`, expected `(.)`$/,
    (found, wanted) => `This bold text is marked with \`${found}${found}\`; use \`${wanted}${wanted}\``,
  ],
  [
    /^Unexpected `(\d+)` spaces for hard break, expected `2` spaces$/,
    (found) => `Hard line break with ${found} spaces; use 2`,
  ],
  [/^Unexpected `(\d+)` spaces for hard break, expected escape$/, () => 'Hard line break with spaces; use a backslash'],
  [/^Should not repeat "(.+)"$/, (mark) => `Repeated punctuation \`${mark}\`; use one`],
  [
    /^Unexpected file extension `(.+)`, expected (.+)$/,
    (found, wanted) => `The file extension is \`${found}\`; use ${wanted}`,
  ],
  [/^Unexpected missing file extension, expected (.+)$/, (wanted) => `The file name has no extension; use ${wanted}`],
  [/^Unexpected missing final newline character/, () => 'No newline at the end of the file; add one'],
  [
    /^Unexpected file name starting with `(.+)`, remove it$/,
    (found) => `The file name starts with \`${found}\`; remove it`,
  ],
  [/^Unexpected consecutive dashes in a file name/, () => 'The file name has consecutive hyphens; use one'],
  [
    /^Unexpected character `(.+)` in file name$/,
    (found) => `The file name contains \`${found}\`; use only letters, digits, hyphens and periods`,
  ],
  [/^Unexpected mixed case in file name/, () => 'The file name has mixed case; use all lowercase or all uppercase'],
  [/^Unexpected initial or final dashes in file name/, () => 'The file name starts or ends with a hyphen; remove it'],
  [
    /^Unexpected ((?:ATX|setext)[^`]*) heading, expected (.+)$/i,
    (found, wanted) => `This heading is in ${found} style; use ${wanted} style`,
  ],
  [
    /^Unexpected `(\d+)` spaces? between hashes and content/,
    (found) => `${plural(Number(found), 'space')} after the \`#\` signs; use 1`,
  ],
  [
    /^Unexpected `(\d+)` spaces? between content and hashes/,
    (found) => `${plural(Number(found), 'space')} before the closing \`#\` signs; use 1`,
  ],
  [
    /^Unexpected `(\d+)` spaces? before heading/,
    (found) => `This heading is indented by ${plural(Number(found), 'space')}; remove ${them(found)}`,
  ],
  [
    /^Unexpected character `(.+)` at end of heading, remove it$/,
    (found) => `This heading ends with \`${found}\`; remove it`,
  ],
  [
    /^Unexpected duplicate toplevel heading, exp?ected a single heading with rank `(\d)`$/,
    (rank) => `More than one level-${rank} heading; use lower levels for the others`,
  ],
  [/^Unexpected strong introducing a section/, () => 'This bold line is used as a heading; make it a heading'],
  [/^Unexpected emphasis introducing a section/, () => 'This italic line is used as a heading; make it a heading'],
  [
    /^Unexpected (checked|unchecked) checkbox value `(.+)`, expected `(.+)`$/,
    (state, found, wanted) =>
      `${state === 'checked' ? 'Checked' : 'Unchecked'} checkbox contains \`${found}\`; use \`${wanted}\``,
  ],
  [
    /^Unexpected `(\d+)` spaces? between checkbox and content/,
    (found) => `${plural(Number(found), 'space')} after the checkbox; use 1`,
  ],
  [
    /^Unexpected `(\d+)` spaces? before list item/,
    (found) => `This list item is indented by ${plural(Number(found), 'space')}; remove ${them(found)}`,
  ],
  [
    /^Unexpected `(\d+)` spaces? between list item marker and content.*?, expected `(\d+)`/,
    (found, wanted) => `${spaces(Number(found))} after the bullet or number; use ${wanted}`,
  ],
  [
    /^Unexpected ordered list marker `(.+)`, expected `(.+)`$/,
    (found, wanted) => `This number is followed by \`${found}\`; use \`${wanted}\``,
  ],
  [
    /^Unexpected ordered list item value `(\d+)`, expected `(\d+)`$/,
    (found, wanted) => `Item number ${found} is out of sequence; use ${wanted}`,
  ],
  [
    /^Unexpected unordered list marker `(.)`, expected `(.)`$/,
    (found, wanted) => `This item uses the bullet \`${found}\`; use \`${wanted}\``,
  ],
  [
    /^Unexpected uppercase characters in (footnote )?definition label/,
    () => 'This definition label contains uppercase letters; use lowercase',
  ],
  [
    /^Unexpected `(\d+)` consecutive spaces in definition label/,
    (found) => `${found} consecutive spaces in a definition label; use 1`,
  ],
  [
    /^Unexpected non-space whitespace character/,
    () => 'Whitespace other than a space in a definition label; use a space',
  ],
  [
    /^Unexpected title markers (.+), expected (.+)$/,
    (found, wanted) => `This link title is quoted with ${found}; use ${wanted}`,
  ],
  [
    /^Unexpected reference to undefined definition, expected corresponding definition \(`(.*)`\) for an? (\w+)/s,
    (label, what) =>
      `${what === 'image' ? 'Image' : what === 'link' ? 'Link' : 'Footnote'} reference \`[${label}]\` is not defined; define it, or write \`\\[${label}]\` if it is not ${what === 'image' ? 'an image' : `a ${what}`}`,
  ],
  [
    /^Unexpected full reference (image|link) /,
    (what) => `The label repeats the text; use \`${what === 'image' ? '!' : ''}[text][]\``,
  ],
  [
    /^Unexpected unused (?:footnote )?definition, .* to `(.+)`$/s,
    (label) => `Definition \`${label}\` is never used; use or remove it`,
  ],
  [
    /^Unexpected `(\d+)` extra spaces? before table row/,
    (found) => `This table row is indented by ${plural(Number(found), 'space')}; remove ${them(found)}`,
  ],
  [
    /^Unexpected `(\d+)` spaces? between cell (edge|content) and \w+, expected (?:between `(\d+)` \(unaligned\) and )?`(\d+)`/,
    (found, side, least, most = '') =>
      `${spaces(Number(found))} ${side === 'edge' ? 'before' : 'after'} the cell text; use ${least === undefined ? most : `${least}, or ${most} to align the column`}`,
  ],
  [
    /^Unexpected unaligned cell, expected aligned pipes, add `(\d+)` spaces?( \(or add `-`.*)?/,
    (found, hyphens) =>
      `This column is not aligned; add ${hyphens === undefined ? plural(Number(found), 'space') : `${plural(Number(found), 'hyphen')} or ${found === '1' ? 'space' : 'spaces'}`}`,
  ],
  [
    /^Unexpected missing (opening|closing) pipe in row/,
    (end) => `This row does not ${end === 'opening' ? 'start' : 'end'} with a pipe; add \`|\``,
  ],
];

/** A message of a bundled plugin as one fact and one advice; what is not known, as of another version, unchanged. */
export function reword(message: string): string {
  for (const [pattern, words] of table) {
    const found = pattern.exec(message);
    if (found !== null) return words(...found.slice(1));
  }
  return message;
}
