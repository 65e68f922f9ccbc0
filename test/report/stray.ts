import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Every node of the page as GitHub reads it. */
export function nodesOf(page: string): Nodes[] {
  const walk = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(walk) : [])];
  return walk(unified().use(remarkParse).use(remarkGfm).parse(page));
}

const ours =
  /^(?:<details><summary>(?:Evidence|\d+ (?:warnings?|info) in <code>[^<>]*<\/code>)<\/summary>|<\/details>)$/;

/** What of a page is not ours: markup, addresses, mentions and numbers of issues. */
export function strayIn(page: string): readonly string[] {
  return nodesOf(page).flatMap((node) => {
    if (node.type === 'html') return ours.test(node.value.trim()) ? [] : [node.value];
    if (node.type === 'text')
      return /@[\w-]|#\d|\bgh-\d|[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/i.test(node.value) ? [node.value] : [];
    if (node.type === 'link') return node.url === 'https://docs.example/some-rule' ? [] : [node.url];
    if (node.type === 'heading') return node.depth === 3 || node.depth === 4 ? [] : ['heading'];
    return ['root', 'paragraph', 'list', 'listItem', 'strong', 'inlineCode', 'code'].includes(node.type)
      ? []
      : [node.type];
  });
}
