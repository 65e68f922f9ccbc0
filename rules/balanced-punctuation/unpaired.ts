/** A mark that has no partner. */
export interface UnpairedMark {
  readonly index: number;
  readonly mark: string;
  /** What it lacks: its closing or its opening mark; `shape` closes a bracket of another shape, `apostrophe` is an opening quote where an apostrophe belongs. */
  readonly lacks: 'closing' | 'opening' | 'shape' | 'apostrophe';
  /** The mark that would be its partner, or should stand in its place. */
  readonly partner: string;
}

/** Brackets by what they are closed with; wide and narrow ones pair with each other. */
const brackets: readonly (readonly [string, string])[] = [
  ['(（', ')）'],
  ['[［', ']］'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
];

/** Formulas and half-open intervals: their marks pair with nothing. Nor do those of list numbers such as `a)` and of faces. */
const apart = /\$[^$\n]{1,200}\$|[[(]\s*[-+\w.∞]{1,12}\s*[,;]\s*[-+\w.∞]{1,12}\s*[\])]/gu;
const number = /(?:^|[\s,;:.、，；。])(?:\p{L}|\p{Nd}{1,3}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$/u;
const face =
  /(?:^|\s)[8xX][-'’^o]?[()[\]]|(?:^|[\s\p{P}\p{L}])[:;=][-'’^o]?[()[\]]|[([][-'’^o]?[:;=]|\^_?\^|[oO0T>]_[oO0T<]|[ツ╯°ʖ]/u;

/** The marks of a text that have no partner, one of each kind at most. What is cut off at its end is not judged. */
export function unpairedMarks(text: string): readonly UnpairedMark[] {
  if (!/[()[\]（）［］「」『』《》【】〔〕“”„‘"«»]/u.test(text) || /(?:\.\.\.|…)["'”’]?\s*$/.test(text)) return [];
  const seen = text.replace(apart, (part) => (/^[[(]/.test(part) && closes(part) ? part : ' '.repeat(part.length)));
  const lone: UnpairedMark[] = [];
  for (const [opening, closing] of brackets) {
    const found = loneBracket(seen, opening, closing);
    // Where a face may have taken a bracket nothing is sure.
    if (found !== null && !(opening.length > 1 && face.test(seen))) lone.push(found);
  }
  const crossed = otherShape(lone);
  if (crossed !== null) lone.splice(0, lone.length, crossed);
  const quote = loneCurly(seen) ?? loneStraight(seen);
  if (quote !== null) lone.push(quote);
  const angle = loneAngle(seen);
  if (angle !== null) lone.push(angle);
  return [...lone, ...apostrophes(seen)].sort((a, b) => a.index - b.index);
}

/** A bracket that opens and one of another shape that closes are one slip. */
function otherShape(lone: readonly UnpairedMark[]): UnpairedMark | null {
  const [opener, closer] = lone.toSorted((a, b) => a.index - b.index);
  if (opener?.lacks !== 'closing' || closer?.lacks !== 'opening' || lone.length !== 2) return null;
  return { ...closer, lacks: 'shape', partner: opener.partner };
}

/** True for `(a, b)`, which pairs by itself, and false for the half-open `[a, b)`. */
function closes(part: string): boolean {
  return part.startsWith('(') === part.endsWith(')');
}

function loneBracket(text: string, opening: string, closing: string): UnpairedMark | null {
  if (![...opening, ...closing].some((mark) => text.includes(mark))) return null;
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? '';
    if (opening.includes(mark)) open.push(index);
    else if (closing.includes(mark) && open.pop() === undefined) {
      if (number.test(text.slice(Math.max(0, index - 6), index))) continue;
      return { index, mark, lacks: 'opening', partner: opening[closing.indexOf(mark)] ?? opening };
    }
  }
  const last = open.at(-1);
  if (last === undefined) return null;
  const mark = text[last] ?? '';
  return { index: last, mark, lacks: 'closing', partner: closing[opening.indexOf(mark)] ?? closing };
}

const isLetter = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text);

/** True for what follows a number: outside of a quotation those are inches. */
const isMeasure = (text: string, index: number) => /\p{Nd}/u.test(text[index - 1] ?? '');

/** “ ” as in English and Chinese, „ “ as in German, „ ” as in Polish, ” ” as in Swedish. */
function loneCurly(text: string): UnpairedMark | null {
  let open: number | null = null;
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? '';
    if (!/[“”„]/.test(mark)) continue;
    if (open !== null && mark !== '„') open = null;
    else if (open !== null) return { index: open, mark: text[open] ?? '', lacks: 'closing', partner: '”' };
    else if (mark !== '”' || (isLetter(text[index + 1]) && !isLetter(text[index - 1]))) open = index;
    else if (!isMeasure(text, index) && !text.slice(0, index).includes('"'))
      return { index, mark, lacks: 'opening', partner: '“' };
  }
  if (open === null || text.slice(open).includes('"')) return null;
  return { index: open, mark: text[open] ?? '', lacks: 'closing', partner: text[open] === '„' ? '“' : '”' };
}

function loneStraight(text: string): UnpairedMark | null {
  // Where curly and straight quotes pair with each other the text is unlovely but clear.
  if (/[“”„]/.test(text)) return null;
  const places: number[] = [];
  for (const { index } of text.matchAll(/"/g)) {
    if (places.length % 2 === 1 || !isMeasure(text, index)) places.push(index);
  }
  if (places.length % 2 === 0) return null;
  let open: number | null = null;
  for (const index of places) {
    const closing = index > 0 && !/[\s([{/—–-]/.test(text[index - 1] ?? '');
    if (open === null && closing) return { index, mark: '"', lacks: 'opening', partner: '"' };
    open = open === null ? index : closing ? null : open;
  }
  const index = open ?? places.at(-1) ?? 0;
  return { index, mark: '"', lacks: 'closing', partner: '"' };
}

/** Alone they are arrows and bullets, so that only a text that pairs them is judged. */
function loneAngle(text: string): UnpairedMark | null {
  const places = [...text.matchAll(/[«»]/g)].map((hit) => hit.index);
  const first = places[0];
  if (first === undefined || places.length < 3 || places.length % 2 === 0) return null;
  const mark = text[first] ?? '';
  const partner = mark === '«' ? '»' : '«';
  let open: number | null = null;
  for (const index of places) {
    if (text[index] === mark && open !== null) return { index: open, mark, lacks: 'closing', partner };
    if (text[index] !== mark && open === null) return { index, mark: partner, lacks: 'opening', partner: mark };
    open = text[index] === mark ? index : null;
  }
  return open === null ? null : { index: open, mark, lacks: 'closing', partner };
}

/** ‘ in the middle of an English contraction, or before a word with nothing that closes it. */
function apostrophes(text: string): readonly UnpairedMark[] {
  return [...text.matchAll(/(?<=\p{L})‘(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu)].map(({ index }) => ({
    index,
    mark: '‘',
    lacks: 'apostrophe',
    partner: '’',
  }));
}
