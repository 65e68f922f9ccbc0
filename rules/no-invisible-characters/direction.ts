/** Marks, embeddings, overrides and isolates, with what ends them. */
const controls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Characters of scripts from right to left, and what makes others run so, as characters or references. */
const fromRight =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]|&(?:#|rlm|rl[eo])|\bdir\s*=/iu;
const letterFromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is known of a direction control by its place. */
export interface DirectionControl {
  /** The other one of a pair. */
  readonly mate: number | null;
  /** True where letters from right to left are in its pair or next to it, and the pair overrides no direction. */
  readonly belongs: boolean;
  /** True where the lines around it surely display the same without: nothing there runs from right to left. */
  readonly idle: boolean;
}

/** The direction controls of a text by their offsets. A pair is within one paragraph; both of it are judged alike. */
export function directionControls(text: string, rtl: boolean): ReadonlyMap<number, DirectionControl> {
  const found = new Map<number, DirectionControl>();
  if (text.search(controls) < 0) return found;
  const isTurned = rtl || /<[^<>]*\bdir\s*=\s*["']?(?:rtl|auto)/i.test(text);
  for (const { 0: paragraph, index: from } of text.matchAll(/(?:.+(?:\n|$))+/g)) {
    const places = [...paragraph.matchAll(controls)].map(({ index }) => index);
    if (places.length === 0) continue;
    const idle = !isTurned && !fromRight.test(paragraph);
    for (const [place, mate] of pairs(paragraph, places)) {
      const [start, end] = [Math.min(place, mate ?? place), Math.max(place, mate ?? place)];
      const mixes = letterFromRight.test(paragraph.slice(Math.max(0, start - 40), end + 41));
      const belongs = (rtl || mixes) && !/[\u202D\u202E]/.test(paragraph.charAt(start));
      found.set(from + place, { mate: mate === null ? null : from + mate, belongs, idle });
    }
  }
  return found;
}

/** Each control with the one that it begins or ends a pair with; null where there is none. */
function pairs(paragraph: string, places: readonly number[]): ReadonlyMap<number, number | null> {
  const mates = new Map<number, number | null>(places.map((place) => [place, null]));
  const open: number[] = [];
  /** How many were open before each isolate that is. */
  const isolates: number[] = [];
  for (const place of places) {
    const control = paragraph.charAt(place);
    if (/[\u2066-\u2068]/.test(control)) isolates.push(open.length);
    if (/[\u202A\u202B\u202D\u202E\u2066-\u2068]/.test(control)) open.push(place);
    if (control !== '\u202C' && control !== '\u2069') continue;
    // The end of an isolate ends the embeddings in it; that of an embedding ends no isolate.
    const last = control === '\u2069' ? isolates.pop() : open.length - 1;
    if (last === undefined || (control === '\u202C' && last === isolates.at(-1))) continue;
    const mate = open[last];
    if (mate === undefined) continue;
    open.length = last;
    mates.set(mate, place).set(place, mate);
  }
  return mates;
}
