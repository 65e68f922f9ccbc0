/** C0 and C1 controls, separators of lines, and characters that turn the direction of text (UAX #9): a terminal would obey them. */
const dangerous = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** Text from outside on one line, without what a terminal would obey. */
export function clean(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(dangerous, '');
}

/** The same, each character keeping its place, so that columns stay true. */
export function cleanInPlace(text: string): string {
  return text.replace(/\t/g, ' ').replace(dangerous, '\uFFFD');
}
/** C0 and C1 controls but tab, LF and CR; separators of lines; and what turns the direction of text (UAX #9). */
const unseen =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** The same for JSON, which escapes C0 controls by itself; and all that takes no space, since there it can be read as what it is. */
const obeyed = /[\u007F-\u009F\u115F\u1160\u2028\u2029\u3164\uFFA0]|\p{Cf}|[\u034F\u17B4\u17B5]/gu;

/** Halves of a pair that is alone: UTF-8 cannot hold them. */
const halves = /\p{Surrogate}/gu;

/** What GFM makes a link of by itself (GFM 0.29, section 6.9), and what is between backticks. */
const pieces = /`([^`]+)`|((?:https?:\/\/|ftp:\/\/|www\.|mailto:|xmpp:)[^\s`]+)/gi;

/** Breaks a mention or a number of an issue and takes no space. */
const nothing = '\u200B';

/** Text from outside as UTF-8 can hold it, without controls and marks that turn its direction; tabs and line breaks stay. */
export function stripped(text: string): string {
  return text.replace(unseen, '').replace(halves, '\uFFFD');
}

/** The same on one line, each run of blanks a single space. */
export function oneLine(text: string): string {
  return stripped(text.replace(/\s+/g, ' ')).trim();
}

/** The message of a workflow command, as `@actions/core` escapes it; its lines stay lines. */
export function commandMessage(text: string): string {
  return disarmed(stripped(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command; a line break in it stays what it is, since a path is a name. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text for a line of a workflow's log, one line; the line begins with a word of the reporter's own, for `::` after blanks is a command. */
export function logText(text: string): string {
  return disarmed(oneLine(text));
}

/** What a runner would take for a command, old names included (actions/runner, `ActionCommand`); a heading without its blank is none. */
const oldCommand =
  /##(?=\[(?:add|set|save|remove|stop|internal|debug|error|warning|notice|group|endgroup|echo|command|section)\b)/gi;

/** A line of a report as it may stand in the log of a workflow: text that was broken there may begin with `::`, after blanks too. */
export function logLine(line: string): string {
  return line.replace(oldCommand, '## ').replace(/^(\s*)::/, '$1: :');
}

/** A message of the tool itself, which may quote names from outside: its lines stay lines, and none of them is a command. */
export function messageText(text: string): string {
  return text
    .split('\n')
    .map((line) => logLine(stripped(line.replaceAll('\r', ' '))))
    .join('\n');
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON without characters that a terminal, a reader's eye or a runner would obey; what it says stays the same. */
export function jsonText(json: string): string {
  return json.replace(obeyed, (one) => one.split('').map(escaped).join('')).replaceAll('##[', '#\\u0023[');
}

/** Old runners take `##[command]` anywhere in a line. */
function disarmed(text: string): string {
  return text.replaceAll('##[', '## [');
}

/**
 * Text inside a line of GitHub's Markdown that says what it says: no markup, mention, number of an issue, image, link or HTML.
 * What is between backticks stays code, and addresses become code.
 */
export function markdownText(text: string): string {
  const line = oneLine(text);
  let result = '';
  let done = 0;
  for (const match of line.matchAll(pieces)) {
    const [whole, quoted, address = ''] = match;
    const end = match.index + (quoted === undefined ? withoutMarks(address) : whole.length);
    result += letters(line.slice(done, match.index)) + codeSpan(quoted ?? line.slice(match.index, end));
    done = end;
  }
  return result + letters(line.slice(done));
}

function letters(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$!]/g, '\\$&')
    .replaceAll('@', `@${nothing}`)
    .replace(/#(?=\d)/g, `#${nothing}`)
    .replace(/\bgh-(?=\d)/gi, (mark) => mark + nothing);
}

/** How much of an address is left when the marks of the sentence around it are taken off its end. */
function withoutMarks(address: string): number {
  let end = address.length;
  while (end > 0 && '.,;:!?)\'"'.includes(address[end - 1] ?? '')) end -= 1;
  return end;
}

/** Inline Markdown as the cell of a table: code may hold a pipe that is not escaped, and the cell ends at it all the same (GFM 0.29, section 4.10). */
export function tableCell(markdown: string): string {
  return markdown.replace(/\\?\|/g, '\\|');
}

/** Text as inline code, one line, in a fence of more backticks than it holds in a row (CommonMark 0.31, section 6.1). Not for table cells. */
export function codeSpan(text: string): string {
  const words = disarmed(oneLine(text));
  const line = words === '' ? ' ' : `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
  const fence = fenceOf(line, 1);
  // Of spaces on both sides, one each is not shown.
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** Backticks, at least `least`, that do not stand in a row in the text. */
export function fenceOf(text: string, least: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return '`'.repeat(Math.max(least, longest + 1));
}

/** Text for the content or an attribute of XML 1.0 (section 2.2 names the characters it may hold); for HTML too. Line breaks stay. */
export function xmlText(text: string): string {
  return stripped(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('##[', '#&#35;[');
}
