import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/parse/address.js';

describe('what an address is', () => {
  test.each([
    ['https://kiln.test/a?b[c]=1', 'web', null],
    ['http://8.8.8.8/', 'web', null],
    ['https://kiln.test:8443/', 'web', null],
    ['http://localhost:3000/', 'web', null],
    ['https://wiki.test/Pot_(vessel)', 'web', null],
    ['https://old.test/web/https://kiln.test/', 'web', null],
    ['https://medium.test/@potter', 'web', null],
    ['https://potbyexample.com/', 'web', null],
    ['https://api.test/users/{id}', 'web', null],
    ['https://github.com/your-pots/wheel', 'web', null],
    ['docs/pots.md', 'local', null],
    ['wheel.sh', 'local', null],
    ['../LICENSE', 'local', null],
    ['#pots', 'fragment', null],
    ['mailto:me@kiln.test', 'mail', null],
    ['tel:+4912345', 'scheme', null],
    ['', 'placeholder', 'empty'],
    ['#', 'placeholder', 'empty'],
    ['[YOUR_LINK]', 'placeholder', 'template-token'],
    ['https://kiln.test/[YOUR_NAME]', 'placeholder', 'template-token'],
    ['{{url}}', 'placeholder', 'template-token'],
    ['https://example.com/pots', 'placeholder', 'example-host'],
    ['https://www.example.org', 'placeholder', 'example-host'],
    ['https://github.com/username/repo', 'placeholder', 'example-repository'],
    ['(https://kiln.test)', 'invalid', 'wrapped'],
    ['"https://kiln.test"', 'invalid', 'wrapped'],
    ['htp://kiln.test', 'invalid', 'scheme-typo'],
    ['ttps://kiln.test', 'invalid', 'scheme-typo'],
    ['https:/kiln.test', 'invalid', 'slashes'],
    ['https://https://kiln.test', 'invalid', 'double-scheme'],
    ['www.kiln.test', 'invalid', 'no-scheme'],
    ['pottery.io/wheels', 'invalid', 'no-scheme'],
    ['https://me:secret@kiln.test', 'invalid', 'credentials'],
    ['https://kiln/', 'invalid', 'host'],
    ['http://1.2.3.4.5/', 'invalid', 'unparseable'],
    ['http://kiln.test:99999/', 'invalid', 'unparseable'],
  ])('%s is %s %s', (url, sort, fault) => {
    expect(readAddress(url, { image: false })).toEqual({ sort, fault });
  });
});
