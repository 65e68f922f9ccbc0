import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/model/evidence.js';
import { classifyUrl } from '../../src/parse/classify-url.js';
import { evidenceText, withSentences } from '../../src/report/evidence.js';
import { row } from './made.js';

const response: Evidence = { kind: 'response', url: 'http://a.test/', status: 404, statusText: '', brokeOff: null };

const unsent: Extract<Evidence, { kind: 'no-response' }> = {
  kind: 'no-response',
  url: 'http://a.test/',
  detail: 'not checked: a.test allows no more requests in this run',
};

describe('evidence in words', () => {
  test.each<[Evidence, string]>([
    [response, 'GET http://a.test/ -> 404'],
    [{ ...response, statusText: 'Not Found' }, 'GET http://a.test/ -> 404 (Not Found)'],
    [
      { ...response, brokeOff: 'the connection was closed' },
      'GET http://a.test/ -> 404, then the connection was closed',
    ],
    [
      { kind: 'confirmed', afterMs: 11_700, same: true, seen: response },
      'the same result 12 s later: GET http://a.test/ -> 404',
    ],
    [{ kind: 'retried', seen: response }, 'checked again: GET http://a.test/ -> 404'],
    [unsent, 'http://a.test/ was not requested: a.test allows no more requests in this run'],
    [{ kind: 'retried', seen: unsent }, 'not checked again: a.test allows no more requests in this run'],
    [{ ...unsent, detail: 'timeout' }, 'GET http://a.test/ -> timeout'],
    [{ kind: 'confirmed', afterMs: 2, same: false, seen: 'gone' }, 'checked again 1 s later: gone'],
    [{ kind: 'line-not-in-file', fragment: 'L9', lines: 1 }, '#L9: the file has 1 line'],
    [{ kind: 'line-not-in-file', fragment: 'L9', lines: 2 }, '#L9: the file has 2 lines'],
    [{ kind: 'over-cap', links: 9, domain: null }, 'more than 9 links are new'],
    [{ kind: 'over-cap', links: 9, domain: 'a.test' }, 'more than 9 new links lead to a.test'],
    [{ kind: 'has', service: 'npm', thing: null, name: 'kiln' }, 'npm has kiln'],
    [{ kind: 'has', service: 'a.test', thing: 'article', name: 'Kiln' }, 'a.test has the article Kiln'],
    [{ kind: 'has-no', service: 'a.test', thing: 'article', name: 'Kiln' }, 'a.test has no article Kiln'],
  ])('%j', (evidence, words) => expect(evidenceText(evidence)).toBe(words));

  test('shows no password, no control character and no more than 200 characters', () => {
    expect(evidenceText({ ...response, url: 'http://me:secret@a.test/' })).toBe('GET http://a.test/ -> 404');
    expect(evidenceText({ kind: 'says', words: 'a\u001B[31mb\u202Ec' })).toBe('the page says “a [31mb c”');
    expect(evidenceText({ kind: 'says', words: 'x'.repeat(300) })).toHaveLength(200);
  });

  test.each(['', 'TODO', '[LINK]', 'https://example.com/', 'https://github.com/user/repo'])(
    'says why %s is a placeholder',
    (url) => {
      const { sort, fault } = classifyUrl(url, { image: false });
      expect(sort).toBe('placeholder');
      expect(evidenceText({ kind: 'placeholder', fault })).toMatch(/^the URL is a placeholder: it[s ]/);
    },
  );

  test.each([
    ...[
      '(https://kiln.test/',
      'mailto:ann',
      'htps://kiln.test/',
      'www.kiln.test',
      'https:/kiln.test',
      'https://https://a.test',
    ],
    ...[
      'https://a b.test/',
      'https://ann@kiln.test/',
      'https://kiln.test/"',
      'https://kiln.test/)',
      'https://kiln:x/',
      'https://kiln/',
    ],
  ])('says why %s is malformed', (url) => {
    const { sort, fault } = classifyUrl(url, { image: false });
    expect(sort).toBe('invalid');
    expect(evidenceText({ kind: 'malformed-url', fault })).toMatch(/^the URL is malformed: ./);
  });

  test('leaves a sentence from a report or a ledger as it is', () => {
    expect(evidenceText('the same 12 s later: gone')).toBe('the same 12 s later: gone');
    const link = row('http://a.test/', { evidence: [response, 'gone'] });
    expect(withSentences(link)).toEqual({ ...link, evidence: ['GET http://a.test/ -> 404', 'gone'] });
  });
});
