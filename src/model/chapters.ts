import type { Heading, List, Section, Tier } from './list.js';

/** The headings of the first level of content: of the list itself, or of the one section that holds all others. */
export function chaptersOf(list: List): readonly Heading[] {
  const headings = new Map(list.headings.map((heading) => [heading.node, heading]));
  const within = (parent: List | Section | Tier): readonly Heading[] => {
    const nodes = parent.children.filter(isContent);
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) {
      const inner = within(only);
      if (inner.length > 1) return inner;
    }
    return nodes.flatMap((node) => headings.get(node) ?? []);
  };
  const found = within(list);
  // A deeper heading before the first chapter is no chapter.
  const depths = new Map<number, number>();
  for (const { depth } of found) depths.set(depth, (depths.get(depth) ?? 0) + 1);
  const usual = [...depths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  return found.filter((heading) => heading.depth === usual);
}

function isContent(node: List['children'][number]): node is Section | Tier {
  return node.type === 'tier' || (node.type === 'section' && node.role === 'content');
}
