/** The labels that one file defines, gathered while its chunks are read one by one. */
export interface Labels {
  readonly links: Set<string>;
  readonly footnotes: Set<string>;
}

/** What the reading of a chunk had to do with labels. */
export interface LabelQuery {
  /** What it defines itself. */
  readonly defined: Labels;
  /** What else it asked for, and the answers. */
  readonly links: Map<string, boolean>;
  readonly footnotes: Map<string, boolean>;
}

/** No labels yet. */
export const noLabels = (): Labels => ({ links: new Set(), footnotes: new Set() });

/** True when reading the chunk again would show the same. */
export function isStillValid({ links, footnotes }: LabelQuery, known: Labels): boolean {
  return agree(links, known.links) && agree(footnotes, known.footnotes);
}

function agree(answers: ReadonlyMap<string, boolean>, known: ReadonlySet<string>): boolean {
  for (const [label, answer] of answers) if (known.has(label) !== answer) return false;
  return true;
}

/** Tells the labels that a chunk defines. */
export function addDefined({ defined }: LabelQuery, known: Labels): void {
  for (const label of defined.links) known.links.add(label);
  for (const label of defined.footnotes) known.footnotes.add(label);
}

/** While a chunk is read: what is known from elsewhere, and what it asks. */
let current: { readonly known: Labels; readonly asked: LabelQuery } | null = null;

/** Reads with the labels of other chunks known, and notes which are requested. */
export function readWithLabels<T>(known: Labels, read: () => T): { readonly result: T; readonly asked: LabelQuery } {
  const asked: LabelQuery = { defined: noLabels(), links: new Map(), footnotes: new Map() };
  current = { known, asked };
  try {
    const result = read();
    for (const label of asked.defined.links) asked.links.delete(label);
    for (const label of asked.defined.footnotes) asked.footnotes.delete(label);
    return { result, asked };
  } finally {
    current = null;
  }
}

/** Replaces the arrays in which micromark keeps the labels of a file: of those it only pushes and asks what is included. */
function register(own: Set<string>, known: ReadonlySet<string>, asked: Map<string, boolean>): string[] {
  const stand = {
    push: (label: string) => own.add(label).size,
    includes(label: string) {
      const answer = own.has(label) || known.has(label);
      asked.set(label, answer);
      return answer;
    },
  };
  return stand as unknown as string[];
}

type State = (code: unknown) => unknown;

/** What of micromark's parser is of interest here. */
interface Parser {
  defined: string[];
  gfmFootnotes?: string[];
}

/** Matches nothing, and is tried before any block: there it hands micromark the labels of the other chunks. */
function lend(this: { readonly parser: Parser }, _effects: unknown, _ok: State, nok: State): State {
  const { parser } = this;
  if (current !== null && Array.isArray(parser.defined)) {
    const { known, asked } = current;
    // A footnote may be defined before the first block begins.
    for (const label of parser.gfmFootnotes ?? []) asked.defined.footnotes.add(label);
    parser.defined = register(asked.defined.links, known.links, asked.links);
    parser.gfmFootnotes = register(asked.defined.footnotes, known.footnotes, asked.footnotes);
  }
  return nok;
}

/** An extension of micromark with which references find definitions that stand in other chunks. */
export const labelsExtension: object = {
  flowInitial: { null: { name: 'labelsOfOtherChunks', tokenize: lend } },
};
