import type { Changes } from '../diff/list-diff.js';
import { titlesAt } from '../lint/match-place.js';
import type { List } from '../model/list.js';
import type { ListChange } from '../model/pull-request.js';

/** What a change of a list means for the policy of pull requests, without the trees. */
export function listChange(list: List, { added, sections }: Changes): ListChange {
  return {
    path: list.path,
    added: added.map((entry) => ({
      ...{ name: entry.name, url: entry.url, titles: titlesAt(list, entry.position, entry) },
      position: entry.label,
    })),
    sections: sections.flatMap((section) => {
      if (section.type !== 'section' || section.role !== 'content') return [];
      const { start, end } = section.position;
      const inside = list.entries.filter(
        ({ position }) => start.offset <= position.start.offset && position.start.offset < end.offset,
      );
      return [{ title: section.title, entries: inside.length, position: section.heading }];
    }),
  };
}
