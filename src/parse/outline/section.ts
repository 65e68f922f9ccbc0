import type { ParagraphBlock } from '../blocks/block.js';
import { type InlineNode, innerRange, isBadge, isBlank, linksOf, visibleWords } from '../blocks/inline.js';
import { type GroupDraft, type Range, startGroup } from './draft.js';
import { splitEmoji } from './emoji.js';
import { roleOfName } from './section-role.js';
import { readTierLabel } from './tier-label.js';

/** The role of a section by its name and its parent's role: what is under a section about the list is about it too, but for the contents. */
export function roleUnder(parent: GroupDraft, pieces: readonly InlineNode[]): GroupDraft['role'] {
  const role = roleOfName(splitEmoji(visibleWords(pieces)).rest);
  return parent.role === 'meta' && role !== 'contents' ? 'meta' : role;
}

/** Starts the group that a heading, a summary or a bold line opens. */
export function groupOf(
  pieces: readonly InlineNode[],
  form: GroupDraft['form'],
  depth: number,
  slug: string | null,
  range: Range,
  role: GroupDraft['role'],
): GroupDraft {
  const label = visibleWords(pieces);
  const { emoji, rest } = splitEmoji(label);
  return startGroup({
    ...{
      form,
      title: (rest || label).replace(form === 'bold' ? /\s*[:：]$/u : /^$/, ''),
      emoji,
      label,
      depth,
      slug,
      role,
      pieces,
    },
    ...{ heading: { start: range.start, end: range.end }, start: range.start, end: range.end },
    labelRange: innerRange(pieces) ?? { start: range.start, end: range.end },
    level:
      role === 'meta' || role === 'contents' || linksOf(pieces).some((link) => !link.image)
        ? null
        : readTierLabel(label),
  });
}

/** The text of a paragraph that is one bold label; null for others. A sentence is no label. */
export function boldLabel(block: ParagraphBlock): string | null {
  const solid = block.pieces.filter(
    (piece) => !isBlank(piece) && !isBadge(piece) && !/^[:：]?$/u.test(visibleWords([piece]).trim()),
  );
  const label = solid.filter((piece) => splitEmoji(visibleWords([piece])).rest !== '');
  const only = label[0];
  if (label.length !== 1 || only?.kind !== 'mark' || !only.bold || linksOf([only]).length > 0) return null;
  const text = visibleWords([only]);
  return text.length <= 80 && !/[.!?。]$/u.test(text) ? text : null;
}
