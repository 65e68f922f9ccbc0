import type { List } from '../model/list.js';

/** A place where two texts differ in more than spaces, empty lines, bullets and the bars of tables. */
export interface ContentDifference {
  /** 1-based, in the first text. */
  readonly line: number;
  readonly text: string;
  /** What the second has there. */
  readonly other: string;
}

/** The first place where the words and signs of two texts differ; null where they are the same. */
export function contentDifference(one: string, other: string): ContentDifference | null {
  const [left, right] = [contentOf(one), contentOf(other)];
  if (left.signs === right.signs) return null;
  let at = 0;
  while (at < left.signs.length && left.signs[at] === right.signs[at]) at++;
  const line = left.lineOf(at);
  // Where the end of a line is missing, the other has the next one.
  const isWithin = at > 0 && left.lineOf(at - 1) === line;
  return { line, text: left.lines[line - 1] ?? '', other: right.lines[right.lineOf(isWithin ? at - 1 : at) - 1] ?? '' };
}

interface Content {
  readonly lines: readonly string[];
  /** All but spaces; a bullet is one sign, whichever it is, and so is the number of an item. */
  readonly signs: string;
  /** The 1-based line of a sign. */
  readonly lineOf: (at: number) => number;
}

function contentOf(text: string): Content {
  const lines = text.split(/\r\n|\r|\n/);
  const ends: number[] = [];
  let signs = '';
  for (const line of lines) {
    signs += line
      .replace(/^[ \t]*[-*+](?=[ \t]|$)/, '•')
      .replace(/^[ \t]*\d{1,9}(?=[.)][ \t])/, '1')
      .replace(/(?<!\\)\|/g, '')
      .replace(/[ \t]+/g, '');
    ends.push(signs.length);
  }
  const lineOf = (at: number): number => {
    const index = ends.findIndex((end) => end > at);
    return index < 0 ? lines.length : index + 1;
  };
  return { lines, signs, lineOf };
}

/** The line of the first list where two lists are read as different ones; null where they are the same. */
export function structureDifference(one: List, other: List): number | null {
  const [left, right] = [featuresOf(one), featuresOf(other)];
  const lines = left.flatMap((features, kind) => {
    const others = right[kind] ?? [];
    const at = features.findIndex(({ key }, index) => key !== others[index]?.key);
    if (at >= 0) return [features[at]?.line ?? 1];
    return others.length > features.length ? [features.at(-1)?.line ?? 1] : [];
  });
  return lines.length === 0 ? null : Math.min(...lines);
}

interface Feature {
  readonly key: string;
  readonly line: number;
}

/** What a reader of a list sees, by kind. */
function featuresOf(list: List): readonly (readonly Feature[])[] {
  const of = (
    node: { readonly position: { readonly start: { readonly line: number } } },
    ...facts: unknown[]
  ): Feature => ({
    key: JSON.stringify(facts),
    line: node.position.start.line,
  });
  return [
    list.headings.map((one) => of(one, one.depth, one.text, one.slug)),
    list.entries.map((one) => of(one, one.name, one.url, one.description, one.form, one.task, one.parent.type)),
    list.items.map((one) => of(one, one.depth, one.task, /\d/.test(one.marker))),
    list.links.map((one) => of(one, one.url, one.text, one.place, one.form)),
    list.tables.map((one) => of(one, ...one.rows.map(({ cells }) => cells.map(({ text }) => text)))),
    list.directives.map((one) => of(one, one.verb, one.rules, one.entry?.name ?? null)),
    list.codes.map((one) => of({ position: one })),
    list.unclosed.map((one) => of(one, one.what)),
  ];
}
