import { Tokenizer } from 'htmlparser2';
import { ignoredTokens } from '../../text/ignored-tokens.js';

/** Where fragments may lead on a page. */
export interface Anchors {
  /** Ids of elements and names of links, as they are written. */
  readonly names: ReadonlySet<string>;
  /** How many of them stand on what a reader sees, and not on style sheets, scripts and parts of drawings. */
  readonly seen: number;
  /** True where there were more than are kept. */
  readonly isFull: boolean;
  /** True for a frame that a script fills. */
  readonly isFrame: boolean;
  /** True for a page with scripts, most of whose headings have no anchor: a script may give them one. */
  readonly mayGrow: boolean;
}

const most = 50_000;
const roots = new Set(['root', 'app', '__next', '__nuxt', 'svelte', 'q-app']);
const unread = new Set(['script', 'style', 'noscript', 'title']);
/** What bears ids for style sheets, scripts and drawings; WordPress alone gives dozens (WP_Styles::do_item). */
const furniture = new Set(
  'html head body meta link script style title base noscript svg defs symbol use g path mask filter pattern lineargradient radialgradient clippath'.split(
    ' ',
  ),
);

/** Reads the anchors of a page in one linear pass. What is in a template is on no page yet. Total. */
export function readAnchors(html: string): Anchors {
  const names = new Set<string>();
  let [tag, attribute, value] = ['', '', ''];
  let [depth, text, hidden, scripts, seen, headings, anchored] = [0, 0, 0, 0, 0, 0, 0];
  let [isRooted, isFull] = [false, false];
  /** An anchor is here, and no text between it and what comes. */
  let isHeld = false;
  let inHeading = false;
  const hold = (): void => {
    if (furniture.has(tag)) return;
    seen++;
    if (inHeading && !isHeld) anchored++;
    isHeld = true;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignoredTokens,
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        if (tag === 'template') depth++;
        if (tag === 'script') scripts++;
        if (unread.has(tag)) hidden++;
        // The title of a page seldom has an anchor, no matter who makes them.
        if (/^h[2-6]$/.test(tag) && depth === 0) {
          headings++;
          inHeading = true;
          if (isHeld) anchored++;
        }
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (value.length < 2000) value += html.slice(start, end);
      },
      onattribentity(code) {
        if (value.length < 2000) value += String.fromCodePoint(code);
      },
      onattribend() {
        const counts = attribute === 'id' || (attribute === 'name' && tag === 'a');
        if (attribute === 'id' && roots.has(value)) isRooted = true;
        if (!counts || depth > 0 || value === '' || names.has(value)) return;
        if (names.size >= most) isFull = true;
        else names.add(value);
        hold();
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === 'template') depth = Math.max(0, depth - 1);
        if (unread.has(name)) hidden = Math.max(0, hidden - 1);
        if (/^h[1-6]$/.test(name)) {
          inHeading = false;
          isHeld = false;
        }
      },
      ontext(start, end) {
        if (hidden > 0) return;
        const { length } = html.slice(start, end).trim();
        if (text < 1000) text += length;
        if (length > 0 && !inHeading) isHeld = false;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const isFrame = isRooted && scripts > 0 && text < 200;
  const mayGrow = scripts > 0 && headings > 1 && anchored * 2 < headings;
  return { names, seen, isFull, isFrame, mayGrow };
}
