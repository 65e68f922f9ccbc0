import type { Edit } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Item } from '../../src/model/markdown.js';
import type { Position } from '../../src/model/position.js';
import { enclosingBlock } from '../../src/rule-kit/visible-text.js';
import { groupBy } from '../../src/text/group-by.js';
import { majority } from '../../src/text/majority.js';
import { plural } from '../../src/text/plural.js';
import { dedents, keepsNesting, marginOf } from './moves.js';

/** One item that is not written as the others; words are ready for a message. */
export interface MarkerFault {
  readonly id: 'bullet' | 'gap' | 'indent' | 'nesting' | 'double';
  readonly at: Position;
  readonly edits: readonly Edit[];
  readonly found: string;
  readonly expected: string;
}

/** What to expect of items; `consistent` is resolved, so that it only means "not checked". */
export interface MarkerStyle {
  /** The bullet, or `off`. */
  readonly style: string;
  /** `own` lets nested items have another bullet than the top level, if most items of their depth have it. */
  readonly nested: 'same' | 'own';
  readonly spacing: string;
  readonly margin: string;
  readonly nesting: string;
}

/** Items of a footnote are indented, as they belong to it. */
function outsideFootnotes({ items, blocks }: List): readonly Item[] {
  const footnoteAt = enclosingBlock(blocks.filter(({ kind }) => kind === 'footnote'));
  return items.filter(({ position }) => footnoteAt(position.start.offset) === null);
}

/** What departs from one way of writing items. */
export function markerFaults(
  list: List,
  { style, nested, spacing, margin, nesting }: MarkerStyle,
): readonly MarkerFault[] {
  const { text } = list;
  const items = outsideFootnotes(list);
  const parents = parentsOf(items);
  const unit =
    nesting === 'consistent' ? majority(items.flatMap((item) => indentOf(item, parents.get(item), text))) : null;
  const bullets = bulletsByDepth(items);
  const parted = partedLists(items, parents, text);
  const mixed = nested === 'own' ? besides(items, ({ marker }) => marker === style) : new Set();
  const loose = nested === 'own' ? besides(items, (item) => marginOf(item, list) === '') : new Set(items);
  const dedented = margin === 'none' ? dedents(items, list) : new Map<Item, readonly Edit[]>();
  return items.flatMap((item, index) => {
    const { start } = item.position;
    const at = list.place(start.offset, start.offset + item.marker.length);
    const lead = marginOf(item, list);
    const found: MarkerFault[] = [];
    const add = (id: MarkerFault['id'], what: string, expected = '', edits: readonly Edit[] = []): void => {
      found.push({ id, at, edits, found: what, expected });
    };
    if (items[index + 1]?.position.start.line === start.line) add('double', '');
    if (margin === 'none' && item.depth === 1 && loose.has(item) && /^[ \t]+$/.test(lead)) {
      add('indent', '', '', dedented.get(item) ?? []);
    }
    const isOwn = nested === 'own' && ((item.depth > 1 && bullets.get(item.depth) !== style) || !mixed.has(item));
    if (style !== 'off' && item.marker.length === 1 && item.marker !== style && !isOwn) {
      // An empty item could turn into the underline of a heading, and one bullet would make one list of two.
      const edits =
        /\S/.test(restOf(item, text)) && !parted.has(item)
          ? [{ start: start.offset, end: at.end.offset, text: style }]
          : [];
      add('bullet', item.marker, style, edits);
    }
    const gap = gapOf(item, list);
    if (spacing === 'single' && gap > 1) {
      const edit = { start: at.end.offset + 1, end: at.end.offset + gap, text: '' };
      add('gap', '', '', keepsNesting(item, text, nestedIn(items, index)) ? [edit] : []);
    }
    const [indent] = unit === null ? [] : indentOf(item, parents.get(item), text);
    if (unit !== null && indent !== undefined && indent !== unit) add('nesting', indent, unit);
    return found;
  });
}

/** How many spaces follow the bullet; more than four begin code and count as one. */
export function gapOf(item: Item, { text }: List): number {
  return /^ {2,4}(?=\S)/.exec(restOf(item, text))?.[0].length ?? 1;
}

function restOf({ position: { start }, marker }: Item, text: string): string {
  const from = start.offset + marker.length;
  return /^[^\r\n]*/.exec(text.slice(from, from + 400))?.[0] ?? '';
}

function bulletsByDepth(items: readonly Item[]): ReadonlyMap<number, string | null> {
  const bullets = items.filter(({ marker }) => marker.length === 1);
  const depths = groupBy(bullets, ({ depth }) => depth);
  return new Map([...depths].map(([depth, ones]) => [depth, majority(ones.map(({ marker }) => marker))]));
}

/** The items of which an adjacent one, of the same depth and with no other text between, passes a test. */
function besides(items: readonly Item[], test: (item: Item) => boolean): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const siblings of groupBy(items, ({ depth }) => depth).values()) {
    let run: Item[] = [];
    const close = (): void => {
      if (run.some(test)) for (const item of run) found.add(item);
      run = [];
    };
    for (const item of siblings) {
      const before = run.at(-1);
      if (before !== undefined && item.position.start.line > before.position.end.line + 1) close();
      run.push(item);
    }
    close();
  }
  return found;
}

/** The items of lists that only a blank line and another bullet separate from the next one. */
function partedLists(items: readonly Item[], parents: ReadonlyMap<Item, Item>, text: string): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const siblings of groupBy(items, (item) => parents.get(item)).values()) {
    let run: Item[] = [];
    let isParted = false;
    const close = (): void => {
      if (isParted) for (const item of run) found.add(item);
    };
    for (const item of siblings) {
      const before = run.at(-1);
      if (before !== undefined && before.marker !== item.marker) {
        const between = text.slice(before.position.end.offset, item.position.start.offset);
        const parts = /^\s*$/.test(between) && /\n[ \t\r]*\n/.test(between);
        isParted ||= parts;
        close();
        run = [];
        isParted = parts;
      }
      run.push(item);
    }
    close();
  }
  return found;
}

/** The item around each nested item. */
function parentsOf(items: readonly Item[]): ReadonlyMap<Item, Item> {
  const open: Item[] = [];
  const parents = new Map<Item, Item>();
  for (const item of items) {
    while ((open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parents.set(item, parent);
    open.push(item);
  }
  return parents;
}

/** How far an item is indented from the bullet that it is nested below, in words; none for numbers, which need more space. */
function indentOf({ position: { start } }: Item, parent: Item | undefined, text: string): readonly string[] {
  if (parent === undefined || parent.marker.length > 1 || parent.position.start.line === start.line) return [];
  const lead = text.slice(start.offset - (start.column - 1), start.offset).slice(parent.position.start.column - 1);
  return [lead.includes('\t') ? 'a tab' : plural(lead.length, 'space')];
}

/** The items right below an item, which is one of them all. */
function nestedIn(items: readonly Item[], index: number): readonly Item[] {
  const depth = items[index]?.depth ?? 0;
  const nested: Item[] = [];
  for (let at = index + 1; (items[at]?.depth ?? 0) > depth; at++) {
    const item = items[at];
    if (item?.depth === depth + 1) nested.push(item);
  }
  return nested;
}
