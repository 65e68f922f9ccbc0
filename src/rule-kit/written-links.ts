import type { Link } from '../model/list.js';

/** Links without those whose URL is written where that of an earlier one is: in the same definition. */
export function oncePerUrl(links: readonly Link[]): readonly Link[] {
  const seen = new Set<number>();
  return links.filter(({ urlPosition: { start } }) => {
    const isNew = !seen.has(start.offset);
    seen.add(start.offset);
    return isNew;
  });
}
