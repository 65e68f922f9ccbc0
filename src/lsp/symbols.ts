import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { Entry, List, Section, Tier } from '../model/list.js';
import { stripped } from '../report/escape.js';
import { rangeOf } from './ranges.js';

/** The list as an outline: sections, tiers and entries as they are nested. */
export function symbolsOf(list: List): DocumentSymbol[] {
  return list.children.map(symbolOf);
}

function symbolOf(node: Section | Tier | Entry): DocumentSymbol {
  const children = (node.children as readonly (Section | Tier | Entry)[]).map(symbolOf);
  const place = node.type === 'entry' ? node.label : node.heading;
  return {
    ...wordsOf(node),
    range: rangeOf(node.position),
    // A name that is not inside of what it names is refused by editors.
    selectionRange: rangeOf(holds(node, place) ? place : node.position),
    ...(children.length > 0 ? { children } : {}),
  };
}

function wordsOf(node: Section | Tier | Entry): Pick<DocumentSymbol, 'name' | 'kind' | 'detail'> {
  if (node.type === 'section') {
    const name = `${node.emoji === null ? '' : `${node.emoji} `}${node.title}`;
    return {
      name: nameOf(name, 'section'),
      kind: SymbolKind.Namespace,
      detail: node.role === 'content' ? '' : node.role,
    };
  }
  if (node.type === 'tier')
    return { name: nameOf(node.label, 'tier'), kind: SymbolKind.Class, detail: `tier ${node.level}` };
  return { name: nameOf(node.name, 'entry'), kind: SymbolKind.Field, detail: node.kind ?? '' };
}

/** Editors refuse a symbol without a name. */
function nameOf(name: string, otherwise: string): string {
  const words = stripped(name).trim();
  return words === '' ? `(${otherwise})` : words.slice(0, 200);
}

function holds({ position }: Section | Tier | Entry, { start, end }: Entry['label']): boolean {
  return position.start.offset <= start.offset && end.offset <= position.end.offset;
}

/** What can be folded: sections, tiers, entries of more than one line, and the table of contents. */
export function foldsOf(list: List): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const fold = ({ start, end }: List['position'], kind: FoldingRangeKind): void => {
    const written = list.text.slice(start.offset, end.offset).trimEnd();
    const lines = written.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (lines > 0) folds.push({ startLine: start.line - 1, endLine: start.line - 1 + lines, kind });
  };
  for (const node of [...list.sections, ...list.tiers, ...list.entries]) fold(node.position, FoldingRangeKind.Region);
  for (const { position } of list.contents) fold(position, FoldingRangeKind.Region);
  for (const { position } of list.comments) fold(position, FoldingRangeKind.Comment);
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
