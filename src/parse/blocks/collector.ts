import type { Link, LinkForm } from '../../model/list.js';
import type { Block, Item, Table, Unclosed } from '../../model/markdown.js';
import type { Position, Span } from '../../model/position.js';
import { lengthWithout } from '../../text/trim-end.js';
import { classifyUrl } from '../classify-url.js';
import type { Attribute, HtmlToken } from './html-tokenizer.js';
import type { LinkDraft } from './inline.js';
import type { ParsedSource } from './source.js';

/** A definition of a reference link; offsets are those of its address in the file. */
export interface DefinitionDraft {
  readonly label: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly urlStart: number;
  readonly urlEnd: number;
  uses: number;
  readonly earlier: DefinitionDraft | null;
}

/** What is gathered over the whole file while it is read once. */
export interface SourceCollector {
  readonly source: ParsedSource;
  /** True where only links are checked: then no texts are gathered, and of the blocks only code and HTML. */
  readonly forLinks: boolean;
  readonly links: LinkDraft[];
  readonly texts: Span[];
  readonly comments: { readonly text: string; readonly start: number; readonly end: number }[];
  readonly anchors: { readonly id: string; readonly start: number; readonly end: number }[];
  /** The first definition of each label. */
  readonly definitions: Map<string, DefinitionDraft>;
  /** All of them, in document order. */
  readonly defined: DefinitionDraft[];
  readonly blocks: Block[];
  readonly items: Item[];
  readonly tables: Table[];
  readonly codes: Position[];
  readonly unclosed: Unclosed[];
  /** HTML elements that are nested too deeply to be read as such. */
  readonly tooDeep: { readonly start: number; readonly end: number }[];
  /** What is around the node that is being read. */
  readonly around: { items: number; quotes: number; isTable: boolean };
  /** Where the nodes that are being read begin to count, as an offset of the file. */
  at: number;
  link(facts: LinkFacts): LinkDraft;
  htmlLink(token: OpenTag): LinkDraft;
  htmlImage(token: OpenTag): LinkDraft | null;
  /** Tells the addresses of `srcset`. */
  htmlSources(token: OpenTag): void;
  anchor(token: OpenTag): void;
  /** Tells an element of code that has been read to its end: what is in it is no text. */
  htmlCode(start: number, end: number): void;
}

export type OpenTag = Extract<HtmlToken, { kind: 'open' }>;

/** What is known of a link when it is met; offsets are those of the file. */
export interface LinkFacts {
  readonly url: string;
  readonly text: string;
  readonly form: LinkForm;
  readonly image: boolean;
  readonly alt?: string | null;
  readonly start: number;
  readonly end: number;
  readonly urlStart: number;
  readonly urlEnd: number;
}

/** Starts to read a file. */
export function createCollector(source: ParsedSource, forLinks: boolean): SourceCollector {
  const links: LinkDraft[] = [];
  const texts: Span[] = [];
  const codes: Position[] = [];
  const anchors: { id: string; start: number; end: number }[] = [];
  const around = { items: 0, quotes: 0, isTable: false };
  const link = (facts: LinkFacts): LinkDraft => {
    // A table takes the backslash of an escaped pipe away before anything else is read (GitHub Flavored Markdown, 4.10).
    const url = around.isTable ? facts.url.replaceAll('\\|', '|') : facts.url;
    const { sort, fault } = classifyUrl(url, { image: facts.image });
    const draft: Link = {
      type: 'link',
      url,
      text: facts.text,
      place: facts.image ? 'badge' : 'prose',
      form: facts.form,
      image: facts.image,
      alt: facts.alt ?? null,
      sort,
      fault,
      position: source.place(facts.start, facts.end),
      urlPosition: source.place(facts.urlStart, facts.urlEnd),
      entry: null,
    };
    links.push(draft);
    return draft;
  };
  const fromTag = (token: OpenTag, address: Attribute, text: string, image: boolean): LinkDraft =>
    link({
      url: address.value.trim(),
      alt: image ? (token.attributes.get('alt')?.value ?? null) : null,
      text,
      form: 'html',
      image,
      start: token.start,
      end: token.end,
      urlStart: address.start,
      urlEnd: address.end,
    });
  return {
    source,
    forLinks,
    links,
    texts,
    codes,
    comments: [],
    anchors,
    definitions: new Map(),
    ...{ defined: [], blocks: [], items: [], tables: [], unclosed: [], tooDeep: [] },
    around,
    at: source.shift,
    link,
    htmlLink: (token) => {
      const none = { value: '', start: token.end, end: token.end };
      return fromTag(token, token.attributes.get('href') ?? none, '', false);
    },
    htmlImage: (token) => {
      const address = token.attributes.get('src');
      return address === undefined
        ? null
        : fromTag(token, address, token.attributes.get('alt')?.value.trim() ?? '', true);
    },
    htmlSources: (token) => {
      const sources = token.attributes.get('srcset');
      if (sources === undefined) return;
      const { value, start, end } = sources;
      const isExact = end - start === value.length;
      for (const { url, at } of readSrcset(value)) {
        const address = isExact
          ? { value: url, start: start + at, end: start + at + url.length }
          : { value: url, start, end };
        fromTag(token, address, token.attributes.get('alt')?.value.trim() ?? '', true);
      }
    },
    anchor: (token) => {
      for (const name of ['id', 'name']) {
        const id = token.attributes.get(name)?.value;
        if (id) anchors.push({ id, start: token.start, end: token.end });
      }
    },
    htmlCode: (start, end) => {
      while ((texts.at(-1)?.position.start.offset ?? -1) >= start) texts.pop();
      while ((codes.at(-1)?.start.offset ?? -1) >= start) codes.pop();
      codes.push(source.place(start, end));
    },
  };
}

/** The addresses of a `srcset`, each with its index (HTML Living Standard, 4.8.4.2.1). */
function* readSrcset(value: string): Generator<{ readonly url: string; readonly at: number }> {
  const candidate = /[\s,]*(\S+)([^,]*)/y;
  for (let found = candidate.exec(value); found !== null; found = candidate.exec(value)) {
    const [whole, written = '', descriptor = ''] = found;
    const url = written.slice(0, lengthWithout(written, ','));
    const at = found.index + whole.length - descriptor.length - written.length;
    // A comma at the end of the address ends the candidate.
    if (url !== written) candidate.lastIndex = at + written.length;
    if (url !== '') yield { url, at };
  }
}
