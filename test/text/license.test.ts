import { describe, expect, test } from 'vitest';
import { fsfApproved } from '../../src/text/fsf-licenses.js';
import { canBeAllowed, isAllowed, licenseIds } from '../../src/text/license.js';
import { osiApproved } from '../../src/text/osi-licenses.js';

describe('the licenses that the FSF and the OSI approve', () => {
  test.each([
    ['fsf', fsfApproved],
    ['osi', osiApproved],
  ])('every id of %s is one that SPDX has', (_, ids) => {
    expect([...ids].filter((id) => licenseIds(id) === null)).toEqual([]);
  });

  test.each([
    ['GPL-3.0-or-later', true, true],
    ['BSD-2-Clause-FreeBSD', true, false],
    ['CC0-1.0', true, false],
    ['0BSD', false, true],
    ['BUSL-1.1', false, false],
  ])('%s: FSF %s, OSI %s', (license, fsf, osi) => {
    expect([isAllowed(license, ['fsf']), isAllowed(license, ['osi'])]).toEqual([fsf, osi]);
  });

  test.each([
    ...['MIT', 'mit', 'GPL-3.0', 'GPL-3.0-or-later', 'GPL-2.0+', 'osi', 'FSF'].map((text) => [text, true] as const),
    ...['MTI', 'MIT OR ISC', 'GPL', '', 'NOASSERTION'].map((text) => [text, false] as const),
  ])('%j can be allowed: %s', (text, can) => {
    expect(canBeAllowed(text)).toBe(can);
  });

  test.each([
    ['MIT OR BUSL-1.1', true],
    ['MIT/BUSL-1.1', true],
    ['MIT AND BUSL-1.1', false],
    ['GPL-2.0-only WITH Classpath-exception-2.0', true],
    ['MIT License', null],
  ])('%s under the OSI: %s', (license, allowed) => {
    expect(isAllowed(license, ['osi'])).toBe(allowed);
  });
});
