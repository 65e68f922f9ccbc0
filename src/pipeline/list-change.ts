import type { Changes } from '../diff/list-diff.js';
import type { Entry, List, Section, Tier } from '../model/list.js';
import type { ListChange } from '../model/pull-request.js';

/** What a change of a list means for the policy of pull requests, without the trees. */
export function listChange(list: List, { added, sections }: Changes): ListChange {
  return {
    path: list.path,
    added: added.map((entry) => ({
      ...{ name: entry.name, url: entry.url, titles: titlesAround(entry) },
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

function titlesAround(entry: Entry): readonly string[] {
  const titles: string[] = [];
  for (let node: Entry | Section | Tier | List = entry.parent; node.type !== 'list'; node = node.parent)
    if (node.type !== 'entry') titles.push(node.type === 'tier' ? node.label : node.title);
  return titles;
}
