import { append } from '../text/append.js';
/** A stretch that was UTF-8 and was read in another charset; offsets are UTF-16 units of the text. */
export interface MojibakeRange {
  readonly start: number;
  readonly end: number;
  /** The text as it was; null for replacement characters, whose text is lost. */
  readonly repaired: string | null;
  readonly charset: 'macintosh' | 'windows-1252' | 'latin1' | null;
}

/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index windows-1252); the five gaps are the C1 controls themselves. */
const windowsUpper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

type Codec = ReadonlyMap<number, number>;

let codecs: { readonly macintosh: Codec; readonly windows: Codec } | null = null;

/** Code points to bytes; built when the first suspect stretch is met. */
function loadCodecs(): { readonly macintosh: Codec; readonly windows: Codec } {
  if (codecs !== null) return codecs;
  const upper = new Uint8Array(128).map((_, index) => index + 128);
  const macintosh = new Map<number, number>();
  for (const [index, char] of [...new TextDecoder('macintosh').decode(upper)].entries()) {
    macintosh.set(char.codePointAt(0) ?? 0, index + 128);
  }
  const windows = new Map<number, number>();
  for (let byte = 128; byte < 256; byte++) windows.set(byte, byte);
  for (const [index, char] of [...windowsUpper].entries()) windows.set(char.codePointAt(0) ?? 0, index + 128);
  codecs = { macintosh, windows };
  return codecs;
}

/** Characters that begin a garbled stretch: the lead bytes of UTF-8 as these charsets show them, and the replacement character. */
const suspect =
  /[\u00C2-\u00F4\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u0152\u0153\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u0178\u2044\u20AC\u2039\u203A\uFB01\uFB02\u2021\u00B7\u201A\u201E\u2030\uF8FF\uFFFD][^\x00-\x7F]|\uFFFD/;
/** Blocks whose characters is alone in ordinary text. */
const common =
  /^[\u1E00-\u1EFF\u2000-\u206F\u20A0-\u214F\u2190-\u23FF\u2460-\u27BF\u2B00-\u2BFF\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF00-\uFFEF]|^\uFE0F/;
const runs = /[^\x00-\x7F]+/g;

/** Finds garbled stretches, in order; text that was right is never among them. */
export function findMojibake(text: string): readonly MojibakeRange[] {
  if (!suspect.test(text)) return [];
  const found: MojibakeRange[] = [];
  for (const match of text.matchAll(runs)) {
    const run = match[0];
    if (run.length < 2 && run !== '\uFFFD') continue;
    const lost = [...run.matchAll(/\uFFFD+/g)].map(
      (hit): MojibakeRange => ({ start: hit.index, end: hit.index + hit[0].length, repaired: null, charset: null }),
    );
    const best = widest(
      stretches(run, loadCodecs().macintosh, 'macintosh'),
      stretches(run, loadCodecs().windows, 'windows-1252'),
    );
    for (const range of [...best, ...lost].sort((a, b) => a.start - b.start)) {
      found.push({ ...range, start: range.start + match.index, end: range.end + match.index });
    }
  }
  return found;
}

/** Of two readings, the one that explains more of the run. */
function widest(a: readonly MojibakeRange[], b: readonly MojibakeRange[]): readonly MojibakeRange[] {
  const length = (ranges: readonly MojibakeRange[]): number =>
    ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return length(b) > length(a) ? b : a;
}

/** The stretches of a run whose bytes in one charset are UTF-8. */
function stretches(run: string, codec: Codec, charset: 'macintosh' | 'windows-1252'): MojibakeRange[] {
  const found: MojibakeRange[] = [];
  let index = 0;
  while (index < run.length) {
    const start = index;
    const bytes: number[] = [];
    let sequences = 0;
    for (;;) {
      const sequence = sequenceAt(run, index, codec);
      if (sequence === null) break;
      append(bytes, sequence);
      index += sequence.length;
      sequences++;
    }
    if (sequences === 0) {
      index++;
      continue;
    }
    const decoded = decode(bytes);
    if (decoded === null) continue;
    const again = findMojibake(decoded);
    const repaired = again.length === 0 ? decoded : applied(decoded, again);
    if (!isPlausible(bytes, sequences, repaired)) continue;
    const c1 = charset === 'windows-1252' && [...run.slice(start, index)].every((char) => char <= '\u00FF');
    found.push({
      start,
      end: index,
      repaired,
      charset: c1 ? 'latin1' : charset,
    });
  }
  return found;
}

/** The bytes of one UTF-8 sequence of two or more that starts at `index`, or null (RFC 3629, section 4). */
function sequenceAt(run: string, index: number, codec: Codec): number[] | null {
  const lead = codec.get(run.charCodeAt(index));
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return null;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = [lead];
  for (let next = 1; next < length; next++) {
    const byte = index + next < run.length ? codec.get(run.charCodeAt(index + next)) : undefined;
    if (byte === undefined || byte > 0xbf) return null;
    bytes.push(byte);
  }
  return bytes;
}

/**
 * Two-byte sequences may be right text by chance (a German `ß“`, a French `“é`): of those, only the leads that give Latin-1 letters
 * count alone, others from three in a row on, or next to a longer sequence.
 */
function isPlausible(bytes: readonly number[], sequences: number, repaired: string): boolean {
  if (/[\p{Cn}\p{Co}\p{Cc}]/u.test(repaired)) return false;
  // One sequence of three alone may be chance too: then it must give what people write, punctuation, symbols or CJK.
  if (sequences === 1 && bytes.length === 3 && !common.test(repaired)) return false;
  const long = bytes.some((byte) => byte >= 0xe0);
  return long || sequences >= 3 || bytes.every((byte, index) => index % 2 === 1 || byte === 0xc2 || byte === 0xc3);
}

function decode(bytes: readonly number[]): string | null {
  const text = Buffer.from(bytes).toString('utf8');
  return text.includes('\uFFFD') ? null : text;
}

/** A text that was garbled more than once is repaired round by round. */
function applied(text: string, ranges: readonly MojibakeRange[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, repaired } of ranges) {
    result += text.slice(at, start) + (repaired ?? text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}
