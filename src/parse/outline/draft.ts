import type { Entry, SectionForm } from '../../model/list.js';
import type { InlineNode, LinkDraft, Mutable } from '../blocks/inline.js';
import type { EntryParts } from './entry.js';
import type { EntryContent } from './read-fields.js';
import type { TentativeRole } from './section-role.js';
import type { TierLabel } from './tier-label.js';

/** A range of the file by offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An entry before its parent is known. */
export interface EntryDraft {
  readonly type: 'entry';
  readonly facts: EntryParts;
  readonly form: Entry['form'];
  readonly marker: string | null;
  readonly task: Entry['task'];
  readonly links: readonly LinkDraft[];
  readonly children: EntryDraft[];
  readonly start: number;
  end: number;
  /** Counts only when the section turns out to be written in paragraphs. */
  readonly tentative: boolean;
  /** A bare label like "Tier 3: Mastery" may be an empty tier. */
  readonly level: TierLabel | null;
  readonly label: string;
  /** The heading that it is written as, which anchors lead to. */
  readonly heading: GroupDraft | null;
  /** What is read by the format of the configuration; null for what has none. */
  readonly content: EntryContent | null;
}

/** A section or tier before it is known which of the two it is. */
export interface GroupDraft {
  readonly type: 'group';
  readonly form: SectionForm | 'root';
  readonly title: string;
  readonly emoji: string | null;
  /** The whole label as seen. */
  readonly label: string;
  readonly depth: number;
  readonly slug: string | null;
  role: TentativeRole;
  readonly heading: Range;
  /** The text of the heading without its marks. */
  readonly labelRange: Range;
  readonly pieces: readonly InlineNode[];
  readonly start: number;
  end: number;
  children: Draft[];
  readonly prose: Range[];
  /** What the label reads as a tier; it is one only among others. */
  readonly level: TierLabel | null;
  /** Set when it counts: the 1-based level. */
  tier: { readonly level: number } | null;
  /** The text under a heading that is a link, for when the heading is an entry. */
  firstParagraph: readonly InlineNode[] | null;
  /** Lists of fragment links that stood here. */
  hasContents: boolean;
}

export type Draft = GroupDraft | EntryDraft;

/** Starts a group; the rest is filled in while its content is read. */
export function startGroup(
  facts: Omit<GroupDraft, 'type' | 'children' | 'prose' | 'tier' | 'firstParagraph' | 'hasContents'>,
): Mutable<GroupDraft> {
  return { type: 'group', ...facts, children: [], prose: [], tier: null, firstParagraph: null, hasContents: false };
}
