import type { ParsedSource } from '../blocks/source.js';
import type { Draft, EntryDraft, GroupDraft } from './draft.js';
import { headingLink } from './entries.js';

/** True for an entry that links to the web, and for a group that holds one. */
export function hasUrl(draft: Draft): boolean {
  return draft.type === 'entry' ? draft.facts.link?.sort === 'web' : draft.children.some(hasUrl);
}

/** Settles what only the whole section can tell. */
export function resolveSections(group: GroupDraft, source: ParsedSource): void {
  const children = group.children.flatMap((child): Draft[] => {
    if (child.type === 'entry') return [child];
    resolveSections(child, source);
    // A <summary> or a bold line with no entry below it is prose.
    if ((child.form === 'summary' || child.form === 'bold') && child.children.length === 0 && !child.hasContents) {
      group.prose.push({ start: child.start, end: child.end });
      return [];
    }
    return [headingLink(child, source) ?? child];
  });
  const tentative = children.filter((child) => child.type === 'entry' && child.tentative);
  const firm = children.some((child) => child.type === 'entry' && !child.tentative);
  // One paragraph that begins with a link, above a list, is the section's description.
  const drop = firm && tentative.length === 1;
  group.children = children.filter((child) => {
    if (!(drop && child === tentative[0])) return true;
    group.prose.push({ start: child.start, end: child.end });
    return false;
  });
  if (group.role === 'soft-meta')
    group.role =
      group.children.some(hasUrl) || group.children.some((child) => child.type === 'group') ? 'content' : 'meta';
  if (group.role === 'theme' || group.role === 'people') {
    const described = describedEntries(group);
    group.role = described >= (group.role === 'theme' ? 1 : 3) ? 'content' : 'meta';
    if (group.role === 'meta') for (const child of group.children) if (child.type === 'group') makeMeta(child);
  }
  if (group.role === 'content' && group.hasContents && group.children.length === 0) group.role = 'contents';
  if (group.role !== 'content') dropEntries(group);
  group.prose.sort((a, b) => a.start - b.start);
}

/** What is below a section about the list is about it, too. */
function makeMeta(group: GroupDraft): void {
  if (group.role !== 'contents') group.role = 'meta';
  dropEntries(group);
  group.prose.sort((a, b) => a.start - b.start);
  for (const child of group.children) if (child.type === 'group') makeMeta(child);
}

function dropEntries(group: GroupDraft): void {
  const kept: Draft[] = [];
  for (const child of group.children) {
    if (child.type === 'entry' || child.form === 'item') group.prose.push({ start: child.start, end: child.end });
    else kept.push(child);
  }
  group.children = kept;
}

/** A page about a person. */
const profile =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|twitter\.com|x\.com|mastodon\.social|linkedin\.com\/in)\/@?[^/]+\/?$/i;

/** How many entries with a description recommend a page that is not a person's; 0 where most have none. */
function describedEntries(group: GroupDraft): number {
  const webs = entriesBelow(group).filter(({ facts }) => facts.link?.sort === 'web' && !profile.test(facts.url ?? ''));
  const described = webs.filter(({ facts }) => facts.description !== null && facts.leads);
  return described.length * 2 >= webs.length ? described.length : 0;
}

function entriesBelow(draft: GroupDraft): EntryDraft[] {
  return draft.children.flatMap((child) => (child.type === 'entry' ? [child] : entriesBelow(child)));
}
