import { describe, expect, test } from 'vitest';
import { hasAnchor, nearestAnchor } from '../../src/url/fragment.js';

const names = new Set(['green-pots', 'voilà', 'step-1', '-kilns']);

describe('an anchor on GitHub', () => {
  test.each(['green-pots', 'Green-Pots', 'user-content-green-pots', 'green-pots:~:text=Pot', 'voil%C3%A0'])(
    '%s is found',
    (fragment) => expect(hasAnchor(fragment, names)).toBe(true),
  );

  test.each([
    ['voila', 'voilà'],
    ['green-pot', 'green-pots'],
    ['kilns', '-kilns'],
    ['step-2', null],
    ['black-pans', null],
  ])('%s has the suggestion %s', (fragment, suggestion) => {
    expect(hasAnchor(fragment, names)).toBe(false);
    expect(nearestAnchor(fragment, names)).toBe(suggestion);
  });
});
