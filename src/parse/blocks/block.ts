import type { InlineNode } from './inline.js';

/** One block of the file in document order; quotes, centred paragraphs and the like are dissolved. Offsets are those of the file. */
export type Block = HeadingBlock | SummaryBlock | DetailsBlock | ParagraphBlock | ListBlock | TableBlock | OtherBlock;

interface Ranged {
  readonly start: number;
  readonly end: number;
}

export interface HeadingBlock extends Ranged {
  readonly kind: 'heading';
  readonly form: 'heading' | 'html';
  readonly depth: number;
  readonly pieces: readonly InlineNode[];
  /** The text that GitHub makes the anchor from. */
  readonly slugText: string;
}

export interface SummaryBlock extends Ranged {
  readonly kind: 'summary';
  readonly pieces: readonly InlineNode[];
}

/** `<details>` or `</details>`. */
export interface DetailsBlock extends Ranged {
  readonly kind: 'details';
  readonly opens: boolean;
}

export interface ParagraphBlock extends Ranged {
  readonly kind: 'paragraph';
  readonly html: boolean;
  readonly quoted: boolean;
  readonly pieces: readonly InlineNode[];
}

export interface ListBlock extends Ranged {
  readonly kind: 'list';
  readonly html: boolean;
  /** Emptied while entries are read from them. */
  readonly items: ItemBlock[];
}

export interface ItemBlock extends Ranged {
  /** As written: `-`, `*`, `+`, `1.`; null in HTML. */
  readonly marker: string | null;
  readonly task: 'open' | 'done' | null;
  readonly blocks: readonly Block[];
}

export interface TableBlock extends Ranged {
  readonly kind: 'table';
  readonly html: boolean;
  readonly header: readonly (readonly InlineNode[])[];
  readonly rows: readonly RowBlock[];
}

export interface RowBlock extends Ranged {
  readonly cells: readonly { readonly pieces: readonly InlineNode[]; readonly start: number; readonly end: number }[];
}

/** Code, a rule, a footnote: prose as far as a list is concerned. */
export interface OtherBlock extends Ranged {
  readonly kind: 'other';
}
