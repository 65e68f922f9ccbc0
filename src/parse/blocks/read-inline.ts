import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { SourceCollector } from './collector.js';
import { destinationIn } from './destination.js';
import { readHtml } from './html-tokenizer.js';
import type { InlineNode } from './inline.js';
import { linkNode } from './inline.js';
import { createInlineBuilder, type InlineBuilder, pushLines } from './inline-builder.js';

/** Reads the inline content of a block into pieces. `from` and `to` are offsets of the file around it. */
export function readInline(
  nodes: readonly PhrasingContent[],
  reading: SourceCollector,
  from: number,
  to: number,
): InlineNode[] {
  const weaver = createInlineBuilder(reading);
  let cursor = from;
  for (const node of nodes) {
    const [start, end] = rangeOf(node, reading, cursor, to);
    // What a tag has already taken is not read again.
    if (end <= cursor && end > start) continue;
    if (start < cursor) {
      cursor = readTags(cursor, end, to, reading, weaver);
      continue;
    }
    cursor = end;
    switch (node.type) {
      case 'text':
        if (node.value.includes('<') && node.value.includes('='))
          cursor = readTags(start, end, to, reading, weaver, node.value);
        else pushLines(node.value, start, end, reading, weaver.push);
        break;
      case 'inlineCode':
        reading.codes.push(reading.source.place(start, end));
        weaver.push({ kind: 'code', text: node.value, start, end });
        break;
      case 'break':
        weaver.push({ kind: 'break', start, end });
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        weaver.push({
          kind: 'mark',
          bold: node.type === 'strong',
          inner: readInline(node.children, reading, start, end),
          start,
          end,
        });
        break;
      case 'html':
        for (const token of readHtml(node.value, start)) weaver.html(token);
        break;
      case 'image': {
        const [urlStart, urlEnd] = addressRange(reading.source.text, start + 2, end);
        const facts = {
          url: node.url,
          text: node.alt ?? '',
          form: 'image',
          image: true,
          alt: node.alt ?? '',
          start,
          end,
          urlStart,
          urlEnd,
        } as const;
        weaver.push({ kind: 'image', link: reading.link(facts), start, end });
        break;
      }
      case 'link': {
        const opener = reading.source.text.charAt(start);
        const form = opener === '<' ? 'autolink' : opener === '[' ? 'inline' : 'literal';
        const last = node.children.at(-1)?.position?.end.offset;
        const search = last === undefined ? start + 1 : last + reading.at;
        const [urlStart, urlEnd] =
          form === 'inline'
            ? addressRange(reading.source.text, search, end)
            : form === 'autolink'
              ? [start + 1, end - 1]
              : [start, end];
        // The link is reported before its content, so that links keep the order of the document.
        const link = reading.link({ url: node.url, text: '', form, image: false, start, end, urlStart, urlEnd });
        const inner = readInline(node.children, reading, start, end);
        weaver.push(linkNode(link, inner, start, end));
        break;
      }
      case 'linkReference':
      case 'imageReference': {
        const definition = reading.definitions.get(node.identifier);
        if (definition === undefined) break;
        definition.uses++;
        const image = node.type === 'imageReference';
        const { url, urlStart, urlEnd } = definition;
        const text = node.type === 'imageReference' ? (node.alt ?? '') : '';
        const alt = image ? text : null;
        const link = reading.link({ url, text, form: 'reference', image, alt, start, end, urlStart, urlEnd });
        if (node.type === 'imageReference') weaver.push({ kind: 'image', link, start, end });
        else {
          weaver.push(linkNode(link, readInline(node.children, reading, start, end), start, end));
        }
        break;
      }
      case 'footnoteReference':
        weaver.push({ kind: 'note', start, end });
        break;
      default:
        pushLines(textOf(node), start, end, reading, weaver.push);
    }
  }
  return weaver.finish();
}

/** An opening tag with an attribute that is not quoted (CommonMark 0.31, section 6.6). */
const unquotedTag = /<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*\s*\/?>/giy;

/**
 * Reads text with tags in it: micromark takes an unquoted value with a slash for no tag, and what follows for an autolink. Gives the
 * offset after what was read, which may be beyond `end`. `value` is the text where it is not as in the file.
 */
function readTags(
  start: number,
  end: number,
  to: number,
  reading: SourceCollector,
  weaver: InlineBuilder,
  value?: string,
): number {
  const { text } = reading.source;
  let from = start;
  for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    unquotedTag.lastIndex = at;
    const tag = text[at - 1] === '\\' ? undefined : unquotedTag.exec(text)?.[0];
    if (tag === undefined || at + tag.length > to || !/=\s*[^\s"'>=]*\//.test(tag)) continue;
    if (at > from) pushLines(text.slice(from, at), from, at, reading, weaver.push);
    from = at + tag.length;
    for (const token of readHtml(tag, at)) weaver.html(token);
    at = from - 1;
  }
  if (from === start) pushLines(value ?? text.slice(start, end), start, end, reading, weaver.push);
  else if (from < end) pushLines(text.slice(from, end), from, end, reading, weaver.push);
  return Math.max(from, end);
}

/** A node's range in the file. mdast-util-gfm-autolink-literal makes nodes without a position: they are looked for after their elder. */
function rangeOf(
  node: PhrasingContent,
  reading: SourceCollector,
  cursor: number,
  to: number,
): readonly [number, number] {
  const { start, end } = node.position ?? {};
  if (start?.offset !== undefined && end?.offset !== undefined) {
    return [start.offset + reading.at, end.offset + reading.at];
  }
  const text = textOf(node);
  const found = reading.source.text.slice(cursor, to).indexOf(text);
  return found < 0 ? [cursor, cursor] : [cursor + found, cursor + found + text.length];
}

/** Where an address is; the whole of its link where that is written in a way that we do not read. */
function addressRange(text: string, from: number, to: number): readonly [number, number] {
  return destinationIn(text, from, to) ?? [from, to];
}
