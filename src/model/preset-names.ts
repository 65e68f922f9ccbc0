import type { PresetName } from './rule.js';

/** All presets, for messages and help. */
export const presetNames: readonly PresetName[] = ['minimal', 'list', 'awesome', 'awesome-strict', 'roadmap'];
