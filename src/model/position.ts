/** A place in the decoded file: line and column are 1-based, `offset` is 0-based; all count UTF-16 units, a BOM included. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A half-open range of the decoded file: `end` is the first place after it. */
export interface Position {
  readonly start: Point;
  readonly end: Point;
}

/** A part of the file, with what a reader sees there (markup removed, character references resolved). */
export interface Span {
  /** What a reader sees. */
  readonly text: string;
  readonly position: Position;
}

/** The point at an offset that lies at or after a point which is known. */
export function pointAfter(text: string, known: Point, offset: number): Point {
  const between = text.slice(known.offset, offset);
  const breaks = between.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (breaks === 0) return { line: known.line, column: known.column + between.length, offset };
  const last = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
  return { line: known.line + breaks, column: between.length - last, offset };
}
