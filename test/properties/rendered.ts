import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { isMap, parseDocument } from 'yaml';

/** What a reader gets of a Markdown file, as one row of tokens; and what no reader sees. */
export interface Rendered {
  /**
   * Words (East Asian script by the character), punctuation marks, one space for any white space, and tags: `<li>`, `</li>`,
   * `<a https://…>`, `<img src alt>`, … A code span or block is one token: `<code text>`.
   */
  readonly tokens: readonly string[];
  /** Comments, as written. */
  readonly comments: readonly string[];
  /** The YAML block at the top; empty for none. */
  readonly frontMatter: string;
}

const markdown = new MarkdownIt({ html: true, linkify: true }).use(footnotes as unknown as (md: MarkdownIt) => void);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Addresses stay as they are written, so that each change of one is seen.
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;
markdown.validateLink = () => true;
const readTable = markdown.block.ruler.getRules('').find(({ name }) => name === 'table');
// A heading, one that is underlined included, or a line that begins an item, is no head of a table on GitHub.
markdown.block.ruler.at(
  'table',
  (state, line, last, silent) => {
    const text = state.getLines(line, line + 1, state.blkIndent, false);
    const below = line + 1 < last ? state.getLines(line + 1, line + 2, state.blkIndent, false) : '';
    const isTable = !/^\s{0,3}(?:[-*+]|\d{1,9}[.)]|#{1,6})\s/.test(text) && !/^ {0,3}-+[ \t]*$/.test(below);
    return isTable && readTable?.(state, line, last, silent) === true;
  },
  { alt: ['paragraph', 'reference'] },
);

/** Tags that begin and end a line of their own, where white space says nothing. */
const blocks = new Set(
  'p li ul ol h1 h2 h3 h4 h5 h6 table thead tbody tr td th blockquote hr details summary div section center dl dt dd br'.split(
    ' ',
  ),
);
/** Tags that only hold others or set type, and `<p>`, which a list has or has not by its blank lines. */
const silent = new Set('p thead tbody html body span font center div sup sub'.split(' '));

/** Renders a text with markdown-it, which shares no code with our own parser. */
export function rendered(text: string): Rendered {
  // An indented line right after a definition goes on with its paragraph in CommonMark, and is code in markdown-it.
  const source = text
    .replace(/^\ufeff/, '')
    .replace(/^([ \t]*(?:[>*+-][ \t]+)*\[[^\]\n]+\]:[^\n]*\n)(?: {4}|\t)[ \t]*(?=\S)/gm, '$1');
  const frontMatter = frontMatterOf(source);
  const tokens: string[] = [];
  const comments: string[] = [];
  const html = markdown.render(source.slice(frontMatter.length));
  let code: string | null = null;
  const tag = (written: string, name: string): void => {
    if (blocks.has(name) && tokens.at(-1) === ' ') tokens.pop();
    if (!silent.has(name)) tokens.push(written);
  };
  const parser = new Parser({
    onopentag(name, { href, src, alt, srcset }) {
      if (code !== null) return;
      if (name === 'code' || name === 'pre') code = '';
      else if (name === 'a') tag(`<a ${(href ?? '').replace(/[.,:;!?*_~]+$/, '')}>`, name);
      else if (name === 'img' || name === 'source') tag(`<${name} ${src ?? srcset ?? ''} ${alt ?? ''}>`, name);
      else tag(`<${name}>`, name);
    },
    onclosetag(name, isImplied) {
      if (code !== null) {
        if (name !== 'code' && name !== 'pre') return;
        // In an item, code that nothing closes also holds the blank lines below the item.
        if (code !== '' || name === 'code') tokens.push(`<code ${code.replace(/\n+$/, '')}>`);
        code = null;
      } else if (name === 'a' && isShown(tokens)) {
        // A shown URL is a link like any other, and its text is no words.
        tokens.splice(tokens.findLastIndex((token) => token.startsWith('<a ')) + 1, Infinity, '</a>');
      } else if (!isImplied && !['img', 'source', 'br', 'hr', 'input', 'pre'].includes(name)) tag(`</${name}>`, name);
      else if (blocks.has(name) && tokens.at(-1) === ' ') tokens.pop();
    },
    ontext(written) {
      if (code !== null) code += written;
      else for (const token of tokensIn(written)) if (token !== ' ' || !endsLine(tokens)) tokens.push(token);
    },
    oncomment(written) {
      // An open comment takes in all that is rendered below it, which is compared by nothing else.
      const isOpen = !html.startsWith('-->', parser.startIndex + 4 + written.length);
      comments.push(isOpen ? written.replace(/\n.*/s, '') : written);
    },
  });
  parser.end(html);
  return { tokens, comments, frontMatter };
}

/** The block between two lines of three hyphens, when it is a YAML map. */
function frontMatterOf(source: string): string {
  // The first line of three dashes ends it.
  const [block = '', yaml = ''] = /^---[ \t\r]*\n---/.test(source)
    ? []
    : (/^---[ \t\r]*\n([\s\S]*?)\n---[ \t\r]*(?:\n|$)/.exec(source) ?? []);
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' });
  return isMap(contents) && errors.length === 0 ? block : '';
}

/** True when the text of the last link is its URL. */
function isShown(tokens: readonly string[]): boolean {
  const start = tokens.findLastIndex((token) => token.startsWith('<a '));
  const text = tokens.slice(start + 1).join('');
  return start >= 0 && /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

/** Words, marks and spaces of a text. */
export function tokensIn(text: string): readonly string[] {
  return (
    text
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|\s+|[^\s]/gu,
      )
      ?.map((token) => (/^\s/.test(token) ? ' ' : token)) ?? []
  );
}

function endsLine(tokens: readonly string[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined || last === ' ') return true;
  const name = /^<\/?(\w+)/.exec(last)?.[1];
  return name !== undefined && blocks.has(name);
}
