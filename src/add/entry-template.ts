import type { Entry, List } from '../model/list.js';
import { endsSentence } from '../text/sentence.js';
import { repositoryOf } from './proposed-facts.js';

/** How one entry is written; templates have `{name}`, `{kind}`, `{url}` and `{repository}` where those stand. */
export interface EntryTemplate {
  readonly entry: Entry;
  /** What is before the name: bullet, blanks and an empty box; null where other things do, and for what is no item. */
  readonly lead: string | null;
  /** The name with its link: `[**{name} ({kind})**]({url})`; null where it is built in a way of its own. */
  readonly label: string | null;
  /** What parts name and description, blanks included; null without one. */
  readonly separator: string | null;
  /** Null without a description in words. */
  readonly body: BodyShape | null;
  /** What follows the description or the name, such as a badge of the repository; empty for nothing, null for what is the entry's own. */
  readonly tail: string | null;
}

interface BodyShape {
  /** Null where it begins with no letter, or with one of a script without capitals. */
  readonly capital: boolean | null;
  readonly stop: boolean;
  /** The mark of emphasis around all of it; empty for none. */
  readonly frame: string;
}

/** Only what is known to be a link with marks of emphasis is ever written again. */
const labels =
  /^(?<out>[*_]{0,3})\[(?<in>[*_]{0,3}|`)\{name\}(?: ?[(（]\{kind\}[)）])?\k<in>\]\(<?\{url\}>?\)\k<out>(?: ?[(（]\{kind\}[)）])?$/;
const leads = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,3})?$/;
/** A blank alone parts nothing: the name goes on as a sentence. */
const separators = /^[ \t]*(?:-{1,3}|[–—―:：|~→])[ \t]*$/u;

/** Reads how an entry is written; null for one that does not begin with its link. */
export function templateOf(entry: Entry, { text }: List): EntryTemplate | null {
  const { position, label, link, separator, body, proseEnd, form } = entry;
  if (entry.naming !== 'link' || link === null || form === 'heading' || form === 'html') return null;
  if (form !== 'row' && !entry.leads) return null;
  const before = form === 'item' ? text.slice(position.start.offset, label.start.offset) : null;
  const after = text.slice(
    label.end.offset,
    Math.min(label.end.offset + 80, separator?.position.start.offset ?? position.end.offset),
  );
  const parted = separator === null ? null : text.slice(separator.position.start.offset, separator.position.end.offset);
  const prose = body === null || proseEnd === null ? null : text.slice(body.position.start.offset, proseEnd);
  const tail = body === null || proseEnd === null ? '' : text.slice(proseEnd, body.position.end.offset);
  const frame = prose === null ? '' : (/^(\*{1,2}|_{1,2})(?=[^*_\s])/.exec(prose)?.[1] ?? '');
  const separates = parted !== null && separators.test(parted);
  const framed = frame !== '' && tail.startsWith(frame);
  return {
    entry,
    lead: before !== null && leads.test(before) ? before.replace(/\[[xX]\]/, '[ ]') : null,
    label: labelOf(entry, text.slice(label.start.offset, label.end.offset), after),
    separator: separates ? parted : null,
    body: prose === null || !separates ? null : bodyOf(prose, framed ? frame : ''),
    tail: tailOf(framed ? tail.slice(frame.length) : tail, entry.url),
  };
}

function labelOf({ name, kind, link }: Entry, source: string, after: string): string | null {
  if (source.length > 2_000 || name === '' || link === null) return null;
  const open = source.indexOf('](');
  const reference = open < 0 ? source.lastIndexOf('][') : open;
  // A reference, or a literal address, is written as others are.
  if (reference < 0) return null;
  const marks = /[*_]{0,3}$/.exec(source)?.[0] ?? '';
  const shown = source.slice(0, reference).replace(name, () => '{name}');
  const inside = kind === null ? shown : shown.replace(`(${kind})`, '({kind})').replace(`（${kind}）`, '（{kind}）');
  const behind = kind === null ? null : /^ ?[(（]([^()（）]{1,60})[)）]/.exec(after.replace(/[*_`]/g, ''));
  const outside =
    behind?.[1]?.trim() === kind && !inside.includes('{kind}') ? behind?.[0].replace(kind ?? '', () => '{kind}') : '';
  const template = `${inside}]({url})${marks}${outside ?? ''}`;
  return labels.test(template) ? template : null;
}

function bodyOf(prose: string, frame: string): BodyShape {
  const bare = prose.slice(frame.length);
  const first = /^[\s"'“«([]*(\p{L})/u.exec(bare)?.[1];
  const cased = first !== undefined && first.toLowerCase() !== first.toUpperCase();
  return { capital: cased ? first === first.toUpperCase() : null, stop: endsSentence(bare), frame };
}

/** Badges and links that hold the name of the entry's repository are those of any other, with its name. */
function tailOf(tail: string, url: string | null): string | null {
  if (tail.trim() === '') return '';
  const repository = url === null ? null : repositoryOf(url);
  return repository === null ? null : badgeTemplate(tail, repository);
}

/** Images and links of services that name a repository, its name left out; null for other text. */
export function badgeTemplate(source: string, repository: string): string | null {
  const template = source.trimEnd().split(repository).join('{repository}');
  const badges =
    /^(?:\s?\[?!\[[\w .'-]{0,60}\]\(https:\/\/[\w.-]{1,60}\/[\w./?=&%{}-]{1,200}\)(?:\]\(https:\/\/[\w.-]{1,60}\/[\w./{}-]{0,200}\))?)+$/;
  return template.length < 1_000 && template.includes('{repository}') && badges.test(template) ? template : null;
}
