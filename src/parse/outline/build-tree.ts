import type { EntryGrammar } from '../../grammar/grammar.js';
import type { Entry, FormatDeparture, List, Section, Tier } from '../../model/list.js';
import { checkHeap } from '../../process/heap-limit.js';
import { drain } from '../../text/drain.js';
import type { Mutable } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';
import type { Draft, EntryDraft, GroupDraft } from './draft.js';
import { type EntryWithContent, readFields } from './read-fields.js';

/** The finished nodes, each kind in document order. */
export interface Tree {
  readonly children: readonly (Section | Tier | Entry)[];
  readonly sections: Section[];
  readonly tiers: Tier[];
  readonly entries: Entry[];
  /** An entry where a heading is one. */
  readonly byGroup: ReadonlyMap<GroupDraft, Section | Tier | Entry>;
  readonly departures: readonly FormatDeparture[];
}

type Parent = Section | Tier | Entry | List;

/** Shared by all entries that have none below them. */
const noChildren: readonly Entry[] = Object.freeze([]);

/**
 * Turns drafts into the model's nodes below `list`, and lets go of them; tells each entry's links that they are its own. Where
 * only links are checked, entries have neither separator nor body.
 */
export function buildTree(
  root: GroupDraft,
  list: List,
  source: ParsedSource,
  grammar: EntryGrammar | null,
  forLinks: boolean,
): Tree {
  const sections: Section[] = [];
  const tiers: Tier[] = [];
  const entries: Entry[] = [];
  const contents: EntryWithContent[] = [];
  const byGroup = new Map<GroupDraft, Section | Tier | Entry>();
  const grow = (draft: Draft, parent: Parent): Section | Tier | Entry =>
    draft.type === 'entry' ? growEntry(draft, parent) : growGroup(draft, parent as Section | Tier | List);

  const growGroup = (draft: GroupDraft, parent: Section | Tier | List): Section | Tier => {
    const children: (Section | Tier | Entry)[] = [];
    const common = {
      slug: draft.slug,
      children,
      position: source.place(draft.start, draft.end),
      heading: source.place(draft.heading.start, draft.heading.end),
      prose: draft.prose.map((range) => source.place(range.start, range.end)),
      emoji: draft.emoji,
      parent,
    };
    let node: Section | Tier;
    if (draft.tier !== null && draft.level !== null) {
      const { start, end } = draft.labelRange;
      const { title, keyword, number } = draft.level;
      const isItem = draft.form === 'item';
      node = {
        ...{ type: 'tier', level: draft.tier.level, title, label: draft.label, form: isItem ? 'item' : 'heading' },
        ...{ depth: isItem ? null : draft.depth, keyword, number },
        labelSpan: { text: source.text.slice(start, end), position: source.place(start, end) },
        ...common,
      };
      tiers.push(node);
    } else {
      const form = draft.form === 'root' ? 'heading' : draft.form;
      const role = draft.role === 'contents' || draft.role === 'meta' ? draft.role : 'content';
      node = { type: 'section', form, title: draft.title, depth: draft.depth, role, ...common };
      sections.push(node);
    }
    byGroup.set(draft, node);
    // Of a long list, drafts and nodes together would fill the memory.
    for (const child of drain(draft.children)) {
      children.push(grow(child, node));
      if (children.length % 4096 === 0) checkHeap();
    }
    checkHeap();
    return node;
  };

  const growEntry = (draft: EntryDraft, parent: Parent): Entry => {
    const children: Entry[] = [];
    const { facts, form, marker, task, links } = draft;
    // Spelt out, since objects made by spreading take half as much memory again.
    const entry: Mutable<Entry> = {
      type: 'entry',
      form,
      name: facts.name,
      kind: facts.kind,
      url: facts.url,
      description: facts.description,
      links,
      children: draft.children.length === 0 ? noChildren : children,
      position: source.place(draft.start, draft.end),
      link: facts.link,
      label: facts.label,
      naming: facts.naming,
      leads: facts.leads,
      separator: forLinks ? null : facts.separator,
      body: forLinks ? null : facts.body,
      proseEnd: forLinks ? null : facts.proseEnd,
      marker,
      task,
      fields: null,
      parent,
    };
    entries.push(entry);
    if (grammar !== null && draft.content !== null) contents.push({ entry, content: draft.content });
    if (draft.heading !== null) byGroup.set(draft.heading, entry);
    for (const link of links) {
      link.entry = entry;
      if (link.place !== 'badge') link.place = link === facts.link ? 'entry' : 'description';
    }
    for (const child of draft.children) children.push(growEntry(child, entry));
    return entry;
  };

  settleEnds(root, source.text);
  const children = Array.from(drain(root.children), (child) => grow(child, list));
  const departures = grammar === null ? [] : readFields(contents, grammar, source);
  return { children, sections, tiers, entries, byGroup, departures };
}

/** Takes the blank lines at the end off every draft, bottom up, so that what is inside still lies inside. */
function settleEnds(draft: Draft, text: string): number {
  let least = draft.start;
  for (const child of draft.children) least = Math.max(least, settleEnds(child, text));
  least =
    draft.type === 'entry'
      ? Math.max(least, draft.facts.label.end.offset, draft.facts.body?.position.end.offset ?? 0)
      : Math.max(least, draft.heading.end);
  let end = Math.max(draft.end, least);
  while (end > least && /\s/.test(text[end - 1] ?? '')) end--;
  draft.end = end;
  return end;
}
