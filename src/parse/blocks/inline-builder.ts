import { maxDepth } from '../../model/reading-limits.js';
import type { SourceCollector } from './collector.js';
import type { HtmlToken } from './html-tokenizer.js';
import type { InlineNode, LinkDraft } from './inline.js';
import { linkNode, visibleWords } from './inline.js';

/** Gathers pieces while inline HTML elements open and close around them. */
export interface InlineBuilder {
  push(piece: InlineNode): void;
  /** Takes a tag, a comment or a text of HTML. */
  html(token: HtmlToken): void;
  /** Closes what is still open and gives the pieces. */
  finish(): InlineNode[];
}

interface Frame {
  readonly name: string;
  readonly link: LinkDraft | null;
  readonly start: number;
  readonly pieces: InlineNode[];
}

const boldElements = new Set(['b', 'strong']);
const markElements = new Set(['i', 'em', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup']);
const codeElements = new Set(['code', 'kbd', 'samp', 'tt']);

/** Starts an empty line of pieces; links, anchors and comments are passed to `reading` as they come. */
export function createInlineBuilder(reading: SourceCollector): InlineBuilder {
  const frames: Frame[] = [{ name: '', link: null, start: 0, pieces: [] }];
  let reports = false;
  const push = (piece: InlineNode): void => {
    frames.at(-1)?.pieces.push(piece);
  };
  const close = (end: number): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    const { name, start, link, pieces: inner } = frame;
    if (link !== null) {
      link.position = reading.source.place(start, end);
      push(linkNode(link, inner, start, end));
    } else if (codeElements.has(name)) {
      push({ kind: 'code', text: visibleWords(inner), start, end });
      reading.htmlCode(start, end);
    } else {
      push({ kind: 'mark', bold: boldElements.has(name), inner, start, end });
    }
  };
  const html = (token: HtmlToken): void => {
    if (token.kind === 'text') pushLines(token.text, token.start, token.end, reading, push);
    else if (token.kind === 'comment') {
      reading.comments.push({ text: token.text, start: token.start, end: token.end });
      push({ kind: 'note', start: token.start, end: token.end });
    } else if (token.kind === 'close') {
      const index = frames.findLastIndex((frame) => frame.name === token.name);
      if (index < 1) push({ kind: 'note', start: token.start, end: token.end });
      else while (frames.length > index) close(token.end);
    } else {
      reading.anchor(token);
      const { name, start, end } = token;
      if (name === 'br') push({ kind: 'break', start, end });
      else if (name === 'img' || name === 'source') {
        reading.htmlSources(token);
        const link = reading.htmlImage(token);
        push(link === null ? { kind: 'note', start, end } : { kind: 'image', link, start, end });
      } else if (name === 'a' && token.attributes.has('href')) {
        // A link in a link closes it (HTML Living Standard, 13.2.6.4.7).
        const outer = frames.findLastIndex((frame) => frame.name === 'a');
        if (outer > 0) while (frames.length > outer) close(start);
        frames.push({ name, link: reading.htmlLink(token), start, pieces: [] });
      } else if (
        frames.length <= maxDepth &&
        !token.closed &&
        (boldElements.has(name) || markElements.has(name) || codeElements.has(name))
      ) {
        frames.push({ name, link: null, start, pieces: [] });
      } else {
        if (frames.length > maxDepth && !token.closed && !reports) {
          reading.tooDeep.push({ start, end });
          reports = true;
        }
        push({ kind: 'note', start, end });
      }
    }
  };
  return {
    push,
    html,
    finish() {
      const last = frames.at(-1)?.pieces.at(-1)?.end ?? frames.at(-1)?.start ?? 0;
      while (frames.length > 1) close(Math.max(last, frames.at(-1)?.start ?? 0));
      // Copied, as an array that grew holds space for many more.
      return frames[0]?.pieces.slice() ?? [];
    },
  };
}

/** Splits text at its line endings, so that each piece is on one line and its offsets are exact. */
export function pushLines(
  text: string,
  start: number,
  end: number,
  reading: SourceCollector,
  push: (piece: InlineNode) => void,
): void {
  if (!text.includes('\n') && !text.includes('\r')) {
    pushText(text, start, end, reading, push);
    return;
  }
  const source = reading.source.text;
  let cursor = start;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (index > 0) {
      push({ kind: 'space', start: cursor, end: cursor });
      while (cursor < end && /[\s>]/.test(source[cursor] ?? '') && !line.startsWith(source.slice(cursor, cursor + 1)))
        cursor++;
    }
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const lead = line.length - line.trimStart().length;
    if (index === 0 && lead > 0 && source.startsWith(line.slice(0, lead), cursor)) {
      push({ kind: 'text', text: ' ', start: cursor, end: cursor + lead });
      cursor += lead;
    }
    const within = source.slice(cursor, end).indexOf(trimmed);
    const found = cursor + within;
    // Character references and escapes make the text differ from the source: then the rest of the line it is. `&` begins `&amp;` too.
    const exact =
      within >= 0 &&
      !/[\r\n]/.test(source.slice(cursor, found)) &&
      /^[ \t]*(?:[\r\n]|$)/.test(source.slice(found + trimmed.length, Math.min(end, found + trimmed.length + 200)));
    const from = exact ? found : cursor;
    const lineEnd = source.slice(from, end).search(/[\r\n]/);
    const to = exact ? found + trimmed.length : lineEnd < 0 ? end : from + lineEnd;
    const spaced = line.trimEnd().length < line.length;
    const tail = exact && spaced && source.startsWith(' ', to) && to < end ? 1 : 0;
    pushText(spaced && (tail > 0 || !exact) ? `${trimmed} ` : trimmed, from, to + tail, reading, push);
    cursor = to + tail;
  }
}

function pushText(
  text: string,
  start: number,
  end: number,
  reading: SourceCollector,
  push: (piece: InlineNode) => void,
): void {
  push({ kind: 'text', text, start, end });
  if (!reading.forLinks) reading.texts.push({ text, position: reading.source.place(start, end) });
}
