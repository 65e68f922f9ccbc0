import type { Evidence } from '../../model/evidence.js';
import { bareFragment, hasAnchor, nearestAnchor, withoutDirective } from '../../url/fragment.js';
import { type ConfirmContext, confirm } from '../confirm.js';
import { type HttpResponse, headerOf } from '../http/response.js';
import { githubAnchorKind } from '../sites/github/readme.js';
import type { SiteApi } from '../sites/site.js';
import type { FragmentResult } from '../verdict.js';
import { readAnchors } from './html-anchors.js';
import { anchorsOfMarkdown } from './markdown-anchors.js';
import { type FragmentMatch, isTop, matchFragment } from './match-fragment.js';
import { filledLater } from './scripted-pages.js';
import { hasTextDirective, missingText, shownText } from './text-fragment.js';

/** What is wrong with the fragments of links to one page, by fragment; those that are in order are left out. */
export type FragmentResults = ReadonlyMap<string, FragmentResult>;

/**
 * Looks for the fragments of a living page, and once more after a while for those that are missing. `load` gives the page,
 * the second time again; null where it cannot be read, which says nothing of a fragment.
 */
export async function checkFragments(
  fragments: readonly string[],
  url: string,
  load: (isAgain: boolean) => Promise<HttpResponse | null>,
  api: SiteApi,
  context: ConfirmContext,
): Promise<FragmentResults> {
  if (/^(?:www\.)?github\.com$/.test(new URL(url).hostname)) return checkOnGithub(fragments, url, api);
  const look = async (isAgain: boolean): Promise<FragmentResults> => {
    const page = await load(isAgain);
    return page === null ? new Map() : checkOnPage(fragments, page);
  };
  const first = await look(false);
  const missing = [...first.values()].filter(({ verdict }) => verdict === 'broken').length;
  if (missing === 0) return first;
  const second = await confirm(context, missing, () => look(true));
  return new Map([...first].filter(([fragment, { verdict }]) => second?.result.has(fragment) ?? verdict !== 'broken'));
}

/** Looks for fragments on a page that was fetched. */
export function checkOnPage(fragments: readonly string[], answer: HttpResponse): FragmentResults {
  const type = headerOf(answer, 'content-type').split(';')[0]?.trim().toLowerCase() ?? '';
  const isHtml = /html/.test(type) || (type === '' && /<html|<body|<!doctype/i.test(answer.body.slice(0, 2000)));
  const anchors = isHtml ? readAnchors(answer.body) : null;
  const top = answer.body.slice(0, 20_000);
  const whole = answer.cut !== true && answer.broken === null && !filledLater.some(({ mark }) => mark.test(top));
  const isReadable = anchors !== null && !anchors.isFrame && whole;
  const text = isReadable && fragments.some(hasTextDirective) ? shownText(answer.body) : null;
  return wordsFor(fragments, (fragment) => {
    const match = matchFragment(fragment, { type, anchors, whole });
    const isThere = match.kind === 'found' || match.kind === 'unsure';
    const missing = isThere && text !== null ? missingText(fragment, text) : null;
    return missing === null ? match : { kind: 'no-text', because: { kind: 'text-not-on-page', text: missing } };
  });
}

/**
 * Looks for fragments of addresses on github.com, whose pages are made by scripts: lines and headings are looked for in
 * the file itself, and a heading that it lacks on the page as well. Where the file cannot be had nothing is said.
 */
export async function checkOnGithub(
  fragments: readonly string[],
  address: string,
  api: SiteApi,
): Promise<FragmentResults> {
  const kinds = new Map(fragments.map((fragment) => [fragment, kindOf(fragment, address)]));
  const inFile = fragments.filter((fragment) => ['line', 'heading'].includes(kinds.get(fragment) ?? ''));
  if (inFile.length === 0) return new Map();
  const needsMarkdown = inFile.some((fragment) => kinds.get(fragment) === 'heading');
  const text = await textBehind(new URL(address), needsMarkdown, api);
  if (text === null) return new Map();
  const names = needsMarkdown ? anchorsOfMarkdown(text) : new Set<string>();
  const words = wordsFor(inFile, (fragment) =>
    kinds.get(fragment) === 'line' ? inLines(fragment, text) : inMarkdown(fragment, names),
  );
  const doubtful = [...words.keys()].filter((fragment) => kinds.get(fragment) === 'heading');
  if (doubtful.length === 0) return words;
  const { reply } = await api.page(address);
  const isWhole = reply.kind === 'answer' && reply.status === 200 && reply.cut !== true && reply.broken === null;
  const onPage = isWhole ? readAnchors(reply.body).names : new Set<string>();
  const shown = (fragment: string): boolean =>
    !isWhole || onPage.has(bareFragment(fragment)) || reply.body.includes(`user-content-${bareFragment(fragment)}`);
  return new Map([...words].filter(([fragment]) => !doubtful.includes(fragment) || !shown(fragment)));
}

