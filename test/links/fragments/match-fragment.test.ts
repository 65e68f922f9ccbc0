import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnchors } from '../../../src/links/fragments/html-anchors.js';
import { matchFragment } from '../../../src/links/fragments/match-fragment.js';

const body = `<!doctype html><title>Glazes</title><h1 id="glazes">Glazes</h1><p>${'Words about glazes. '.repeat(20)}
<h2 id="user-content-celadon">Celadon</h2><a name="tenmoku"></a><h2 id="café">Café</h2><h2 id='a&amp;b'>A and B</h2><h2 id=shino>Shino</h2>
<template><i id="later"></i></template><!-- <i id="hidden"></i> --><script>document.write('<i id="made"></i>')</script>`;
const page = { type: 'text/html', anchors: readAnchors(body), whole: true };

describe('a fragment on a page', () => {
  test.each([
    ['', 'found'],
    ['top', 'found'],
    ['TOP', 'found'],
    ['glazes', 'found'],
    ['Glazes', 'missing'],
    ['celadon', 'found'],
    ['user-content-glazes', 'found'],
    ['tenmoku', 'found'],
    ['caf%C3%A9', 'found'],
    ['caf%E9', 'missing'],
    ['a&b', 'found'],
    ['shino', 'found'],
    ['later', 'missing'],
    ['hidden', 'missing'],
    ['made', 'missing'],
    ['raku', 'missing'],
    [':~:text=celadon', 'found'],
    ['raku:~:text=celadon', 'missing'],
    ['!/glazes/raku', 'unsure'],
    ['/glazes', 'unsure'],
    ['!forum/glazes', 'spa'],
    ['gid=0', 'spa'],
  ] as const)('#%s is %s', (fragment, kind) => expect(matchFragment(fragment, page).kind).toBe(kind));

  test.each([
    ['Glazes', 'glazes'],
    ['shinoo', 'shino'],
    ['Ten-Moku', 'tenmoku'],
    ['raku', null],
  ])('#%s may mean %s', (fragment, suggestion) =>
    expect(matchFragment(fragment, page)).toMatchObject({ kind: 'missing', suggestion }),
  );

  test.each([
    ['a page that goes on', { ...page, whole: false }, 'raku', 'unsure'],
    ['a page that goes on, before its cut', { ...page, whole: false }, 'shino', 'found'],
    ['a page with hardly an anchor', { ...page, anchors: readAnchors('<h1 id=a>A</h1><p id=b>') }, 'raku', 'unsure'],
    [
      'an application',
      { ...page, anchors: readAnchors('<div id="root"></div><i id=a></i><i id=b></i><script src=/a.js></script>') },
      'raku',
      'spa',
    ],
    [
      'a route of an application',
      { ...page, anchors: readAnchors('<div id="root"></div><i id=a></i><i id=b></i><script src=/a.js></script>') },
      '/raku',
      'spa',
    ],
    ['a page of a PDF', { ...page, type: 'application/pdf', anchors: null }, 'page=3', 'found'],
    ['a name in a PDF', { ...page, type: 'application/pdf', anchors: null }, 'chapter.2', 'unsure'],
    ['a time in a film', { ...page, type: 'video/mp4', anchors: null }, 't=30', 'found'],
    ['plain text', { ...page, type: 'text/plain', anchors: null }, 'L7', 'unsure'],
  ] as const)('%s', (_, place, fragment, kind) => expect(matchFragment(fragment, place).kind).toBe(kind));

  test('reading anchors and judging fragments are total', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (html, fragment) => {
        const anchors = readAnchors(html);
        expect(['found', 'missing', 'spa', 'unsure']).toContain(
          matchFragment(fragment, { type: 'text/html', anchors, whole: true }).kind,
        );
      }),
    );
    expect(readAnchors('<'.repeat(200_000)).names.size).toBe(0);
    expect(readAnchors('<i id=x>'.repeat(20_000)).names.size).toBe(1);
  });
});
