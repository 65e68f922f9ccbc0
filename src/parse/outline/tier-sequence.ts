import type { Draft, EntryDraft, GroupDraft } from './draft.js';
import { startGroup } from './draft.js';
import type { TierLabel } from './tier-label.js';

type Candidate = (GroupDraft | EntryDraft) & { readonly level: TierLabel };

/** A run of candidates of one parent that have the same scheme. */
interface Rung {
  readonly parent: GroupDraft;
  readonly members: Candidate[];
  readonly scheme: string;
}

/**
 * Tells which labels are tiers: two or more that make a sequence inside one section, or the only tiers of sibling sections that go
 * on counting. Marks the groups and gives the ladders, each in document order.
 */
export function findTierSequences(root: GroupDraft): readonly (readonly GroupDraft[])[] {
  const ladders: GroupDraft[][] = [];
  visit(root, ladders);
  return ladders;
}

function visit(parent: GroupDraft, ladders: GroupDraft[][]): void {
  const own = rungOf(parent);
  if (own !== null && counts(own.members)) ladders.push(settle([own]));
  // Sections that stand side by side may share one ladder, or each have their own.
  let run: Rung[] = [];
  const end = (): void => {
    const members = run.flatMap((rung) => rung.members);
    if (run.length > 0 && counts(members)) ladders.push(settle(run));
    run = [];
  };
  for (const child of parent.children) {
    if (child.type !== 'group') continue;
    const rung = child.role !== 'contents' && child.role !== 'meta' ? rungOf(child) : null;
    const last = run.at(-1);
    const goesOn =
      rung !== null &&
      last !== undefined &&
      last.scheme === rung.scheme &&
      (rung.members[0]?.level.rank ?? 0) > (last.members.at(-1)?.level.rank ?? 0);
    if (!goesOn) end();
    if (rung !== null) run.push(rung);
  }
  end();
  for (const child of parent.children) if (child.type === 'group') visit(child, ladders);
}

/** The candidates among the children of one group, those of the scheme that most of them have; null when there are none. */
function rungOf(parent: GroupDraft): Rung | null {
  const bySchema = new Map<string, Candidate[]>();
  for (const child of parent.children) {
    if (child.level === null || (child.type === 'group' && child.tier !== null)) continue;
    const scheme = `${child.level.scheme} ${child.type === 'entry' || child.form === 'item' ? 'item' : `heading ${child.depth}`}`;
    const members = bySchema.get(scheme) ?? [];
    members.push(child as Candidate);
    bySchema.set(scheme, members);
  }
  let best: Rung | null = null;
  for (const [scheme, members] of bySchema) {
    // A leaf is a tier only next to ones that hold something.
    if (!members.some((member) => member.type === 'group')) continue;
    if (best === null || members.length > best.members.length) best = { parent, members, scheme };
  }
  // Alternatives below a tier of the same number are no sequence of their own.
  const own = parent.level;
  const isAlternatives = best?.members.every(
    ({ level }) => own !== null && level.scheme === own.scheme && level.rank === own.rank,
  );
  return isAlternatives === true ? null : best;
}

/** Two or more; level words must name two different levels. */
function counts(members: readonly Candidate[]): boolean {
  if (members.length < 2) return false;
  return members[0]?.level.scheme !== 'word' || new Set(members.map((member) => member.level.rank)).size > 1;
}

function settle(run: readonly Rung[]): GroupDraft[] {
  const members = run.flatMap((rung) => rung.members.map((member) => ({ parent: rung.parent, member })));
  const isWord = members[0]?.member.level.scheme === 'word';
  const ranks = [...new Set(members.map(({ member }) => member.level.rank))].sort((a, b) => a - b);
  // A count that starts at 0 is still level 1 first; words are ranked among those that the ladder uses.
  const shift = ranks[0] === 0 ? 1 : 0;
  return members.map(({ parent, member }) => {
    const level = isWord ? ranks.indexOf(member.level.rank) + 1 : member.level.rank + shift;
    const group = member.type === 'group' ? member : emptied(parent, member);
    group.tier = { level };
    return group;
  });
}

/** Puts an empty group in the place of a leaf that turned out to be a tier. */
function emptied(parent: GroupDraft, leaf: EntryDraft): GroupDraft {
  const range = { start: leaf.facts.label.start.offset, end: leaf.facts.label.end.offset };
  const group = startGroup({
    form: 'item',
    title: leaf.level?.title ?? leaf.label,
    emoji: leaf.level?.emoji ?? null,
    label: leaf.label,
    depth: parent.depth + 1,
    slug: null,
    role: 'content',
    heading: range,
    labelRange: range,
    pieces: [],
    start: leaf.start,
    end: leaf.end,
    level: leaf.level,
  });
  parent.children = parent.children.map((child): Draft => (child === leaf ? group : child));
  return group;
}
