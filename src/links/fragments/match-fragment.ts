import type { Evidence } from '../../model/evidence.js';
import { decode, nearestAnchor, withoutDirective } from '../../url/fragment.js';
import type { Anchors } from './html-anchors.js';
import { scriptedPages } from './scripted-pages.js';

/** What is said of a fragment. `suggestion` is a fragment of the same page, without `#`. */
export type FragmentMatch =
  | { readonly kind: 'found' }
  | { readonly kind: 'missing'; readonly because: Evidence; readonly suggestion: string | null }
  /** A script makes the page, so only a browser can tell. */
  | { readonly kind: 'spa'; readonly because: Evidence }
  /** The page lacks the text of a text fragment. */
  | { readonly kind: 'no-text'; readonly because: Evidence }
  | { readonly kind: 'unsure' };

/** What the page is like that a fragment is looked for on. */
export interface FragmentContext {
  /** The media type, parameters left out; empty where none was sent. */
  readonly type: string;
  /** Null where the body is not HTML. */
  readonly anchors: Anchors | null;
  /** False for a page that goes on behind what was read. */
  readonly whole: boolean;
}

const found: FragmentMatch = { kind: 'found' };
const unsure: FragmentMatch = { kind: 'unsure' };

/** With fewer anchors that a reader sees than this a script may well make them: nothing can be said of one that is not there. */
const few = 3;

/** Looks for a fragment as browsers do ("find a potential indicated element", HTML Living Standard, 7.4.6.4). Pure and total. */
export function matchFragment(fragment: string, { type, anchors, whole }: FragmentContext): FragmentMatch {
  const raw = withoutDirective(fragment);
  if (isTop(raw)) return found;
  if (type === 'application/pdf')
    return /^(?:page|zoom|view|search|toolbar|pagemode|nameddest)=/i.test(raw) ? found : unsure;
  if (/^(?:audio|video|image)\//.test(type)) return /^(?:t|xywh|svgView|[\w-]+)(?:=|\(|$)/.test(raw) ? found : unsure;
  if (anchors === null) return unsure;
  const decoded = decode(raw);
  for (const name of [
    raw,
    decoded,
    `user-content-${raw}`,
    `user-content-${decoded}`,
    decoded.replace(/^user-content-/, ''),
  ])
    if (anchors.names.has(name)) return found;
  if (scriptedPages.some(({ shape }) => shape.test(decoded))) return unsure;
  // A route of an application: the page itself is what can be checked.
  if (/^!?\//.test(decoded) && !anchors.isFrame) return unsure;
  if (/^[!?]|^[\w-]+=|\//.test(decoded))
    return { kind: 'spa', because: { kind: 'application-fragment', fragment: raw } };
  if (anchors.isFrame) return { kind: 'spa', because: { kind: 'scripted-page' } };
  if (!whole || anchors.isFull || anchors.mayGrow || anchors.seen < few) return unsure;
  const suggestion = nearestAnchor(decoded, anchors.names);
  return {
    kind: 'missing',
    because: { kind: 'anchor-not-on-page', fragment: decoded, anchors: anchors.names.size, near: suggestion },
    suggestion,
  };
}

/** True for what leads to the top of every page (HTML Living Standard, 7.4.6.4). */
export function isTop(fragment: string): boolean {
  return fragment === '' || decode(fragment).toLowerCase() === 'top';
}
