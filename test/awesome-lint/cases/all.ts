import type { Fixture } from '../fixture.js';
import { contentsFixtures } from './contents.js';
import { entryFixtures } from './entries.js';
import { headingFixtures } from './headings.js';
import { linkFixtures } from './links.js';
import { repositoryFixtures } from './repository.js';
import { styleFixtures } from './style.js';
import { wordFixtures } from './words.js';

/** All lists with a defect that awesome-lint reports. */
export const fixtures: readonly Fixture[] = [
  ...headingFixtures,
  ...repositoryFixtures,
  ...entryFixtures,
  ...contentsFixtures,
  ...linkFixtures,
  ...wordFixtures,
  ...styleFixtures,
];
