import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shutDown } from '../../../src/links/classify/discontinued-services.js';
import { evidenceText } from '../../../src/report/evidence.js';

test('any address', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(evidenceText(shutDown(new URL(url))?.because ?? 'was shut down in')).toContain('was shut down in');
    }),
  );
});
