import type { Link, List } from '../../src/model/list.js';
import type { Position, Span } from '../../src/model/position.js';
import { enclosingBlock, placeIn, textsIn } from '../../src/rule-kit/visible-text.js';
import { firstFrom, nodesIn } from '../../src/text/document-order.js';

/** What one place of a list asks readers to know first. */
export interface Requirement {
  readonly position: Position;
  /** Stretches of text that name things, links left out. */
  readonly names: readonly Span[];
  readonly links: readonly Link[];
  /** The offset behind which what is required comes too late. */
  readonly before: number;
  /** True for a cell of a column of its own. */
  readonly column: boolean;
}

const words =
  'prerequisites?|pre-requisites?|prereqs?|prerrequisitos?|pré-requisitos?|requisitos previos|prérequis|voraussetzungen|前置知识|前置要求|先修课程|前提知識|前提条件';
const title = new RegExp(`^(?:${words})$`, 'iu');
const label = new RegExp(`(?<![\\p{L}-])(?:${words})\\s*[:：]`, 'iu');

/** All that a list says of what comes first: columns of tables, `Prerequisites:` in text, and sections of that name in others. */
export function requirementsOf(list: List): readonly Requirement[] {
  const found: Requirement[] = [];
  for (const { header, rows } of list.tables) {
    const column = header.cells.findIndex((cell) => title.test(cell.text.trim()));
    for (const row of column < 0 ? [] : rows) {
      const cell = row.cells[column];
      if (cell !== undefined) found.push({ ...read(cell.position, list), column: true });
    }
  }
  const tableAt = enclosingBlock(list.tables);
  for (const { text, position } of list.texts) {
    const hit = label.exec(text);
    if (hit === null || tableAt(position.start.offset) !== null) continue;
    const start = position.start.offset + hit.index + hit[0].length;
    const rest = list.text.slice(start, start + 1000);
    const end = start + (/[\r\n]|[.。](?=\s|$)/.exec(rest)?.index ?? rest.length);
    found.push(read(list.place(start, end), list));
  }
  for (const section of list.sections) {
    const { parent } = section;
    // It is about everything around it, and may well point at that.
    if (!title.test(section.title) || parent.type === 'list') continue;
    found.push({ ...read(section.position, list), names: [], before: parent.position.end.offset });
  }
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset);
}

function read(position: Position, list: List): Requirement {
  const links = linksIn(list, position);
  const names = textsIn(list, position).filter(
    ({ position: { start } }) =>
      !links.some((link) => link.position.start.offset <= start.offset && link.position.end.offset > start.offset),
  );
  const first = list.texts.length === 0 ? null : before(list, position);
  return {
    position,
    links,
    names: first === null ? names : [first, ...names],
    before: position.end.offset,
    column: false,
  };
}

/** The rest of a text that begins before a stretch and reaches into it. */
function before(list: List, { start, end }: Position): Span | null {
  const from = firstFrom(list.texts, start.offset);
  const span = list.texts[from - 1];
  const inside = span === undefined ? 0 : start.offset - span.position.start.offset;
  if (span === undefined || span.position.end.offset <= start.offset) return null;
  const length = Math.min(span.text.length, end.offset - span.position.start.offset);
  return { text: span.text.slice(inside, length), position: placeIn(span, inside, length) };
}

function linksIn(list: List, position: Position): readonly Link[] {
  return nodesIn(list.links, position).filter((link) => !link.image);
}
