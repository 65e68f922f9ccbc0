import type { Fix } from '../../src/model/finding.js';
import type { Entry, Link, List } from '../../src/model/list.js';

/** Texts that say nothing of where a link leads. */
const hollow =
  /^(?:here|link|links|click here|click|this|this link|read more|more|aquí|aqui|hier|ici|点击这里|这里|リンク|こちら)$/iu;
/** Texts that say so little only where several entries have them: a list about one thing may link its website. */
const repeated = /^(?:web ?site|site|repo(?:sitory)?|home ?page|source)$/i;
/** True for an entry whose name is the text of a link of its own. */
export function isLinked({ naming, link, form, leads }: Entry): boolean {
  return (
    naming === 'link' &&
    leads &&
    link !== null &&
    form !== 'heading' &&
    (link.form === 'inline' || link.form === 'reference')
  );
}

/** True for a text like "here", unless a host or a part of the path is called so: then it is the name of the thing. */
export function isEmptyLink(name: string, url: string, { entries }: List): boolean {
  const bare = name.toLowerCase();
  if (repeated.test(name)) return entries.filter((entry) => entry.name.toLowerCase() === bare).length > 2;
  return (
    hollow.test(name) &&
    !url
      .toLowerCase()
      .split(/[/._-]/)
      .includes(bare)
  );
}

/** A colon or comma after the last word, which separates and is not part of the name; `:sail:` is an emoji. */
export function endsWithStop(name: string): boolean {
  return /\p{L}[:,]$/u.test(name) && !/:[a-z0-9_+-]+:$/.test(name);
}

/** True when a label with a colon, or a cell with words, precedes the link. */
export function isLabeled({ link, position, form }: Entry, { text }: List): boolean {
  const lead = text.slice(position.start.offset, link?.position.start.offset ?? position.start.offset);
  const words = form === 'row' ? /\p{L}/u : /\p{L}[^\p{L}]*[:：]/u;
  return words.test(lead.replace(/:\w+:|<[^<>]*>|!\[[^[\]]*\]\([^()]*\)/g, ''));
}

const around = /^(\*{1,3}|_{1,3})(\[[\s\S]*\][([][\s\S]*[)\]])\1$/;
// Marks with spaces on their inner sides are shown as they are.
const within = /^\[(\*{1,3}|_{1,3})(?!\s)([^*_]+)(?<!\s)\1\]/;

function sourceOf({ label }: Entry, { text }: List): string {
  return text.slice(label.start.offset, label.end.offset);
}

/** True when a name is in bold or italics, outside or inside of its link. */
export function isEmphasized(entry: Entry, list: List): boolean {
  const source = sourceOf(entry, list);
  return around.test(source) || within.test(source);
}

/** The edits that take the marks off; null where they are not the pair that is seen. */
export function unwrap(entry: Entry, list: List): Fix | null {
  const source = sourceOf(entry, list);
  const outer = around.exec(source)?.[1]?.length;
  const inner = within.exec(source);
  const length = outer ?? inner?.[1]?.length;
  if (length === undefined) return null;
  const from = entry.label.start.offset + (outer === undefined ? 1 : 0);
  const to = outer === undefined ? entry.label.start.offset + (inner?.[0].length ?? 1) - 1 : entry.label.end.offset;
  const edits = [
    { start: from, end: from + length, text: '' },
    { start: to - length, end: to, text: '' },
  ];
  return { safe: true, edits };
}

/** Whether what follows a link needs the mark that the link ends with: text without a separator of its own, or nested items. */
export function isMarkNeeded({ children, position }: Entry, link: Link, { text }: List): boolean {
  const { offset } = link.position.end;
  const line =
    /^[^\r\n]*/
      .exec(text.slice(offset, position.end.offset))?.[0]
      .replace(/^[*_]+/, '')
      .trim() ?? '';
  return line === '' ? children.length > 0 : /^(?:[-–—―]?[\p{L}\p{N}]|[^-–—―:：|·•→,，.])/u.test(line);
}

/** The part of a link text that is kept, `from` and `to`, in the whole of it. */
interface KeptText {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Removes the spaces at the edges of a link text; where they part it from a word, they go out of the link. Null where marks of emphasis are between. */
export function moveSpaces(link: Link, { text }: List, { start, from, to, end }: KeptText): Fix | null {
  const { start: first, end: last } = link.position;
  const before = /[*_~]*$/.exec(text.slice(Math.max(0, first.offset - 10), first.offset))?.[0] ?? '';
  const after = /^[*_~]*/.exec(text.slice(last.offset, last.offset + 10))?.[0] ?? '';
  const previous = text.charAt(first.offset - before.length - 1);
  const next = text.charAt(last.offset + after.length);
  const parts = {
    before: from > start && /[^\s([{"'“‘«/]/u.test(previous),
    after: to < end && /[^\s.,;:!?)\]}"'”’»/|]/u.test(next),
  };
  if ((parts.before && before !== '') || (parts.after && after !== '')) return null;
  const space = (offset: number) => ({ start: offset, end: offset, text: ' ' });
  const edits = [
    ...(parts.before ? [space(first.offset)] : []),
    ...(from > start ? [{ start, end: from, text: '' }] : []),
    ...(to < end ? [{ start: to, end, text: '' }] : []),
    ...(parts.after ? [space(last.offset)] : []),
  ];
  return { safe: true, edits };
}
