import { diffArrays } from 'diff';
import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixText, type Linted } from '../lint/fix.js';
import type { Edit } from '../model/finding.js';
import { append } from '../text/append.js';
import { contains } from './ranges.js';

/** What relints a text as it would be. */
export type Relint = (text: string) => Linted;

/** The edits of one fix. */
export function textEdits(edits: readonly Edit[], document: TextDocument): TextEdit[] {
  return edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
}

/** All safe fixes of a document, as edits of whole lines: what is right keeps its marks and its cursor. */
export function fixAllEdits(document: TextDocument, relint: Relint): TextEdit[] {
  const before = document.getText();
  const { text } = fixText(before, relint, { unsafe: false });
  return lineEdits(before, text);
}

/** The safe fixes inside a stretch of whole lines; links are left as they are. */
export function fixEditsWithin(document: TextDocument, relint: Relint, from: number, to: number): TextEdit[] {
  const before = document.getText();
  const inside = (next: string): Linted => {
    const end = to + next.length - before.length;
    const { list, findings } = relint(next);
    const own = findings.filter(
      ({ topic, fix }) => fix !== null && topic !== 'links' && contains(fix.edits, from, end),
    );
    return { list, findings: own };
  };
  return lineEdits(before, fixText(before, inside, { unsafe: false }).text);
}

function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const [old, next] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < next.length - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  const edits: TextEdit[] = [];
  let line = head;
  let left = 0;
  let added: string[] = [];
  const flush = (): void => {
    if (left > 0 || added.length > 0) edits.push(edit(line, left, added.join(''), old));
    line += left;
    left = 0;
    added = [];
  };
  const middle = diffArrays(old.slice(head, old.length - tail), next.slice(head, next.length - tail));
  for (const part of middle) {
    if (part.removed) left += part.value.length;
    else if (part.added) append(added, part.value);
    else {
      flush();
      line += part.value.length;
    }
  }
  flush();
  return edits;
}

function edit(line: number, count: number, newText: string, old: readonly string[]): TextEdit {
  const end = line + count;
  // The last line has no line after it whose beginning could be named.
  const last = old.at(-1) ?? '';
  const isEnd = end >= old.length && !/[\r\n]$/.test(last);
  const until = isEnd ? { line: Math.max(0, old.length - 1), character: last.length } : { line: end, character: 0 };
  return { range: { start: { line, character: 0 }, end: until }, newText };
}

/** Lines with their line endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
