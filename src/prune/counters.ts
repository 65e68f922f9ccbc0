import type { Entry, List, Section, Tier } from '../model/list.js';
import { type EditedLines, lineRange } from './lines.js';

/** Which entries a place loses, and how many it gets. */
export interface Migration {
  readonly removed: ReadonlySet<Entry>;
  /** The section that moved entries go to, and how many; null where none move. */
  readonly target: { readonly section: Section; readonly count: number } | null;
}

/** What is counted next to a number. */
const nouns =
  'entr(?:y|ies)|items?|resources?|links?|projects?|tools?|librar(?:y|ies)|packages?|apps?|plugins?|repositor(?:y|ies)|frameworks?|books?|courses?';

/** Corrects numbers that say how many entries a section or the list has: those that were right before. */
export function correctCounters(list: List, edited: EditedLines, migration: Migration): void {
  for (const section of [...list.sections, ...list.tiers]) {
    const counts = countsOf(section, migration);
    const prose = section.prose.flatMap((position) => linesIn(lineRange(position, list.text)));
    for (const line of linesIn(lineRange(section.heading, list.text))) correct(edited, line, counts, bracketed);
    for (const line of prose) correct(edited, line, counts, named);
  }
  for (const item of list.contents.flatMap(({ items }) => items)) {
    const node = item.heading?.node ?? null;
    if (node === null || node.type === 'entry') continue;
    for (const line of linesIn(lineRange(item.position, list.text)))
      correct(edited, line, countsOf(node, migration), bracketed);
  }
  const first = list.sections.find(({ role, depth }) => role !== 'meta' && depth > 1);
  const end = Math.min(
    first?.position.start.line ?? Number.POSITIVE_INFINITY,
    list.entries[0]?.position.start.line ?? 1,
  );
  const total = countsOf(list, migration);
  for (let line = 0; line < end - 1 && line < 200; line++) correct(edited, line, total, named);
}

type Counts = readonly (readonly [before: number, after: number])[];

/** How many entries there are before and after: all of them, those that are in no other, and those in no section below. */
function countsOf(node: Section | Tier | List, { removed, target }: Migration): Counts {
  const gained = target !== null && (node.type === 'list' || isAround(node, target.section)) ? target.count : 0;
  const gainedItself = target?.section === node ? target.count : 0;
  const [all, outer, own] = countedIn(node);
  return [[all, gained] as const, [outer, gained] as const, [own, gainedItself] as const].map(([some, more]) => [
    some.length,
    some.filter((entry) => !removed.has(entry)).length + more,
  ]);
}

/** What a number may count: the entries of a place, those that are in no other entry, and those in no section or tier below. */
function countedIn(node: Section | Tier | List): readonly [readonly Entry[], readonly Entry[], readonly Entry[]] {
  const all = entriesIn(node);
  const outer = all.filter(({ parent }) => parent.type !== 'entry');
  return [all, outer, outer.filter(({ parent }) => parent === node)];
}

/** The title of a section or the label of a tier, without the number of its entries. */
export function titleWithoutCount(place: Section | Tier): string {
  const title = place.type === 'section' ? place.title : place.label;
  const count = /[\s:·-]*[(`[](\d[\d,]*)[)\]`]$/.exec(title);
  const isCount = countedIn(place).some((some) => String(some.length) === count?.[1]?.replaceAll(',', ''));
  return count !== null && isCount && count.index > 0 ? title.slice(0, count.index) : title;
}

function isAround(node: Section | Tier, section: Section): boolean {
  for (let at: Section | Tier | List = section; at.type !== 'list'; at = at.parent) if (at === node) return true;
  return false;
}

/** The entries in a section, those of its subsections and nested ones included. */
export function entriesIn(node: Section | Tier | List | Entry): readonly Entry[] {
  if (node.type === 'list') return node.entries;
  return node.children.flatMap((child) => (child.type === 'entry' ? [child, ...entriesIn(child)] : entriesIn(child)));
}

type Pattern = (count: string) => RegExp;

/** `(12)`, `[12]` or `12` as code. */
const bracketed: Pattern = (count) => new RegExp(`(?<=[(\`[])${count}(?=[)\\]\`])(?!\\]\\()`, 'g');
/** Words between a number and a noun that it does not count: `12 weeks of tools`. */
const stopWords = 'of|in|on|for|from|to|with|and|or|hours?|days?|weeks?|months?|years?|minutes?';
/** `12 tools`, `**12** great tools`, or a badge `tools-12-blue`; not `12-step`. */
const named: Pattern = (count) =>
  new RegExp(
    `(?<![\\w.,/#-])${count}(?=(?:\\*\\*|__|\`)?\\s+(?:(?!(?:${stopWords})\\b)[\\w-]+\\s+){0,2}(?:${nouns})\\b)` +
      `|(?<=\\b(?:${nouns})-)${count}(?=-\\w+(?:\\.svg)?\\b)`,
    'gi',
  );

function correct(edited: EditedLines, line: number, counts: Counts, pattern: Pattern): void {
  if (edited.isRemoved(line)) return;
  const [pair] = counts.filter(([before, after]) => {
    const isThere = written(before).some((text) => pattern(text).test(edited.at(line).slice(0, 2_000)));
    return before > 0 && before !== after && isThere;
  });
  if (pair === undefined) return;
  const forms = written(pair[0]);
  const later = written(pair[1]);
  const text = forms.reduce((now, form, index) => now.replace(pattern(form), later[index] ?? ''), edited.at(line));
  edited.change(line, text);
}

/** A count as people write it, without and with a separator of thousands. */
function written(count: number): readonly string[] {
  const plain = String(count);
  return count < 1000 ? [plain] : [plain, plain.replace(/\B(?=(?:\d{3})+$)/g, ',')];
}

function linesIn({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
