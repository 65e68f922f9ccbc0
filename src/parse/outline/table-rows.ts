import type { RowBlock, TableBlock } from '../blocks/block.js';
import type { LinkDraft } from '../blocks/inline.js';
import { isBlank, linksOf, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';
import type { EntryDraft } from './draft.js';
import { splitEmoji } from './emoji.js';
import { entryDraft, isSentence } from './entries.js';
import { type EntryParts, emptyNames, readEntry } from './entry.js';

/** Header words of the column that describes. */
const describing =
  /desc|about|summary|detail|what|purpose|comment|note|说明|描述|简介|介绍|説明|descripción|descrição/iu;

/** Reads the rows of a table. Rows without a link count only where most rows have one. */
export function readTableRows(table: TableBlock, source: ParsedSource): EntryDraft[] {
  const column = table.header.findIndex((cells) => describing.test(visibleWords(cells)));
  const rows = table.rows.map((row): EntryDraft | null => {
    const at = row.cells.findIndex((cell) =>
      linksOf(cell.pieces).some((link) => !link.image && link.sort !== 'fragment'),
    );
    const cell = row.cells[Math.max(at, 0)];
    if (cell === undefined || (at < 0 && (visibleWords(cell.pieces) === '' || isSubHeader(row, table)))) return null;
    const facts = named(readEntry(cell.pieces, null, source), at > 0 ? row.cells[0] : undefined, source);
    const fallback = row.cells.length === 2 && at === 0 ? row.cells[1] : undefined;
    const described = column >= 0 && column !== at ? row.cells[column] : fallback;
    const description = described === undefined ? '' : visibleWords(described.pieces);
    const links: LinkDraft[] = [];
    for (const each of row.cells) linksOf(each.pieces, links);
    const first = described?.pieces.find((piece) => !isBlank(piece));
    const last = described?.pieces.findLast((piece) => !isBlank(piece));
    const body =
      facts.body === null && description !== '' && first !== undefined && last !== undefined
        ? {
            description,
            body: { text: description, position: source.place(first.start, last.end) },
            proseEnd: last.end,
          }
        : {};
    return entryDraft({
      facts: { ...facts, ...body },
      form: table.html ? 'html' : 'row',
      links,
      content: source.hasFormat ? { kind: 'row', row, table } : null,
      start: row.start,
      end: row.end,
      label: facts.name,
    });
  });
  const linked = rows.filter((row) => row !== null && row.facts.url !== null).length;
  return rows.filter(
    (row): row is EntryDraft => row !== null && (row.facts.url !== null || linked * 2 > table.rows.length),
  );
}

/** True for a row without a link that is all bold, says what the header says, or begins with a sentence. */
function isSubHeader({ cells }: RowBlock, { header }: TableBlock): boolean {
  const said = cells.filter(({ pieces }) => visibleWords(pieces) !== '');
  const isBold = said.every(({ pieces }) =>
    pieces.every(
      (piece) =>
        isBlank(piece) || (piece.kind === 'mark' && piece.bold) || splitEmoji(visibleWords([piece])).rest === '',
    ),
  );
  const isHeader = cells.every(({ pieces }, index) => visibleWords(pieces) === visibleWords(header[index] ?? []));
  return (said.length > 1 && isBold) || isHeader || isSentence(visibleWords(cells[0]?.pieces ?? []));
}

/** The facts of a row whose link says only `Go!`, with the name from its first cell. */
function named(facts: EntryParts, first: RowBlock['cells'][number] | undefined, source: ParsedSource): EntryParts {
  const name = first === undefined ? '' : visibleWords(first.pieces);
  if (name === '' || !emptyNames.test(facts.name)) return facts;
  const from = first?.pieces[0]?.start ?? 0;
  return { ...facts, name, kind: null, label: source.place(from, first?.pieces.at(-1)?.end ?? from) };
}
