import { Tokenizer } from 'htmlparser2';
import { ignoredTokens } from '../../text/ignored-tokens.js';

/** The value of an HTML attribute and where it is in the file. */
export interface Attribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One piece of HTML source; offsets are those of the file. */
export type HtmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, Attribute>;
      readonly closed: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'comment'; readonly text: string; readonly start: number; readonly end: number };

/** Elements without content (HTML Living Standard, 13.1.2). */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** By htmlparser2's QuoteType: none, unquoted, single, double. */
const quotes = ['', '', "'", '"'];

/** Splits HTML into tags, text and comments; total: what is no tag is text. `offset` is where `html` starts in the file. */
export function readHtml(html: string, offset: number): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let name = '';
  let tagStart = 0;
  let attributes = new Map<string, Attribute>();
  let attributeName = '';
  let value = '';
  let valueStart = -1;
  const text = (words: string, start: number, end: number): void => {
    const last = tokens.at(-1);
    if (last?.kind === 'text' && last.end === start + offset) {
      tokens[tokens.length - 1] = { ...last, text: last.text + words, end: end + offset };
    } else tokens.push({ kind: 'text', text: words, start: start + offset, end: end + offset });
  };
  const open = (endIndex: number, closed: boolean): void => {
    const end = Math.min(endIndex + 1, html.length);
    tokens.push({
      kind: 'open',
      name,
      attributes,
      closed: closed || voidElements.has(name),
      start: tagStart + offset,
      end: end + offset,
    });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignoredTokens,
      onattribdata(start, end) {
        if (valueStart < 0) valueStart = start;
        value += html.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend(quote, end) {
        const mark = quotes[quote] ?? '';
        const stop = end - mark.length;
        const from = mark === '' ? (valueStart < 0 ? stop : valueStart) : html.lastIndexOf(mark, stop - 1) + 1;
        if (!attributes.has(attributeName)) {
          attributes.set(attributeName, { value, start: from + offset, end: Math.max(from, stop) + offset });
        }
        value = '';
        valueStart = -1;
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase();
      },
      onclosetag(start, end) {
        const stop = html.indexOf('>', end) + 1 || html.length;
        tokens.push({
          kind: 'close',
          name: html.slice(start, end).toLowerCase(),
          start: html.lastIndexOf('<', start) + offset,
          end: stop + offset,
        });
      },
      oncomment(start, end, endOffset) {
        const from = Math.max(0, html.lastIndexOf('<', start));
        const words = html.slice(start, Math.max(start, end - endOffset));
        tokens.push({
          kind: 'comment',
          text: words,
          start: from + offset,
          end: Math.min(end + 1, html.length) + offset,
        });
      },
      onopentagend(end) {
        open(end, false);
      },
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        tagStart = html.lastIndexOf('<', start);
        attributes = new Map();
      },
      onselfclosingtag(end) {
        open(end, true);
      },
      ontext(start, end) {
        text(html.slice(start, end), start, end);
      },
      ontextentity(code, end) {
        text(String.fromCodePoint(code), (tokens.at(-1)?.end ?? offset) - offset, end);
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tokens;
}
