import type { PresetReason } from '../model/settings.js';

/** Why a list got its preset, as the end of a sentence. */
export const presetReasons: Readonly<Record<PresetReason, string>> = {
  tiers: 'most entries are in tiers',
  'check-boxes': 'most items are checkboxes',
  weeks: 'most headings are numbered weeks or stages',
  title: 'the title contains "Awesome"',
  badge: 'the list has an awesome badge',
  repository: 'the repository name contains "awesome"',
  neither: 'the list has no tiers and does not call itself awesome',
  'no-list': 'this does not look like a curated list',
};
