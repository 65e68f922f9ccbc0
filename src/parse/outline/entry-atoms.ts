import { type Atom, isSpace } from '../../grammar/atoms.js';
import type { InlineNode } from '../blocks/inline.js';

/** The pieces of a line as atoms, which formats are matched with; spaces at both ends of it and of the text of a link are left out. */
export function atomsOf(
  pieces: readonly InlineNode[],
  text: string,
  around: Around = { depth: 0, marks: 0 },
): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const piece of pieces) addPiece(piece, around, text, atoms);
  let [from, to] = [0, atoms.length];
  while (from < to && isSpace(atoms[from])) from++;
  while (to > from && isSpace(atoms[to - 1])) to--;
  return atoms.slice(from, to);
}

/** How many links and codes, and how much emphasis, are around a piece. */
type Around = Pick<Atom, 'depth' | 'marks'>;

function addPiece(piece: InlineNode, around: Around, text: string, into: Atom[]): void {
  const { start, end } = piece;
  switch (piece.kind) {
    case 'text':
      addText(piece.text, start, end, around, text, into);
      return;
    case 'space':
      if (into.at(-1)?.kind !== 'character' || (into.at(-1) as { readonly character: string }).character !== ' ')
        into.push({ kind: 'character', character: ' ', exact: false, start, end, ...around });
      return;
    case 'break':
      into.push({ kind: 'break', start, end, ...around });
      return;
    case 'note':
      return;
    case 'image':
      into.push({ kind: 'image', alt: piece.link.text, url: piece.link.url, start, end, ...around });
      return;
    case 'code': {
      const within = text.slice(start, end).indexOf(piece.text);
      const [from, to] = within < 0 ? [start, end] : [start + within, start + within + piece.text.length];
      into.push({ kind: 'open', what: 'code', url: '', start, end: from, ...around });
      addText(piece.text, from, to, { ...around, depth: around.depth + 1 }, text, into);
      into.push({ kind: 'close', what: 'code', url: '', start: to, end, ...around });
      return;
    }
    case 'link': {
      const { url } = piece.link;
      const [from, to] = [piece.inner[0]?.start ?? start, piece.inner.at(-1)?.end ?? end];
      into.push({ kind: 'open', what: 'link', url, start, end: from, ...around });
      for (const atom of atomsOf(piece.inner, text, { ...around, depth: around.depth + 1 })) into.push(atom);
      into.push({ kind: 'close', what: 'link', url, start: to, end, ...around });
      return;
    }
    case 'mark': {
      const what = piece.bold ? 'bold' : 'emphasis';
      const [from, to] = [piece.inner[0]?.start ?? start, piece.inner.at(-1)?.end ?? end];
      into.push({ kind: 'open', what, url: '', start, end: from, ...around });
      for (const inner of piece.inner) addPiece(inner, { ...around, marks: around.marks + 1 }, text, into);
      into.push({ kind: 'close', what, url: '', start: to, end, ...around });
    }
  }
}

/** Adds the characters of a text, each with its place; escapes and character references are longer in the file than in the text. */
function addText(shown: string, start: number, end: number, around: Around, text: string, into: Atom[]): void {
  let at = start;
  const isExact = end - start === shown.length;
  for (let index = 0; index < shown.length; index++) {
    const character = /\s/.test(shown[index] ?? '') && shown[index] !== '\u00a0' ? ' ' : (shown[index] ?? '');
    let from = at;
    let length = 1;
    // `\\\\` and `&amp;` show the character that they begin with.
    if (!isExact && (text[at] !== shown[index] || isWritten(text.slice(at, at + 44)))) {
      if (text[at] === '\\' && text[at + 1] === shown[index]) length = 2;
      else if (text[at] === '&') {
        const reference = /^&#?\w{1,40};/.exec(text.slice(at, at + 44))?.[0];
        // A character beyond the first plane is two units, both of one reference.
        const isSecond = /^[\udc00-\udfff]$/.test(shown[index] ?? '');
        length = reference?.length ?? 1;
        if (!isSecond && /^[\ud800-\udbff]$/.test(shown[index] ?? '')) length = 0;
      }
    }
    from = Math.min(from, end);
    at = Math.min(at + length, end);
    into.push({ kind: 'character', character, exact: at - from === 1, start: from, end: at, ...around });
  }
}

/** True where a text begins with the escape of a backslash, or a reference to an ampersand. */
function isWritten(text: string): boolean {
  return /^(?:\\\\|&(?:amp|AMP|#0*38|#[xX]0*26);)/.test(text);
}
