import type { Entry } from '../../model/list.js';
import type { InlineNode, LinkDraft, LinkNode, MarkNode } from '../blocks/inline.js';
import { isBadge, isBlank, linksOf, visibleWords } from '../blocks/inline.js';
import { maskText } from '../blocks/masked-text.js';
import type { ParsedSource } from '../blocks/source.js';
import { splitEmoji } from './emoji.js';
import { isKind, splitKind } from './entry-kind.js';
import { proseEnd, readSeparator } from './separator.js';

/** What the line of an entry says, before it has its place in the tree. */
export type EntryParts = Pick<
  Entry,
  'name' | 'kind' | 'url' | 'description' | 'link' | 'label' | 'naming' | 'leads' | 'separator' | 'body' | 'proseEnd'
>;

/** Link texts that name nothing, so that the words before them do. */
/** As `Go!`, where the name is in another cell or before. */
export const emptyNames =
  /^(?:go!|here|links?|web ?site|site|web|home ?page|page|source(?: code)?|src|code|repo(?:sitory)?|git ?hub|pdf|epub|html|demo|docs?|video|download|[a-z]{2})$/iu;

/** Reads the line of an entry. `second` is the paragraph after it, which holds the description when the line has none. */
export function readEntry(
  pieces: readonly InlineNode[],
  second: readonly InlineNode[] | null,
  source: ParsedSource,
): EntryParts {
  const line = unfold(pieces);
  const start = line[0]?.start ?? 0;
  const main = mainLink(line);
  const bold = leadingName(line);
  const index = main === -1 || (bold !== -1 && bold < main && !follows(line, bold, main)) ? bold : main;
  const chosen = line[index];
  if (chosen === undefined) {
    const name = visibleWords(pieces);
    const end = line.at(-1)?.end ?? start;
    return {
      ...{ name: splitEmoji(name).rest || name, kind: null, url: null, description: null, link: null },
      ...{
        label: source.place(start, end),
        naming: 'plain',
        leads: false,
        separator: null,
        body: null,
        proseEnd: null,
      },
    };
  }
  const link = linkIn(chosen);
  const before = line.slice(0, index);
  // A shortcode such as `:book:` is an emoji, and its colon labels nothing.
  const lead = splitEmoji(visibleWords(before)).rest;
  let label: { readonly start: number; readonly end: number } = chosen;
  let shown = link?.text ?? visibleWords([chosen]);
  let naming: Entry['naming'] = link ? 'link' : chosen.kind === 'code' ? 'code' : 'bold';
  const isLabelled = link !== null && isLabel(lead, shown);
  if (link && (isLabelled || emptyNames.test(shown.trim()) || shown.trim() === '') && /[\p{L}\p{N}]/u.test(lead)) {
    const strong = before.find((piece) => piece.kind === 'mark' && piece.bold && visibleWords([piece]) !== '');
    const first = strong ?? before.find((piece) => !isBlank(piece));
    shown = (strong ? visibleWords([strong]) : lead).replace(/(?<![\s\-–—:：.,(（[])[\s\-–—:：.,(（[]+$/u, '');
    label = {
      start: first?.start ?? start,
      end: strong?.end ?? before.findLast((piece) => !isBlank(piece))?.end ?? start,
    };
    naming = strong ? 'bold' : 'link';
  }
  const bare = splitEmoji(shown).rest || shown.trim();
  const name = naming === 'link' ? bare : bare.replace(/\s*[:：]$/u, '');
  if (link !== null && naming === 'link' && isSentence(lead, maskText(line.slice(index + 1), chosen.end).text)) {
    // A link in the middle of a sentence: what surrounds it neither separates nor describes.
    const sentence = { name, kind: null, url: link.url, link, naming: 'plain', leads: false, ...undescribed } as const;
    return { ...sentence, label: source.place(label.start, label.end) };
  }
  const kinded = splitKind(name);
  const rest = line.slice(index + 1);
  const tail = maskText(rest, chosen.end);
  // A name in brackets, `[[name](u)]`, ends after them.
  const bracketed = /[[(（]$/u.test(lead) && /^[\])）]/u.test(tail.text) ? 1 : 0;
  const reading = readSeparator(tail.text, bracketed);
  const described = describe(tail, reading, source);
  const other = described.body === null && second !== null ? paragraph(second, chosen.end, source) : described;
  return {
    name: kinded?.name ?? name,
    kind: kinded?.kind ?? reading.kind,
    url: link?.url ?? null,
    link,
    label: source.place(label.start, label.end),
    naming,
    leads: isLabelled || leads(before),
    // Spelt out: of very many entries, those made by spreading take half as much memory again.
    description: other.description,
    separator: other.separator,
    body: other.body,
    proseEnd: other.proseEnd,
  };
}

/** Words that name what is recommended, before a link that says only what it is: its URL, its kind, or one of several in brackets. */
function isLabel(lead: string, shown: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(lead) || lead.split(/\s+/).length > 6) return false;
  if (/[-–—:：]$/u.test(lead)) return isKind(shown) || /^(?:https?:\/\/|www\.)/i.test(shown.trim());
  return /[\p{L}\p{N}]\s*[(（]$/u.test(lead);
}

/** The link that an entry is about: the first that is no image and no badge; a badge when there is nothing else. */
function mainLink(line: readonly InlineNode[]): number {
  const plain = line.findIndex((piece) => linkIn(piece) !== null && !isBadge(piece));
  if (plain >= 0) return plain;
  return line.every((piece) => isBadge(piece) || isBlank(piece))
    ? line.findIndex((piece) => linkIn(piece) !== null)
    : -1;
}

/** The bold or code name that an entry without a link begins with, or -1: a word in bold inside a sentence names nothing. */
function leadingName(line: readonly InlineNode[]): number {
  const index = line.findIndex(
    (piece) => !isBlank(piece) && !isBadge(piece) && splitEmoji(visibleWords([piece])).rest !== '',
  );
  const piece = line[index];
  if (piece === undefined || !((piece.kind === 'mark' && piece.bold) || piece.kind === 'code')) return -1;
  const after = maskText(line.slice(index + 1), piece.end).text;
  const ended = /[:：]\s*$/u.test(visibleWords([piece]));
  return ended || after.trim() === '' || /^\s*(?:[-–—―:：(（[|]|\n|=>|->)/u.test(after) ? index : -1;
}

/** True when nothing but a colon or a dash is between a bold label and the link it labels. */
function follows(line: readonly InlineNode[], label: number, link: number): boolean {
  return !/[\p{L}\p{N}]/u.test(visibleWords(line.slice(label + 1, link)));
}

/** Words that end in no colon, dash, bracket or period lead into a link as a sentence does; one word only where the sentence goes on. */
function isSentence(lead: string, after: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(lead) || /[-–—―:：.,;|>/([（【*#]$/u.test(lead)) return false;
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(lead) || /^\s*(?:,|\p{Ll}+\s)/u.test(after);
}

/** Takes emphasis off around links, so that `**[x](u)**` and `[**x**](u)` read alike. */
function unfold(pieces: readonly InlineNode[]): InlineNode[] {
  return pieces.flatMap((piece): InlineNode[] => {
    if (piece.kind !== 'mark' || isBadge(piece) || linksOf(piece.inner).every((link) => link.image)) return [piece];
    const solid = piece.inner.filter((inner) => !isBlank(inner));
    // A mark around one link stays, since the name's place is that of the mark; it is the link all the same.
    return solid.length === 1 && linkIn(piece) !== null ? [piece] : unfold(piece.inner);
  });
}

/** The link that a piece is, emphasis around it aside; null for other pieces. */
function linkIn(piece: InlineNode): LinkDraft | null {
  if (piece.kind === 'link') return (piece as LinkNode).link;
  if (piece.kind !== 'mark') return null;
  const solid = (piece as MarkNode).inner.filter((inner) => !isBlank(inner));
  return solid.length === 1 && solid[0] !== undefined ? linkIn(solid[0]) : null;
}

function leads(before: readonly InlineNode[]): boolean {
  const text = visibleWords(before.filter((piece) => !isBadge(piece)));
  return (
    text === '' ||
    /[:：]$/u.test(text) ||
    splitEmoji(text).rest === '' ||
    /^(?:\[[^[\]]*\]|\([^()]*\)|[\s*•])+$/u.test(text)
  );
}

type Described = Pick<EntryParts, 'description' | 'separator' | 'body' | 'proseEnd'>;
const undescribed: Described = { description: null, separator: null, body: null, proseEnd: null };

function describe(
  tail: ReturnType<typeof maskText>,
  reading: ReturnType<typeof readSeparator>,
  source: ParsedSource,
): Described {
  const to = tail.text.trimEnd().length;
  const description = tail.visible(reading.descriptionStart, to);
  if (description === '' || to <= reading.descriptionStart) return undescribed;
  const start = tail.offset(reading.descriptionStart);
  const from = tail.outerEnd(reading.nameEnd);
  const rest = tail.text.slice(reading.descriptionStart, to);
  const prose = proseEnd(rest);
  return {
    description,
    separator: { text: source.text.slice(from, start), position: source.place(from, start) },
    body: { text: description, position: source.place(start, tail.outerEnd(to)) },
    proseEnd: rest.slice(0, prose).trim() === '' ? null : tail.innerEnd(reading.descriptionStart + prose),
  };
}

/** A description that is in a paragraph of its own: there is no separator then. */
function paragraph(pieces: readonly InlineNode[], at: number, source: ParsedSource): Described {
  const mask = maskText(pieces, at);
  const lead = mask.text.length - mask.text.trimStart().length;
  const described = describe(mask, { nameEnd: 0, descriptionStart: lead, kind: null }, source);
  return described.body === null ? undescribed : { ...described, separator: null };
}
