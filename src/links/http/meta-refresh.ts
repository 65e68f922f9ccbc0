import { Tokenizer } from 'htmlparser2';
import { ignoredTokens } from '../../text/ignored-tokens.js';

/** A meta refresh of a page. */
export interface MetaRefresh {
  /** Seconds that a browser waits. */
  readonly delay: number;
  /** As written, resolved against the base URL of the document; null where it does not parse, or reloads the page. */
  readonly target: URL | null;
}

/** Elements whose tags are text, or another document. */
const inert = new Set(['noscript', 'template']);
/** Elements that end foreign content (HTML Living Standard, 13.2.6.5); the usual ones. */
const breakouts = new Set(
  'blockquote body br center dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr img li meta ol p pre strong table ul'.split(
    ' ',
  ),
);

/** Where a meta refresh of 0 s sends a browser; null when there is none. `url` is that of the page. */
export function instantRefreshOf(html: string, url: string): URL | null {
  const refresh = metaRefreshOf(html, url);
  return refresh?.delay === 0 ? refresh.target : null;
}

/**
 * The meta refresh that a browser obeys, the first that is valid (HTML Living Standard, 4.2.5.3): an element of the
 * document, so not one that a script, an attribute or a template quotes. One linear pass, total.
 */
export function metaRefreshOf(html: string, url: string): MetaRefresh | null {
  if (!/http-equiv/i.test(html) || !/refresh/i.test(html)) return null;
  let found: MetaRefresh | null = null;
  let base: string | null = null;
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  /** The open elements in which tags mean something else. */
  const inside: string[] = [];
  const isForeign = (): boolean => inside.at(-1) === 'svg' || inside.at(-1) === 'math';
  const open = (closed: boolean): void => {
    if (isForeign() && breakouts.has(name)) while (isForeign()) inside.pop();
    const isInert = inside.some((each) => inert.has(each));
    const isContext = inert.has(name) || name === 'svg' || name === 'math' || (name === 'foreignobject' && isForeign());
    if (isContext && !(closed && !inert.has(name)) && inside.length < 64) inside.push(name);
    if (isInert) return;
    if (name === 'base' && base === null && attributes.has('href')) {
      const href = attributes.get('href') ?? '';
      base = URL.canParse(href, url) ? new URL(href, url).href : url;
      if (/^(?:data|javascript):/.test(base)) base = url;
    } else if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
      found ??= readContent(attributes.get('content') ?? '', base ?? url);
    }
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignoredTokens,
      isInForeignContext: isForeign,
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
      },
      onattribdata(start, end) {
        if (value.length < 8000) value += html.slice(start, end);
      },
      onattribentity(code) {
        if (value.length < 8000) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (attributes.size < 40 && !attributes.has(attribute)) attributes.set(attribute, value);
        value = '';
      },
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag(start, end) {
        if (inside.length === 0) return;
        const at = inside.lastIndexOf(html.slice(start, end).toLowerCase());
        if (at >= 0) inside.length = at;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return found;
}

/** The steps of the standard for `content`; null for what is no refresh. */
function readContent(content: string, base: string): MetaRefresh | null {
  const [, seconds, rest = ''] = /^\s*(\d*(?:\.[\d.]*)?)(?:\s*[;,]\s*|\s+|$)(.*)$/s.exec(content) ?? [];
  if (seconds === undefined || seconds === '') return null;
  const delay = Number.parseFloat(seconds) || 0;
  if (rest === '') return { delay, target: null };
  // Browsers also take what follows without `url=`; words that are no URL would lead nowhere.
  const written = /^url\s*=\s*(.*)$/is.exec(rest)?.[1] ?? (/^["']?(?:https?:|[./?#])/i.test(rest) ? rest : null);
  if (written === null) return null;
  const quoted = /^(["'])(.*?)(?:\1|$)/s.exec(written)?.[2] ?? written;
  const target = URL.canParse(quoted, base) ? new URL(quoted, base) : null;
  return target?.protocol === 'javascript:' ? null : { delay, target };
}
