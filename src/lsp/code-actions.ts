import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinRules } from '../config/builtin-rules.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { stripped } from '../report/escape.js';
import { diagnosticAt } from './diagnostics.js';
import { textEdits } from './fix-edits.js';
import { contains, overlaps } from './ranges.js';

/** The kind of "fix all", for editors that do it on each save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.listwright`;

/** What can be done about the findings at a place: the fix of each first, then passing it over. */
export function actionsAt(
  document: TextDocument,
  { list, findings }: { readonly list: List; readonly findings: readonly Finding[] },
  from: number,
  to: number,
): CodeAction[] {
  const here = findings
    .flatMap((finding) => {
      const place = [finding, ...(finding.places ?? [])].find((one) => overlaps(one, from, to));
      return place === undefined ? [] : [{ finding, place }];
    })
    .slice(0, mostFindings);
  const actions: CodeAction[] = [];
  const { uri } = document;
  const add = (title: string, at: At, edit: TextEdit[], isPreferred: boolean): void => {
    const diagnostics = [diagnosticAt(at.finding, at.place)];
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred,
      edit: { changes: { [uri]: edit } },
    });
  };
  for (const at of here) {
    const { fix, places } = at.finding;
    if (fix === null) continue;
    const look = fix.safe ? '' : 'Review: ';
    const own = fix.edits.filter(({ start, end }) => contains([{ start, end, text: '' }], ...ends(at.place)));
    const isSeveral = places !== null && own.length > 0 && own.length < fix.edits.length;
    if (isSeveral) add(`${look}Fix this place (${at.finding.rule})`, at, textEdits(own, document), fix.safe);
    add(look + advice(at.finding), at, textEdits(fix.edits, document), fix.safe && !isSeveral);
  }
  for (const rule of new Set(here.map(({ finding }) => finding.rule))) {
    const at = here.find(({ finding }) => finding.rule === rule);
    const edit = at === undefined ? null : silencing(rule, at.place, list, document);
    if (at !== undefined && edit !== null) add(`Ignore ${rule} here with a comment`, at, [edit], false);
  }
  return actions;
}

/** A finding, and that of its places where a person is. */
interface At {
  readonly finding: Finding;
  readonly place: Position;
}

function ends({ start, end }: Position): [number, number] {
  return [start.offset, end.offset];
}

/** A selection of the whole file asks for all at once; no one reads so long a menu. */
const mostFindings = 50;

/** What a message asks for, as the title of an action. */
function advice({ rule, message }: Finding): string {
  const asked = /;\s+([^;]+)$/.exec(stripped(message))?.[1] ?? 'Fix';
  const title = asked.charAt(0).toUpperCase() + asked.slice(1);
  return `${title.length > 90 ? `${title.slice(0, 89)}…` : title} (${rule})`;
}

/** Rules whose findings no comment on one line suppresses. */
const wholeFile: ReadonlySet<string> = new Set(
  builtinRules.filter((rule) => rule.suppressibleByLine === false).map((rule) => rule.id),
);

/** A comment on a line of its own before what is passed over; inside of a list it hangs on the item before, so that the list stays one. */
function silencing(rule: string, { start }: Position, list: List, document: TextDocument): TextEdit | null {
  if (wholeFile.has(rule)) return null;
  // Between the lines of a table of contents a comment would end it.
  if (list.contents.some(({ position }) => overlaps(position, start.offset, start.offset))) return null;
  const entry = list.entries.findLast(({ position }) => overlaps(position, start.offset, start.offset)) ?? null;
  if (entry?.form === 'row' || entry?.form === 'html') return null;
  const line = (entry?.position.start.line ?? start.line) - 1;
  const lineText = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  if (lineText.trim() === '') return null;
  const before =
    line === 0 ? '' : document.getText({ start: { line: line - 1, character: 0 }, end: { line, character: 0 } });
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
  const hangs = entry?.form === 'item' && before.trim() !== '';
  const newline = /\r\n|\n|\r/.exec(document.getText())?.[0] ?? '\n';
  const at = { line, character: 0 };
  const directive = `<!-- listwright-disable-next-line ${rule} -->`;
  return { range: { start: at, end: at }, newText: `${indent}${hangs ? '  ' : ''}${directive}${newline}` };
}
