import type { Link } from '../../model/list.js';

/** A property that is filled in while the tree grows. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A link while its place and entry are still unknown. */
export type LinkDraft = Mutable<Link>;

/** One piece of a line, Markdown and HTML alike; offsets are those of the file. */
export type InlineNode =
  | { readonly kind: 'text' | 'code'; readonly text: string; readonly start: number; readonly end: number }
  /** A line ending (`space`) or a hard break. */
  | { readonly kind: 'space' | 'break'; readonly start: number; readonly end: number }
  /** A comment, a footnote reference, a tag: seen by no one. */
  | { readonly kind: 'note'; readonly start: number; readonly end: number }
  | { readonly kind: 'image'; readonly link: LinkDraft; readonly start: number; readonly end: number }
  | LinkNode
  | MarkNode;

export interface LinkNode {
  readonly kind: 'link';
  readonly link: LinkDraft;
  readonly inner: readonly InlineNode[];
  readonly start: number;
  readonly end: number;
}

/** Emphasis of any kind. */
export interface MarkNode {
  readonly kind: 'mark';
  readonly bold: boolean;
  readonly inner: readonly InlineNode[];
  readonly start: number;
  readonly end: number;
}

/** What a reader sees of some pieces; images are left out, line endings are spaces. */
export function visibleText(pieces: readonly InlineNode[]): string {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'text' || piece.kind === 'code') text += piece.text;
    else if (piece.kind === 'space' || piece.kind === 'break') text += ' ';
    else if (piece.kind === 'link' || piece.kind === 'mark') text += visibleText(piece.inner);
  }
  return text;
}

/** The visible text with white space folded and trimmed. */
export function visibleWords(pieces: readonly InlineNode[]): string {
  return visibleText(pieces).replace(/\s+/g, ' ').trim();
}

/** True for an image, and for a link around nothing but images. */
export function isBadge(piece: InlineNode): boolean {
  if (piece.kind === 'image') return true;
  if (piece.kind === 'mark')
    return piece.inner.length > 0 && piece.inner.every((inner) => isBadge(inner) || isBlank(inner));
  return (
    piece.kind === 'link' && piece.inner.some(isBadge) && piece.inner.every((inner) => isBadge(inner) || isBlank(inner))
  );
}

/** True for a piece that shows nothing. */
export function isBlank(piece: InlineNode): boolean {
  if (piece.kind === 'text') return piece.text.trim() === '';
  return piece.kind === 'space' || piece.kind === 'break' || piece.kind === 'note';
}

/** All links of some pieces in document order, those inside emphasis and images inside links included. */
export function linksOf(pieces: readonly InlineNode[], into: LinkDraft[] = []): LinkDraft[] {
  for (const piece of pieces) {
    if (piece.kind === 'link') into.push(piece.link);
    if (piece.kind === 'image') into.push(piece.link);
    if (piece.kind === 'link' || piece.kind === 'mark') linksOf(piece.inner, into);
  }
  return into;
}

/** Where the visible text of some pieces is, marks around all of it left out; null when they show nothing. */
export function innerRange(pieces: readonly InlineNode[]): { readonly start: number; readonly end: number } | null {
  const solid = pieces.filter((piece) => !isBlank(piece) && !isBadge(piece));
  const first = solid[0];
  const last = solid.at(-1);
  if (first === undefined || last === undefined) return null;
  if (solid.length === 1 && first.kind === 'mark') return innerRange(first.inner) ?? first;
  return { start: first.start, end: last.end };
}

/** Joins a link and what is in it: its text, or the alternative texts of its images, which make it a badge. */
export function linkNode(link: LinkDraft, inner: readonly InlineNode[], start: number, end: number): LinkNode {
  const piece: LinkNode = { kind: 'link', link, inner, start, end };
  const images = linksOf(inner).map((image) => image.text);
  link.text = visibleWords(inner) || images.join(' ').trim();
  if (isBadge(piece)) link.place = 'badge';
  return piece;
}
