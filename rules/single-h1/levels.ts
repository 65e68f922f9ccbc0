import type { Edit, Fix } from '../../src/model/finding.js';
import type { Heading, List, Section } from '../../src/model/list.js';

/** Makes a heading one of level 1. */
export function raise({ depth, position: { start } }: Heading, { text }: List): Fix | null {
  if (!text.startsWith('#'.repeat(depth), start.offset)) return null;
  return { safe: false, edits: [{ start: start.offset, end: start.offset + depth - 1, text: '' }] };
}

/**
 * Demotes headings of level 1. One among sections of level 2 is a slip and is demoted alone, unless it groups sections; of
 * several, those that have sections take them along. Null where that is not possible.
 */
export function demotion(extra: readonly Heading[], { headings, text }: List): Fix | null {
  const chosen = new Set(extra);
  const edits: Edit[] = [];
  let isInside = false;
  for (const heading of headings) {
    if (heading.depth === 1)
      isInside = chosen.has(heading) && (extra.length > 1 || isGroup(heading)) && !isAside(heading);
    if (!isInside && !chosen.has(heading)) continue;
    const start = heading.position.start.offset;
    if (heading.depth === 6 || !text.startsWith('#', start)) return null;
    edits.push({ start, end: start, text: '#' });
  }
  return { safe: false, edits };
}

/** True for a heading that has sections of level 2 and no entries itself, after other sections of level 2. */
export function isGroup({ node }: Heading): boolean {
  if (node?.type !== 'section' || node.role !== 'content' || node.children.length === 0) return false;
  const isSecond = (child: Section['children'][number]): boolean => child.type === 'section' && child.depth === 2;
  const before: readonly (typeof node.children)[number][] = node.parent.type === 'list' ? node.parent.children : [];
  return node.children.every(isSecond) && before.slice(0, before.indexOf(node)).some(isSecond);
}

/** True for a table of contents and what is about the list itself: what follows is not part of it. */
function isAside({ node }: Heading): boolean {
  return node?.type === 'section' && node.role !== 'content';
}
