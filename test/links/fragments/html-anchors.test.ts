import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnchors } from '../../../src/links/fragments/html-anchors.js';
import { matchFragment } from '../../../src/links/fragments/match-fragment.js';

const script = '<script src="/kiln.js"></script>';
const place = (html: string) => ({ type: 'text/html', anchors: readAnchors(html), whole: true });
const furnished =
  '<link id="a-css"><style id="b-css"></style><script id="c-js"></script><svg><path id="d"></path></svg>';
const three = '<p id="x">X</p><p id="y">Y</p><p id="z">Z</p>';

describe('the anchors of a page', () => {
  test.each([
    ['three that a reader sees', three, 'missing'],
    ['two that a reader sees', '<p id="x">X</p><p id="y">Y</p>', 'unsure'],
    ['style sheets, scripts and drawings alone', furnished, 'unsure'],
    ['style sheets and three that a reader sees', furnished + three, 'missing'],
    ['three on bare headings without scripts', `${three}<h2>Raku</h2><h2>Pit</h2>`, 'missing'],
    ['three on bare headings with scripts', `${script}${three}<h2>Raku</h2><h2>Pit</h2>`, 'unsure'],
    ['headings with ids', `${script}${three}<h2 id="r">Raku</h2><h2 id="p">Pit</h2>`, 'missing'],
    [
      'headings with links in them',
      `${script}${three}<h2>Raku<a id="r"></a></h2><h2>Pit<a name="p"></a></h2>`,
      'missing',
    ],
    ['links before headings', `${script}${three}<a name="r"></a> <h2>Raku</h2><a name="p"></a><h2>Pit</h2>`, 'missing'],
    [
      'sections with ids',
      `${script}${three}<section id="r"><h2>Raku</h2></section><div id="p"><h2>Pit</h2></div>`,
      'missing',
    ],
    [
      'ids that words part from the headings',
      `${script}${three}<i id="r">a</i>b<h2>Raku</h2>Words<h2>Pit</h2>`,
      'unsure',
    ],
    ['a page with one bare heading', `${script}${three}<h2>Raku</h2>`, 'missing'],
  ])('%s', (_, html, kind) => expect(matchFragment('cone', place(html)).kind).toBe(kind));

  test('ids of style sheets and templates are anchors as browsers see them, or not', () => {
    expect(matchFragment('a-css', place(furnished)).kind).toBe('found');
    expect(matchFragment('later', place(`${three}<template><p id="later">`)).kind).toBe('missing');
  });

  test.each([
    [50_000, 'missing'],
    [50_001, 'unsure'],
  ])('of %i anchors a further one is %s', (count, kind) => {
    const html = Array.from({ length: count }, (_, index) => `<i id=k${index}>`).join('');
    expect(readAnchors(html).names.size).toBe(50_000);
    expect(matchFragment('cone', place(html)).kind).toBe(kind);
  });

  test('any page is read', () => {
    const piece = fc.constantFrom(
      '<h2',
      ' id=a',
      '>',
      '</h2>',
      '<template>',
      '</template>',
      '<a name="',
      '"',
      '&amp;',
      '<script>',
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const { names, seen } = readAnchors(pieces.join(''));
        expect(seen).toBeLessThanOrEqual(names.size);
      }),
    );
  });
});
