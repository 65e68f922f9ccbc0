import { github } from './github.js';
import type { Site } from './site.js';

/** Every site that has an adapter; the first that claims an address answers for it. */
export const sites: readonly Site[] = [github];