/** Null for what leads to the top, and for the tabs of a repository's own files, which are a script's (`#MIT-1-ov-file`). */
function kindOf(fragment: string, address: string): ReturnType<typeof githubAnchorKind> {
  const bare = withoutDirective(fragment);
  return isTop(bare) || bare.endsWith('-ov-file') ? null : githubAnchorKind(withFragment(address, bare));
}

function inLines(fragment: string, text: string): FragmentMatch {
  const lines = text.split('\n').length;
  const wanted = [...withoutDirective(fragment).matchAll(/L(\d{1,9})/g)].map(([, number]) => Number(number));
  if (Math.max(0, ...wanted) <= lines) return { kind: 'found' };
  return { kind: 'missing', because: { kind: 'line-not-in-file', fragment, lines }, suggestion: null };
}

function inMarkdown(fragment: string, names: ReadonlySet<string>): FragmentMatch {
  const bare = bareFragment(fragment);
  if (hasAnchor(fragment, names)) return { kind: 'found' };
  if (names.size === 0) return { kind: 'unsure' };
  const suggestion = nearestAnchor(bare, names);
  const because: Evidence = { kind: 'anchor-not-in-file', fragment: bare, headings: names.size, near: suggestion };
  return { kind: 'missing', because, suggestion };
}

/** The text of a file on GitHub, or of a repository's README. */
async function textBehind({ pathname }: URL, isMarkdown: boolean, api: SiteApi): Promise<string | null> {
  const [, owner = '', repository = '', kind, ref, ...path] = pathname.split('/');
  const base = `https://raw.githubusercontent.com/${owner}/${repository}`;
  const isFile = kind === 'blob' || kind === 'blame' || kind === 'raw';
  // The anchors of other markups are made by other rules.
  if (isFile && !/\.(?:md|markdown)$/i.test(pathname) && isMarkdown) return null;
  const isFolder = kind === 'tree' || kind === undefined || kind === '';
  if (!isFile && !isFolder) return null;
  const folder = isFile || path.length === 0 ? '' : `${path.join('/')}/`;
  const wanted = isFile
    ? [`${ref}/${path.join('/')}`]
    : ['README.md', 'readme.md', 'Readme.md'].map((name) => `${isFolder && ref ? ref : 'HEAD'}/${folder}${name}`);
  for (const file of wanted) {
    const reply = await api.ask({ url: `${base}/${file}`, accept: 'text/plain,*/*;q=0.5' });
    if (reply.kind === 'failure') return null;
    if (reply.status !== 200) continue;
    // The body of what is no text is not read.
    const isText = headerOf(reply, 'content-type').toLowerCase().startsWith('text/');
    return isText && reply.cut !== true && reply.broken === null ? reply.body : null;
  }
  return null;
}

function wordsFor(fragments: readonly string[], judge: (fragment: string) => FragmentMatch): FragmentResults {
  const words = new Map<string, FragmentResult>();
  for (const fragment of fragments) {
    const judgement = judge(fragment);
    if (judgement.kind === 'found' || judgement.kind === 'unsure') continue;
    const { because } = judgement;
    if (judgement.kind === 'missing')
      words.set(fragment, { verdict: 'broken', reason: 'missing-anchor', because, suggestion: judgement.suggestion });
    else if (judgement.kind === 'no-text')
      words.set(fragment, { verdict: 'suspect', reason: 'missing-text', because, suggestion: null });
    else words.set(fragment, { verdict: 'unverifiable', reason: 'spa', because, suggestion: null });
  }
  return words;
}

function withFragment(address: string, fragment: string): URL {
  const url = new URL(address);
  url.hash = fragment;
  return url;
}
