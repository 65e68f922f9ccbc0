import { Tokenizer } from 'htmlparser2';
import { ignoredTokens } from '../../text/ignored-tokens.js';

/** What a reader, a search engine and a script would find on a page. White space is folded everywhere. */
export interface PageText {
  readonly title: string | null;
  /** The primary part of `<html lang>`, in lower case. */
  readonly lang: string | null;
  /** The first three. */
  readonly h1: readonly string[];
  /** The first five. */
  readonly h2: readonly string[];
  /** Text that shows without scripts, at most 20,000 UTF-16 units; the title is no part of it. */
  readonly text: string;
  readonly description: string | null;
  readonly ogTitle: string | null;
  readonly ogDescription: string | null;
  readonly siteName: string | null;
  readonly canonical: string | null;
  readonly generator: string | null;
  /** How many script elements, with an address or without. */
  readonly scripts: number;
  /** Addresses of scripts and frames as written, the first sixty. */
  readonly sources: readonly string[];
  /** How many forms ask for a password; fields outside of forms count as one form. */
  readonly passwords: number;
  /** Ids by which applications find the element that they fill. */
  readonly roots: readonly string[];
  /** How many links with an address. */
  readonly links: number;
}

const readAtMost = 262_144;
const textAtMost = 20_000;

const hiding = new Set('script style noscript template svg iframe noembed noframes object'.split(' '));
/** Elements that do not part words. */
const inline = new Set(
  'a abbr b bdi bdo code em font i kbd mark q s samp small span strong sub sup u var wbr'.split(' '),
);
/** The mount points that the frameworks' own templates use. */
const rootIds = new Set('root app __next __nuxt ___gatsby svelte q-app app-root'.split(' '));

/** True for an element whose text is not shown in the page. */
export function hidesText(tag: string): boolean {
  const name = tag.toLowerCase();
  return name === 'title' || name === 'textarea' || hiding.has(name);
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads the first 256 kB of a page in one linear pass. Total: whatever is there is read as HTML. */
export function readPage(html: string): PageText {
  const source = html.slice(0, readAtMost);
  const meta = new Map<string, string>();
  const seen = { scripts: 0, passwords: 0, links: 0, loosePassword: false, inForm: false, formCounted: false };
  const sources: string[] = [];
  const roots = new Set<string>();
  const headings: { readonly level: string; words: string }[] = [];
  let heading: { level: string; words: string } | null = null;
  let title: string | null = null;
  let inTitle = false;
  let lang: string | null = null;
  let text = '';
  let hider: string | null = null;
  let depth = 0;
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';

  const add = (words: string): void => {
    if (inTitle) {
      if (title !== null && title.length < 500) title += words.slice(0, 500);
    } else if (hider === null) {
      if (heading !== null && heading.words.length < 300) heading.words += words.slice(0, 300);
      if (text.length < textAtMost) {
        const folded = words.replace(/\s+/g, ' ');
        text += text.endsWith(' ') || text === '' ? folded.trimStart() : folded;
      }
    }
  };
  const countPassword = (): void => {
    if (seen.inForm ? seen.formCounted : seen.loosePassword) return;
    if (seen.inForm) seen.formCounted = true;
    else seen.loosePassword = true;
    seen.passwords += 1;
  };
  const note = (tag: string): void => {
    const get = (key: string): string => attributes.get(key) ?? '';
    const id = get('id');
    if (rootIds.has(id)) roots.add(id);
    else if (rootIds.has(tag)) roots.add(tag);
    if ((tag === 'script' || tag === 'iframe' || tag === 'frame') && sources.length < 60 && get('src') !== '') {
      sources.push(get('src').trim().slice(0, 300));
    }
    if (tag === 'script') seen.scripts += 1;
    else if (tag === 'a' && get('href') !== '') seen.links += 1;
    else if (tag === 'html') lang ??= get('lang').trim().toLowerCase().split(/[-_]/)[0] || null;
    else if (tag === 'meta') {
      const key = (get('name') || get('property')).trim().toLowerCase();
      if (key !== '' && meta.size < 100 && !meta.has(key)) meta.set(key, fold(get('content').slice(0, 2000)));
    } else if (tag === 'link' && get('rel').toLowerCase() === 'canonical') {
      if (!meta.has('canonical')) meta.set('canonical', get('href').trim().slice(0, 2000));
    } else if (tag === 'input' && get('type').toLowerCase() === 'password') countPassword();
    else if (tag === 'form') {
      seen.inForm = true;
      seen.formCounted = false;
    }
  };
  const open = (closed: boolean): void => {
    note(name);
    if (!inline.has(name)) add(' ');
    if (hider !== null) {
      if (name === hider && !closed) depth += 1;
    } else if (hiding.has(name)) {
      if (closed) return;
      hider = name;
      depth = 1;
    } else if (name === 'title') {
      if (title !== null) return;
      title = '';
      inTitle = true;
    } else if (name === 'h1' || name === 'h2') {
      heading = { level: name, words: '' };
      if (headings.length < 40) headings.push(heading);
    }
  };
  const close = (tag: string): void => {
    if (tag === 'title') inTitle = false;
    if (!inline.has(tag)) add(' ');
    if (tag === hider) {
      depth -= 1;
      if (depth === 0) hider = null;
    } else if (tag === 'h1' || tag === 'h2') heading = null;
    else if (tag === 'form') seen.inForm = false;
  };

  // The tokenizer, not the parser: the parser's stack makes hostile nesting quadratic.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignoredTokens,
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase();
      },
      onattribdata(start, end) {
        if (value.length < 4000) value += source.slice(start, end);
      },
      onattribentity(code) {
        if (value.length < 4000) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (attributes.size < 40 && !attributes.has(attribute)) attributes.set(attribute, value);
        value = '';
      },
      onopentagname(start, end) {
        name = source.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => close(source.slice(start, end).toLowerCase()),
      ontext: (start, end) => add(source.slice(start, end)),
      ontextentity: (code) => add(String.fromCodePoint(code)),
    },
  );
  tokenizer.write(source);
  tokenizer.end();

  const of = (level: string, most: number): readonly string[] =>
    headings
      .filter((each) => each.level === level)
      .map(({ words }) => fold(words))
      .filter((words) => words !== '')
      .slice(0, most);
  return {
    title: fold(title ?? '') || null,
    lang,
    h1: of('h1', 3),
    h2: of('h2', 5),
    text: fold(text).slice(0, textAtMost).trimEnd(),
    description: meta.get('description') || null,
    ogTitle: meta.get('og:title') || null,
    ogDescription: meta.get('og:description') || null,
    siteName: meta.get('og:site_name') || null,
    canonical: meta.get('canonical') || null,
    generator: meta.get('generator') || null,
    scripts: seen.scripts,
    sources,
    passwords: seen.passwords,
    roots: [...roots],
    links: seen.links,
  };
}

/** True for a page that is a frame for a script to fill: nothing on it says what it is. */
export function isFrame({ roots, scripts, h1, text }: PageText): boolean {
  return roots.length > 0 && scripts > 0 && h1.length === 0 && text.length < 200;
}
