import type { Edit } from '../../src/model/finding.js';
import type { Item, List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import { majority } from '../../src/text/majority.js';

/** One item that is not written as the others; words are ready for a message. */
export interface MarkerFault {
  readonly id: 'bullet' | 'gap' | 'indent' | 'nesting' | 'double';
  readonly at: Position;
  readonly edits: readonly Edit[];
  readonly found: string;
  readonly expected: string;
}

/** What departs from one way of writing items; `style` is the bullet that is expected, or `off`. */
export function markerFaults(list: List, style: string, nesting: boolean): readonly MarkerFault[] {
  const { items, text } = list;
  const unit = nesting ? majority(items.flatMap((item, index) => indentOf(item, parentOf(items, index), text))) : null;
  const footnotes = list.blocks.filter(({ kind }) => kind === 'footnote');
  return items.flatMap((item, index) => {
    const { start } = item.position;
    const at = list.place(start.offset, start.offset + item.marker.length);
    const lineStart = start.offset - (start.column - 1);
    const lead = text.slice(lineStart, start.offset);
    const found: MarkerFault[] = [];
    const tell = (id: MarkerFault['id'], what: string, expected = '', edits: readonly Edit[] = []): void => {
      found.push({ id, at, edits, found: what, expected });
    };
    const rest = /^[^\r\n]*/.exec(text.slice(at.end.offset, at.end.offset + 400))?.[0] ?? '';
    const gap = /^ {2,4}(?=\S)/.exec(rest)?.[0].length ?? 0;
    if (items[index + 1]?.position.start.line === start.line) tell('double', '');
    // What belongs to a footnote is indented below it.
    const isNote = footnotes.some(
      ({ position }) => position.start.offset < start.offset && start.offset < position.end.offset,
    );
    if (item.depth === 1 && /^[ \t]+$/.test(lead) && !isNote) {
      tell('indent', blanks(lead), '', dedent(item, lead, text));
    }
    if (style !== 'off' && item.marker.length === 1 && item.marker !== style) {
      // An empty item could turn into the line below a heading.
      const edits = /\S/.test(rest) ? [{ start: start.offset, end: at.end.offset, text: style }] : [];
      tell('bullet', item.marker, style, edits);
    }
    if (gap > 1) tell('gap', String(gap), '', [{ start: at.end.offset + 1, end: at.end.offset + gap, text: '' }]);
    const [indent] = unit === null ? [] : indentOf(item, parentOf(items, index), text);
    if (unit !== null && indent !== undefined && indent !== unit) tell('nesting', indent, unit);
    return found;
  });
}

function parentOf(items: readonly Item[], index: number): Item | undefined {
  const depth = items[index]?.depth ?? 1;
  if (depth === 1) return undefined;
  for (let at = index - 1; at >= 0; at--) {
    const above = items[at];
    if (above !== undefined && above.depth < depth) return above;
  }
  return undefined;
}

/** How far an item stands in from a bullet that it is nested below, in words; none for numbers, which need more room. */
function indentOf({ position: { start } }: Item, parent: Item | undefined, text: string): readonly string[] {
  if (parent === undefined || parent.marker.length > 1 || parent.position.start.line === start.line) return [];
  const lead = text.slice(start.offset - (start.column - 1), start.offset);
  return [blanks(lead.slice(parent.position.start.column - 1))];
}

/** Takes the blanks before an item off all of its lines, where all have them. */
function dedent({ position }: Item, lead: string, text: string): readonly Edit[] {
  const from = position.start.offset - lead.length;
  const lines = [...text.slice(from, position.end.offset).matchAll(/^.*$/gm)].filter(({ 0: line }) => /\S/.test(line));
  if (!lines.every(({ 0: line }) => line.startsWith(lead))) return [];
  return lines.map(({ index }) => ({ start: from + index, end: from + index + lead.length, text: '' }));
}

function blanks(lead: string): string {
  return lead.includes('\t') ? 'a tab' : columns(lead.length);
}

function columns(count: number): string {
  return `${count} ${count === 1 ? 'blank' : 'blanks'}`;
}
