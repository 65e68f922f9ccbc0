import type { ListItem, List as ListNode, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isContentsHeading } from '../../src/rule-kit/markdown-tree.js';

/** The part of an entry that is not in the form `[Name](URL) - Description.`. */
export type Fault = 'start' | 'target' | 'name' | 'separator' | 'end' | 'markup';

/** What an item does differently, and the node that does it. */
export interface Departure {
  readonly fault: Fault;
  readonly node: ListItem | PhrasingContent;
  /** The name of the entry; empty where it has none. */
  readonly name: string;
  /** A tag after the final mark of the description, such as `[MIT]`, which is why it does not end with that mark. */
  readonly tag: string | null;
}

const inName = new Set(['text', 'emphasis', 'strong', 'inlineCode']);
const atEnd = new Set(['text', 'emphasis', 'strong', 'link', 'image', 'html']);
const inDescription = new Set([...atEnd, 'inlineCode', 'linkReference', 'footnoteReference']);

const emoji = '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|[\\u{1F3FB}-\\u{1F3FF}\\u200D\\uFE0F\\u20E3])';
const emojiAlone = new RegExp(`^(?:${emoji}|\\s)*$`, 'u');
const emojiLast = new RegExp(`${emoji}$`, 'u');
const noteAlone = new RegExp(`^(?:${emoji}|\\s)*\\([^)]+\\)(?:${emoji}|\\s)*$`, 'u');

/** Marks that end a sentence in scripts that have marks of their own, and the scripts that have none. */
const otherEnd = /(?:[。｡．！？।॥؟۔։።។]|[\p{Script=Thai}\p{Script=Lao}])["'”’」』）)\]]*$/u;

/** The lists whose items are entries: those below the first section after `Contents`; all lists where there is no such heading. */
export function entryLists(root: Root): readonly ListNode[] {
  const contents = root.children.findIndex((node) => isContentsHeading(node));
  if (contents < 0) return listsIn(root.children);
  const section = root.children.findIndex(({ type }, index) => index > contents && type === 'heading');
  return section < 0
    ? []
    : root.children.slice(section).flatMap((node) => (node.type === 'list' ? listsIn([node]) : []));
}

function listsIn(nodes: readonly RootContent[]): readonly ListNode[] {
  return nodes.flatMap((node) => {
    const below = 'children' in node ? listsIn(node.children) : [];
    return node.type === 'list' ? [node, ...below] : below;
  });
}

/** What is not as it should be in an item; null for nothing, and for an item that begins with text, which is a sentence. */
export function departureOf(item: ListItem): Departure | null {
  const [first] = item.children;
  const parts = first?.type === 'paragraph' ? first.children : [];
  const [start] = parts;
  if (start === undefined) return { fault: 'start', node: item, name: '', tag: null };
  if (start.type === 'text') return null;
  const separated = parts.findIndex((node, index) => isLink(node) && leadsOn(parts[index + 1]));
  const index = separated < 0 ? parts.findIndex(isLink) : separated;
  const link = parts[index];
  if (link === undefined) return { fault: 'start', node: start, name: textOf(start), tag: null };
  const name = textOf(link);
  if (link.type === 'link') {
    if (/ /.test(link.url.trim()) || !URL.canParse(link.url)) return { fault: 'target', node: link, name, tag: null };
    if (name === '') return { fault: 'name', node: link, name, tag: null };
    const odd = link.children.find(({ type }) => !inName.has(type));
    if (odd !== undefined) return { fault: 'name', node: odd, name, tag: null };
  }
  const tail = departureInTail(parts.slice(index + 1));
  if (tail === null) return null;
  return { ...tail, name, tag: tail.fault === 'end' ? tagAfterEnd(parts.slice(index + 1)) : null };
}

function departureInTail(parts: readonly PhrasingContent[]): Omit<Departure, 'name' | 'tag'> | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const text = textOf(parts);
  if (!leadsOn(first)) {
    if (emojiAlone.test(text) || noteAlone.test(text) || (first.type === 'text' && / - \p{Lu}/u.test(text)))
      return null;
    if (first !== last || first.type !== 'text' || !emojiLast.test(text)) return { fault: 'separator', node: first };
  }
  if (!atEnd.has(last.type) || (last.type === 'text' && !isEnded(text))) return { fault: 'end', node: last };
  const odd = parts.find(({ type }) => !inDescription.has(type));
  if (odd !== undefined) return { fault: 'markup', node: odd };
  return first === last && !/[^\s\p{P}]/u.test(text) ? { fault: 'end', node: last } : null;
}

/** A sentence ends once: with its mark before or behind a quotation mark, or before a bracket or an emoji. */
function isEnded(text: string): boolean {
  if (/[.!?…]["”][.!?…]+$/.test(text)) return false;
  if (/[.!?…]["”]?$/.test(text) || otherEnd.test(text)) return true;
  return /[.!?…]/.test(text) && (/\)$/.test(text) || emojiLast.test(text));
}

/** Text in brackets or code that follows the mark which would end the sentence. */
function tagAfterEnd(parts: readonly PhrasingContent[]): string | null {
  const last = parts.at(-1);
  const inBrackets = /[.!?…]\s+(\[[^\][]{1,40}\])$/.exec(textOf(parts))?.[1];
  if (inBrackets !== undefined) return inBrackets;
  return last?.type === 'inlineCode' && /[.!?…]\s+$/.test(textOf(parts.slice(0, -1))) ? last.value : null;
}

function isLink(node: PhrasingContent): boolean {
  return node.type === 'link' || node.type === 'linkReference';
}

function leadsOn(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && node.value.startsWith(' - ');
}
