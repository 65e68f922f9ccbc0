import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads GitHub Flavored Markdown into mdast. */
export function readMarkdown(text: string): Root {
  return processor.parse(text);
}
