import type { Entry, List } from '../model/list.js';
import type { PresetName } from '../model/rule.js';
import type { PresetReason } from '../model/settings.js';
import { hasAwesomeBadge, isCalledAwesome, isLinked, isProjectReadme } from '../parse/is-list.js';

/** A preset and what in the list speaks for it. */
export interface DetectedPreset {
  readonly preset: PresetName;
  readonly why: PresetReason;
}

/** Fewer checkboxes than this are a list of tasks next to something else, no study plan. */
const fewestTasks = 10;
/** Fewer numbered weeks than this are no plan. */
const fewestWeeks = 3;

const numbered =
  /^(?:week|day|month|stage|phase|sprint|semester|semana|d[ií]a|mes|etapa|fase|semaine|jour|mois|[ée]tape|woche|tag|monat|неделя|день|этап)s?\W{0,3}\d/iu;

/**
 * The preset that fits a list: `roadmap` for a study plan (tiers, checkboxes, weeks), `awesome` for one that calls itself so
 * by its title, its badge or its repository, `minimal` for the README of a project that has no configuration, else `list`.
 * `repository` is the name without owner; null where there is none.
 */
export function detectPreset(list: List, repository: string | null = null, isConfigured = false): DetectedPreset {
  const tiered = tieredEntries(list);
  if (tiered.length * 2 > list.entries.length && isLinked(tiered)) return { preset: 'roadmap', why: 'tiers' };
  const tasks = list.items.filter(({ task }) => task !== null).length;
  if (tasks >= fewestTasks && tasks * 2 > list.items.length) return { preset: 'roadmap', why: 'check-boxes' };
  const weeks = list.headings.filter(({ text }) => numbered.test(text)).length;
  if (weeks >= fewestWeeks && weeks * 2 > list.headings.filter(({ depth }) => depth > 1).length)
    return { preset: 'roadmap', why: 'weeks' };
  if (isCalledAwesome(list.title ?? '')) return { preset: 'awesome', why: 'title' };
  if (hasAwesomeBadge(list)) return { preset: 'awesome', why: 'badge' };
  if (repository !== null && isCalledAwesome(repository)) return { preset: 'awesome', why: 'repository' };
  if (!isConfigured && isProjectReadme(list)) return { preset: 'minimal', why: 'no-list' };
  return { preset: 'list', why: 'neither' };
}

/** The entries that are in a tier, at any depth. */
export function tieredEntries(list: List): readonly Entry[] {
  return list.entries.filter((entry) => {
    for (let node: List['children'][number] | List = entry; node.type !== 'list'; node = node.parent) {
      if (node.type === 'tier') return true;
    }
    return false;
  });
}
