import { expect, test } from 'vitest';
import { requestPath } from '../../src/url/request-path.js';

test.each([
  ['https://kiln.test/x', '/x'],
  ['https://kiln.test/x?', '/x?'],
  ['https://kiln.test/x?#top', '/x?'],
  ['https://kiln.test/x#what?', '/x'],
  ['https://kiln.test/x?a=1#b', '/x?a=1'],
  ['https://kiln.test?', '/?'],
  ['https://kiln.test', '/'],
])('%s is requested as %s', (url, path) => {
  expect(requestPath(new URL(url))).toBe(path);
});
