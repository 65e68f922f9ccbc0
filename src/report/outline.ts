import type { Entry, List, Section, Tier } from '../model/list.js';
import type { ReportedList } from '../model/report.js';
import type { PresetName } from '../model/rule.js';
import type { PresetReason } from '../model/settings.js';

/** What a report needs of a list, so that the list itself can be forgotten. */
export function outlineOf(list: List, preset: PresetName, detected: PresetReason | null): ReportedList {
  const nodes = [...list.sections, ...list.tiers].sort((a, b) => a.position.start.offset - b.position.start.offset);
  return {
    ...{ path: list.path, text: list.text, preset, detected },
    ...{ sections: list.sections.length, tiers: list.tiers.length, entries: list.entries.length },
    outline: nodes.map((node) => ({
      kind: node.type,
      name: node.type === 'tier' ? node.label : node.title,
      start: node.position.start.offset,
      end: node.position.end.offset,
      entries: entriesIn(node),
    })),
  };
}

function entriesIn({ children }: Section | Tier | Entry): number {
  return children.reduce((sum, child) => sum + (child.type === 'entry' ? 1 : 0) + entriesIn(child), 0);
}
