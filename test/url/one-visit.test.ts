import { expect, test } from 'vitest';
import { isForOneVisit } from '../../src/url/one-visit.js';

const plan = 'https://silk.example/plan';

test.each([
  'https://silk.example/plan?session=0a',
  'https://silk.example/plan;jsessionid=0a',
  'https://silk.example/plan?X-Amz-Signature=0a&X-Amz-Expires=300',
  'https://silk.example/login?next=/plan',
  'https://silk.example/plan?lang=de',
  'https://silk.example/de/plan',
  'https://www.silk.example/de-at/plan',
])('%s lasts for one visit or is for one reader', (target) => {
  expect(isForOneVisit(plan, target)).toBe(true);
  expect(isForOneVisit(target, target)).toBe(false);
});

test.each([
  'https://silk.example/plans?id=5',
  'https://silk.example/design',
  'https://other.example/de/plan',
  'not a URL',
])('%s lasts', (target) => {
  expect(isForOneVisit(plan, target)).toBe(false);
});
