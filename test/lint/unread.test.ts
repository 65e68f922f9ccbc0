import { expect, test } from 'vitest';
import descriptionEnd from '../../rules/description-end.js';
import { paragraphLimits } from '../../src/model/reading-limits.js';
import { fixWith, strictest } from '../properties/fixing.js';

const reed = '- [Reed](https://reed.example/) - Combs';
const loom = (words: number): string => `- [Loom](https://loom.example/) - Weaves${' cloth'.repeat(words)}`;

test('a fix does not end a description whose end is not read', () => {
  const rules = [strictest(descriptionEnd)];
  const long = loom(paragraphLimits.length / 5);
  expect(fixWith(`${long}\n${reed}\n`, rules).text).toBe(`${long}\n${reed}.\n`);
  const short = loom(5);
  expect(fixWith(`${short}\n${reed}\n`, rules).text).toBe(`${short}.\n${reed}.\n`);
});
