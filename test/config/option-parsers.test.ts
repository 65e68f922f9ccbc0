import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readCodes,
  readConnectTo,
  readCount,
  readDuration,
  readHeader,
  readHeaderText,
  readLanguage,
  readLinkOptions,
  readPattern,
  readShard,
} from '../../src/config/option-parsers.js';
import { UserError } from '../../src/model/errors.js';

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['15s', 15_000],
    ['1.5s', 1500],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('%s', (text, milliseconds) => expect(readDuration('--timeout', text)).toBe(milliseconds));

  test.each(['', '15', 's', '-1s', '1 week', '1s2', '1e3s', '١s'])('%j is invalid', (text) =>
    expect(() => readDuration('--timeout', text)).toThrow(/^--timeout: invalid duration/),
  );

  test('that a timer cannot wait are refused', () => {
    expect(readDuration('--timeout', '24h', '1d')).toBe(86_400_000);
    expect(() => readDuration('--timeout', '30d', '1d')).toThrow('--timeout: "30d" is too long; use at most 1d');
    for (const option of ['timeout', 'confirmAfter'])
      expect(() => readLinkOptions({ [option]: '25d' }, (key) => key), option).toThrow(`${option}: "25d" is too long`);
    expect(readLinkOptions({ maxAge: '25d' }, (key) => key).maxAge).toBe(25 * 86_400_000);
  });
});

describe('codes', () => {
  test('single ones and ranges', () => {
    expect(readCodes('--accept', '200..299,403')).toEqual([
      { from: 200, to: 299 },
      { from: 403, to: 403 },
    ]);
  });

  test.each(['', '200-299', '299..200', '20', '2000', '200,', '099'])('%j is invalid', (text) =>
    expect(() => readCodes('--accept', text)).toThrow(UserError),
  );
});

describe('patterns', () => {
  test('bare, and with flags; a path between slashes is taken for one with flags', () => {
    expect(readPattern('--include', 'a/b').test('https://x.example/a/b')).toBe(true);
    expect(readPattern('--include', '/LOOM/i').test('loom')).toBe(true);
    expect(readPattern('--include', 'LOOM').test('loom')).toBe(false);
  });

  test('never keep a place between two tests', () => {
    expect(readPattern('--include', '/loom/g').global).toBe(false);
  });
});

describe('headers and connections', () => {
  test('a header holds colons and equal signs of its own', () => {
    expect(readHeader('--header', 'API.loom.example=Authorization: Bearer a=b:c')).toEqual({
      host: 'api.loom.example',
      name: 'Authorization',
      value: 'Bearer a=b:c',
    });
  });

  test.each(['a', 'a=b', '=b: c', 'a=b c: d', 'a=b: c\r\nd: e'])('%j is not a header', (text) =>
    expect(() => readHeader('--header', text)).toThrow(UserError),
  );

  test('a message about a header does not repeat its secret', () => {
    expect(() => readHeader('--header', 'a.example=secret')).toThrow(/^(?!.*secret)/);
  });

  test("curl's forms", () => {
    const read = (text: string) => Object.values(readConnectTo('--connect-to', text));
    expect(read('a.example:443:127.0.0.1:8443')).toEqual(['a.example', '443', '127.0.0.1', '8443']);
    expect(read('::localhost:80')).toEqual(['', '', 'localhost', '80']);
    expect(read('A.example:80:[::1]:')).toEqual(['a.example', '80', '::1', '']);
    expect(() => read('a:b')).toThrow(UserError);
    expect(() => read('a:b:c:d')).toThrow(UserError);
  });
});

test('shards', () => {
  expect(readShard('--shard', '2/4')).toEqual({ index: 2, count: 4 });
  for (const text of ['0/4', '5/4', '1', '1/0', '1/9999', 'a/b']) {
    expect(() => readShard('--shard', text)).toThrow(/^--shard: invalid shard/);
  }
});

test('counts', () => {
  expect(readCount('--retries', '0', 0)).toBe(0);
  for (const text of ['-1', '1.5', 'x', '', '9'.repeat(20)]) {
    expect(() => readCount('--retries', text, 0)).toThrow(/^--retries: /);
  }
  expect(() => readCount('--concurrency', 0, 1)).toThrow(/use an integer ≥ 1$/);
});

test('whatever is written, a value is read or refused in one sentence', () => {
  const readers = [readDuration, readCodes, readPattern, readHeader, readConnectTo, readShard];
  fc.assert(
    fc.property(fc.constantFrom(...readers), fc.string(), (read, text) => {
      try {
        read('--option', text);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});

describe('words for a header and a language', () => {
  test.each(['en', 'pt-BR', 'zh-Hans'])('%s is a language tag', (tag) => {
    expect(readLanguage('--lang', tag)).toBe(tag);
  });
  test.each(['12', '', 'en_US', 'e'])('%j is invalid', (tag) => {
    expect(() => readLanguage('--lang', tag)).toThrow('--lang: invalid language tag');
  });
  test('a user agent is one line that a header can hold', () => {
    expect(readHeaderText('--user-agent', 'loom/1 (+https://loom.example)')).toBe('loom/1 (+https://loom.example)');
    for (const text of ['', ' ', 'a\r\nx: y', '織機', 'a\u0000'])
      expect(() => readHeaderText('--user-agent', text)).toThrow('--user-agent: not valid in a header');
  });
});
