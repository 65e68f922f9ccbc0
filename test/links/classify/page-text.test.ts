import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFrame, readPage } from '../../../src/links/classify/page-text.js';
import { anyHtml, hostile } from './hostile.js';

const whole = `<!doctype html><html lang="de-AT"><head><title>
  Öfen &amp;  Brände</title><meta name="Description" content="Alles  über Öfen"><meta property="og:title" content="Öfen">
<meta property="og:site_name" content="Brennhaus"><meta name="generator" content="Hugo 1"><link rel="canonical" href="https://kilns.test/ofen">
<style>p { color: red }</style><script src="/a.js">"<h1>not this</h1>"</script></head><body id="top"><h1>Der <b>Raku</b>brand</h1>
<svg><title>Bild</title><text>Bildtext</text></svg><p>Ein Ofen</p><p>zwei<br>Öfen</p><noscript>Ohne Skripte</noscript>
<template><p>Muster</p></template><h2>Ton</h2><h2> </h2><h2>Glasur</h2><a href="/x">fort</a><a name="y">hier</a>
<form><input type="password"><input type="Password"></form><form><input type="text"></form><iframe src="//frames.test/f"></iframe></body></html>`;

describe('what stands on a page', () => {
  const page = readPage(whole);
  test('its head', () => {
    expect(page).toMatchObject({
      title: 'Öfen & Brände',
      lang: 'de',
      description: 'Alles über Öfen',
      ogTitle: 'Öfen',
      siteName: 'Brennhaus',
      generator: 'Hugo 1',
      canonical: 'https://kilns.test/ofen',
    });
  });
  test('its headings and its text, without what does not show', () => {
    expect(page.h1).toEqual(['Der Rakubrand']);
    expect(page.h2).toEqual(['Ton', 'Glasur']);
    expect(page.text).toBe('Der Rakubrand Ein Ofen zwei Öfen Ton Glasur forthier');
  });
  test('its counts', () => {
    expect(page).toMatchObject({ scripts: 1, passwords: 1, links: 1, roots: [] });
    expect(page.sources).toEqual(['/a.js', '//frames.test/f']);
  });
});

test('a page of nothing has nothing', () => {
  expect(readPage('')).toMatchObject({ title: null, lang: null, h1: [], text: '', canonical: null, passwords: 0 });
});

test('the first title counts, the first three headings, and a password outside of a form', () => {
  const page = readPage(
    '<title>One</title><title>Two</title><input type=password><input type=password><h1>a<h1>b<h1>c<h1>d',
  );
  expect(page).toMatchObject({ title: 'One', h1: ['a', 'b', 'c'], passwords: 1 });
});

test('what stands behind 256 kB is not read', () => {
  const filler = `<!--${'x'.repeat(262_144)}-->`;
  expect(readPage(`<h1>Near</h1>${filler}<h1>Far</h1>`).h1).toEqual(['Near']);
  expect(readPage('<h1>Near</h1><h1>Far</h1>').h1).toEqual(['Near', 'Far']);
});

test('the text is capped', () => {
  expect(readPage(`<p>${'wordy '.repeat(10_000)}</p>`).text).toHaveLength(20_000);
  expect(readPage('<p>four</p>'.repeat(10_000)).text).toHaveLength(19_999);
});

describe('a frame for a script', () => {
  test.each([
    ['an empty root', '<div id="root"></div><script src="/a.js"></script>', true],
    ['the element of a framework', '<app-root>Loading…</app-root><script src="/a.js"></script>', true],
    ['a root that was filled', `<div id="root"><h1>Kilns</h1></div><script src="/a.js"></script>`, false],
    ['a root with a text', `<div id="app">${'words '.repeat(60)}</div><script src="/a.js"></script>`, false],
    ['no script to fill it', '<div id="root"></div>', false],
    ['a script and no root', '<div id="roots"></div><script src="/a.js"></script>', false],
  ])('%s', (_, html, expected) => {
    expect(isFrame(readPage(html))).toBe(expected);
  });
});

describe('pages meant to hurt', () => {
  test.each(hostile)('%s', (_, html) => {
    const page = readPage(html);
    expect(page.text.length).toBeLessThanOrEqual(20_000);
    expect((page.title ?? '').length).toBeLessThanOrEqual(1000);
    expect([...page.h1, ...page.h2].every((each) => each.length <= 600)).toBe(true);
  });

  test('an unfinished comment hides only what follows it', () => {
    expect(readPage(`<h1>Kiln</h1><!--${'-'.repeat(1_000_000)}`).h1).toEqual(['Kiln']);
  });

  test('any string is a page', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const page = readPage(html);
        expect(page.text).not.toMatch(/\s\s|^\s|\s$/);
        expect(page.h1.length).toBeLessThanOrEqual(3);
        expect(readPage(html)).toEqual(page);
      }),
    );
  });
});
