import type { PresetReason } from '../model/settings.js';

/** Why a list got its preset, as the end of a sentence. */
export const presetReasons: Readonly<Record<PresetReason, string>> = {
  tiers: 'most entries are in tiers',
  'check-boxes': 'most items are checkboxes',
  weeks: 'most headings are numbered weeks or stages',
  title: 'its title calls it awesome',
  badge: 'it has an awesome badge',
  repository: 'its repository is named awesome',
  neither: 'it has no tiers and does not call itself awesome',
  'no-list': 'it does not look like a curated list',
};
