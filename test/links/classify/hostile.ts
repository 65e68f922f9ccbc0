import fc from 'fast-check';
import type { HttpResponse } from '../../../src/links/http/response.js';

/** A page of one megabyte each that a careless reader chokes on. */
export const hostile: readonly (readonly [name: string, html: string])[] = [
  ['nothing but open brackets', '<'.repeat(1_000_000)],
  ['a comment without an end', `<title>T</title><!--${'-'.repeat(1_000_000)}`],
  ['comments within comments', '<!--'.repeat(250_000)],
  ['deep nesting', '<div>'.repeat(200_000)],
  ['deep nesting, closed by others', '<div>'.repeat(30_000) + '</p>'.repeat(200_000)],
  ['attributes without an end', `<a ${'a=" '.repeat(250_000)}`],
  ['titles without an end', '<title>'.repeat(140_000)],
  ['headings without an end', '<h1>x'.repeat(200_000)],
  ['white space', `<h1>${' '.repeat(1_000_000)}x</h1>`],
  ['entities', '&amp;'.repeat(200_000)],
  ['html elements that never end', '<html '.repeat(170_000)],
  ['hidden elements', '<noscript>'.repeat(100_000)],
];

/** An answer with a page; status 200 unless told. */
export function answerOf(body: string, facts: Partial<HttpResponse> = {}): HttpResponse {
  return {
    kind: 'answer',
    url: 'https://kilns.test/raku',
    status: 200,
    statusText: '',
    headers: {},
    broken: null,
    ...facts,
    body,
  };
}

/** Pages of any kind: odd strings, and odd strings within tags. */
export const anyHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<title>',
        '</title>',
        '<h1>',
        '</h1>',
        '<h2>',
        '<script>',
        '</script>',
        '<meta name="description" content="',
        '">',
        '<form>',
        '<input type=password>',
        '<!--',
        '-->',
        '<svg>',
        '</svg>',
        '404',
        'Not found',
        ' | ',
        ': ',
        '&#x110000;',
        '&#xD800;',
        '<html lang="',
        'this domain is for sale',
        'slot gacor',
        'togel',
        '<a href=x>',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
