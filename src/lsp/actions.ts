import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import { stripped } from '../report/escape.js';
import { diagnosticOf } from './diagnose.js';
import { editsOf } from './mend.js';
import { meets } from './place.js';

/** The kind of "fix all", for editors that do it on each save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.listwright`;

/** What can be done about the findings at a place: the fix of each first, then passing it over. */
export function actionsAt(
  document: TextDocument,
  { list, findings }: { readonly list: List; readonly findings: readonly Finding[] },
  from: number,
  to: number,
): CodeAction[] {
  const here = findings.filter((finding) => meets(finding, from, to)).slice(0, mostFindings);
  const actions: CodeAction[] = [];
  const { uri } = document;
  for (const finding of here) {
    if (finding.fix === null) continue;
    const { safe, edits } = finding.fix;
    actions.push({
      title: `${safe ? '' : 'After a look: '}${advice(finding)}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, uri)],
      isPreferred: safe,
      edit: { changes: { [uri]: editsOf(edits, document) } },
    });
  }
  for (const rule of new Set(here.map((finding) => finding.rule))) {
    const finding = here.find((one) => one.rule === rule);
    const edit = finding === undefined ? null : silencing(finding, list, document);
    if (finding === undefined || edit === null) continue;
    const diagnostics: Diagnostic[] = [diagnosticOf(finding, uri)];
    const title = `Pass over ${rule} here, with a comment`;
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit: { changes: { [uri]: [edit] } } });
  }
  return actions;
}

/** A selection of the whole file asks for all at once; nobody reads so long a menu. */
const mostFindings = 50;

/** What a message asks for, as the title of an action. */
function advice({ rule, message }: Finding): string {
  const asked = /;\s+([^;]+)$/.exec(stripped(message))?.[1] ?? `mend ${rule}`;
  const title = asked.charAt(0).toUpperCase() + asked.slice(1);
  return `${title.length > 90 ? `${title.slice(0, 89)}…` : title} (${rule})`;
}

/** A comment on a line of its own before what is passed over; inside of a list it hangs on the item before, so that the list stays one. */
function silencing({ rule, start }: Finding, list: List, document: TextDocument): TextEdit | null {
  if (rule === 'unused-suppression') return null;
  const entry = list.entries.findLast(({ position }) => meets(position, start.offset, start.offset)) ?? null;
  if (entry?.form === 'row' || entry?.form === 'html') return null;
  const line = (entry?.position.start.line ?? start.line) - 1;
  const lineText = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const before =
    line === 0 ? '' : document.getText({ start: { line: line - 1, character: 0 }, end: { line, character: 0 } });
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
  const hangs = entry?.form === 'item' && before.trim() !== '';
  const newline = /\r\n|\n|\r/.exec(document.getText())?.[0] ?? '\n';
  const at = { line, character: 0 };
  const directive = `<!-- listwright-disable-next-line ${rule} -->`;
  return { range: { start: at, end: at }, newText: `${indent}${hangs ? '  ' : ''}${directive}${newline}` };
}
