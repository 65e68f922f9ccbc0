import { Tokenizer } from 'htmlparser2';

/** Where fragments may lead on a page. */
export interface Anchors {
  /** Ids of elements and names of links, as they are written. */
  readonly names: ReadonlySet<string>;
  /** True for a frame that a script fills. */
  readonly isFrame: boolean;
}

const most = 50_000;
const roots = new Set(['root', 'app', '__next', '__nuxt', 'svelte', 'q-app']);

/** Reads the anchors of a page in one linear pass. What stands in a template is on no page yet. Total. */
export function readAnchors(html: string): Anchors {
  const names = new Set<string>();
  let tag = '';
  let attribute = '';
  let value = '';
  let depth = 0;
  let text = 0;
  let hidden = 0;
  let scripts = 0;
  let isRooted = false;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        if (tag === 'template') depth++;
        if (tag === 'script') scripts++;
        if (tag === 'script' || tag === 'style' || tag === 'noscript' || tag === 'title') hidden++;
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
        if (counts && depth === 0 && value !== '' && names.size < most) names.add(value);
        if (attribute === 'id' && roots.has(value)) isRooted = true;
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === 'template') depth = Math.max(0, depth - 1);
        if (name === 'script' || name === 'style' || name === 'noscript' || name === 'title')
          hidden = Math.max(0, hidden - 1);
      },
      ontext(start, end) {
        if (hidden === 0 && text < 1000) text += html.slice(start, end).trim().length;
      },
      onopentagend() {},
      onselfclosingtag() {},
      ontextentity() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { names, isFrame: isRooted && scripts > 0 && text < 200 };
}
