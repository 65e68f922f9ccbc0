import type { Position, Span } from './position.js';

/** UTF-8 text that was decoded with another encoding, or a replacement character. */
export interface Mojibake {
  readonly position: Position;
  /** The original text; null if it cannot be recovered. */
  readonly repaired: string | null;
  /** The charset with which it was wrongly decoded. */
  readonly charset: 'macintosh' | 'windows-1252' | 'latin1' | null;
}

/** A block of the document; for lists and quotes, their content, not the list or quote itself. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'code' | 'html' | 'table' | 'break' | 'definition' | 'footnote';
  readonly position: Position;
  /** Number of list items that contain it. */
  readonly items: number;
  readonly quoted: boolean;
  /** True for a paragraph that consists only of emphasized text. */
  readonly emphasised: boolean;
}

/** One item of a Markdown list, from its bullet to the end of its content. */
export interface Item {
  /** As written: `-`, `*`, `+`, `1.`, `1)`. */
  readonly marker: string;
  /** 1-based nesting. */
  readonly depth: number;
  readonly task: 'open' | 'done' | null;
  readonly position: Position;
}

/** One row of a Markdown table, its cells as they are: there may be more or fewer than the header has. */
export interface Row {
  readonly cells: readonly Span[];
  readonly position: Position;
}

/** A Markdown table. */
export interface Table {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly position: Position;
}

/** A definition for reference links, such as `[label]: url`. */
export interface Definition {
  /** As Markdown compares it: folded case and white space. */
  readonly label: string;
  readonly url: string;
  readonly position: Position;
  /** How many links and images refer to it. */
  readonly uses: number;
  /** An earlier definition of the same label, which takes precedence. */
  readonly earlier: Position | null;
}

/** A construct that is opened but never closed, and therefore hides the rest of the file. */
export interface Unclosed {
  readonly what: 'comment' | 'details' | 'fence';
  /** Its opening mark. */
  readonly position: Position;
}

/** Why a part was not read: the construct that it has too many of. */
export type UnreadReason =
  | 'nesting'
  | 'brackets'
  | 'openers'
  | 'marks'
  | 'lines'
  | 'length'
  | 'link-text'
  | 'url-marks'
  | 'file';

/** A part that would take too long to read as Markdown; no real list has one, but an attack may. */
export interface Unread {
  readonly what: UnreadReason;
  readonly position: Position;
}
