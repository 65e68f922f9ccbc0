import { entryGrammar, type SectionGrammar } from '../grammar/grammar.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { parse } from '../parse/parse.js';
import { type DataRecord, recordPlace, tooManyFaults } from './data-file.js';
import type { DataEntry, DataSection } from './data-section.js';
import { headingDepth } from './heading-line.js';
import type { MarkedText } from './markers.js';
import { linesIn, needsBlankLine, type RenderedBlock, renderItems } from './render-items.js';
import type { RenderedLine, RenderedList } from './rendered.js';
import { writeValue } from './write-value.js';

/** What the part is written by. */
export interface RenderOptions {
  readonly path: string;
  readonly options: SourceOptions;
  readonly entries: EntriesOptions;
  /** The fields and headings that are escaped with all care. */
  readonly careful: ReadonlySet<DataEntry | string>;
  /** What messages call a record. Default: its place in its file. */
  readonly placeOf?: (record: DataRecord) => string;
}

/** The deepest level that Markdown has. */
const deepest = 6;

/** Writes the part between the markers. Throws a UserError for an entry that lacks a field. */
export function renderList(marked: MarkedText, sections: readonly DataSection[], how: RenderOptions): RenderedList {
  const faults: string[] = [];
  const top = how.options.heading ?? 2;
  const pieces = sections.flatMap((one) => sectionPieces(one, [one.title], top, how, faults));
  if (faults.length > 0) throw tooManyFaults(faults);
  const bare = compose(marked, pieces);
  if (how.options.contents === false || sections.length === 0) return bare;
  return compose(marked, [contentsPiece(bare, how), ...pieces]);
}

function sectionPieces(
  section: DataSection,
  titles: readonly string[],
  depth: number,
  how: RenderOptions,
  faults: string[],
): readonly RenderedBlock[] {
  const { title, record, heading, description, items } = section;
  if (heading === null && depth > deepest)
    throw new UserError(
      `${how.path}: section \`${title}\` would be a heading of level ${depth}; Markdown has ${deepest}`,
    );
  const plain = `${'#'.repeat(depth)} ${writeValue(title, 'text', how.careful.has(title) ? 'all' : 'usual')}`;
  const own = heading === null ? depth : headingDepth(heading.text);
  const lines = heading === null ? [plain] : linesIn(heading.text);
  const source = { record, entry: null, heading: { title, depth: own }, value: heading };
  const grammar = items.length === 0 ? null : grammarOf(titles, how);
  return [
    { form: 'block', lines, source },
    ...(description === null
      ? []
      : [
          {
            form: 'block' as const,
            lines: linesIn(description.text),
            source: { record, entry: null, heading: null, value: description },
          },
        ]),
    ...(grammar === null
      ? []
      : renderItems(items, { title, grammar, careful: how.careful, faults, placeOf: how.placeOf ?? recordPlace })),
    ...section.sections.flatMap((one) => sectionPieces(one, [...titles, one.title], depth + 1, how, faults)),
  ];
}

function compose({ before, after, eol }: MarkedText, pieces: readonly RenderedBlock[]): RenderedList {
  const first = before.split(/\r\n|\r|\n/).length + 2;
  const body: string[] = [];
  const lines: RenderedLine[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (needsBlankLine(pieces[index - 1], piece)) body.push('');
    if (piece.source !== null) lines.push({ line: first + body.length, height: piece.lines.length, ...piece.source });
    body.push(...piece.lines);
  }
  const part = body.length === 0 ? eol : eol + eol + body.join(eol) + eol + eol;
  return { text: before + part + after, lines };
}

function grammarOf(titles: readonly string[], { entries }: RenderOptions): SectionGrammar | null {
  // A title is known without the emoji before it, too.
  const names = titles.flatMap((title) => [title, title.replace(/^[^\p{L}\p{N}]+/u, '')]);
  return entryGrammar(entries).sectionsFor([names])[0] ?? null;
}

/** A line for each heading, with the anchors that GitHub gives them in this README. */
function contentsPiece({ text, lines }: RenderedList, { path, options, entries }: RenderOptions): RenderedBlock {
  const { headings } = parse(text, { path });
  const slugs = new Map(headings.map(({ position, slug }) => [position.start.line, slug]));
  const written = text.split(/\r\n|\r|\n/);
  const top = options.heading ?? 2;
  const bullet = /^[-*+]/.exec(entryGrammar(entries).sectionsFor([[]])[0]?.formats?.[0]?.lead ?? '')?.[0] ?? '-';
  const items = lines.flatMap(({ line, heading, value }) => {
    if (heading === null) return [];
    // A link in a heading is none in a link to it.
    const label =
      value === null ? (written[line - 1]?.replace(/^#+ /, '') ?? '') : writeValue(heading.title, 'text', 'usual');
    return [`${'  '.repeat(Math.max(0, heading.depth - top))}${bullet} [${label}](#${slugs.get(line) ?? ''})`];
  });
  return { form: 'block', lines: items, source: null };
}
