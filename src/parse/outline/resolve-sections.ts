import type { ParsedSource } from '../blocks/source.js';
import type { Draft, GroupDraft } from './draft.js';
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
  if (group.role === 'content' && group.hasContents && group.children.length === 0) group.role = 'contents';
  if (group.role !== 'content') {
    const kept: Draft[] = [];
    for (const child of group.children) {
      if (child.type === 'entry' || child.form === 'item') group.prose.push({ start: child.start, end: child.end });
      else kept.push(child);
    }
    group.children = kept;
  }
  group.prose.sort((a, b) => a.start - b.start);
}
