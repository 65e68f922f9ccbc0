import { describe, expect, test } from 'vitest';
import { instantRefreshOf } from '../../../src/links/http/meta-refresh.js';

const url = 'https://kiln.test/guide/intro';
const tag = '<meta http-equiv="refresh" content="0;url=/gone">';
const targetOf = (html: string): string | null => instantRefreshOf(html, url)?.href ?? null;

const quoted: readonly (readonly [where: string, html: string])[] = [
  ['a script', `<script>const page = '${tag}';</script>`],
  ['JSON', `<script type="application/json">{"html": "${tag.replaceAll('"', '\\"')}"}</script>`],
  ['a textarea', `<textarea>${tag}</textarea>`],
  ['an xmp', `<xmp>${tag}</xmp>`],
  ['a template', `<template><div>${tag}</div></template>`],
  ['a template in a template', `<template><template></template>${tag}</template>`],
  ['an attribute', `<div data-html='${tag}'></div>`],
  ['a frame of its own', `<iframe srcdoc='${tag}'></iframe>`],
  ['an iframe', `<iframe>${tag}</iframe>`],
  ['a noembed', `<noembed>${tag}</noembed>`],
  ['a noframes', `<noframes>${tag}</noframes>`],
  ['a noscript', `<noscript>${tag}</noscript>`],
  ['a style', `<style>/* ${tag} */</style>`],
  ['a title', `<title>${tag}</title>`],
  ['CDATA of a drawing', `<svg><desc><![CDATA[ ${tag} ]]></desc></svg>`],
  ['a comment', `<!-- ${tag} -->`],
  ['a comment that ends oddly', `<!-- ${tag} --!>`],
  ['plain text', `<plaintext>${tag}`],
  ['escaped code', `<pre>${tag.replaceAll('<', '&lt;')}</pre>`],
];

describe('a meta refresh that is only quoted is not followed', () => {
  test.each(quoted)('in %s', (_, html) => {
    expect(targetOf(`<title>Kilns</title>${html}<h1>Kilns</h1>`)).toBe(null);
  });
  test.each(quoted.filter(([where]) => where !== 'plain text'))('the real one after %s is', (_, html) => {
    expect(targetOf(`${html}<p>Kilns</p>${tag}`)).toBe('https://kiln.test/gone');
  });
});

test('is followed wherever the element is', () => {
  for (const html of [tag, `<body><p>Kilns</p>${tag}`, `<svg><style>a</style></svg>${tag}`, `<svg><p>${tag}`])
    expect(targetOf(html), html).toBe('https://kiln.test/gone');
  expect(targetOf(`<svg><path/><p><style>/* ${tag} */</style>`)).toBe(null);
});

test('leads to what the base URL before it makes of it', () => {
  const relative = '<meta http-equiv=refresh content="0;url=b">';
  expect(targetOf(relative)).toBe('https://kiln.test/guide/b');
  expect(targetOf(`<base href="/x/">${relative}`)).toBe('https://kiln.test/x/b');
  expect(targetOf(`<base target="_top"><base href="/x/"><base href="/y/">${relative}`)).toBe('https://kiln.test/x/b');
  expect(targetOf(`${relative}<base href="/x/">`)).toBe('https://kiln.test/guide/b');
  expect(targetOf(`<script>'<base href="/x/">'</script>${relative}`)).toBe('https://kiln.test/guide/b');
});

test.each([
  ['0; url=/b', '/b'],
  ['0;URL="/b"', '/b'],
  ["0, url = '/b' and more", '/b'],
  ['0;/b', '/b'],
  ['0 /b', '/b'],
  ["0;url=/o'neil", "/o'neil"],
  ['0;url=/b?a=1&amp;c=2', '/b?a=1&c=2'],
  ['0.0;url=/b', '/b'],
  ['0;https://kiln.test/b', '/b'],
  ['0;foo=/gone', null],
  ['0; one moment', null],
  ['5;url=/b', null],
  ['0.5;url=/b', null],
  ['0', null],
  ['', null],
  ['url=/b', null],
  ['0x;url=/b', null],
  ['0;url=javascript:go()', null],
  ['0;url=https://[', null],
])('content %s leads to %s', (content, path) => {
  const html = `<meta http-equiv="Refresh" content="${content.replaceAll('"', '&quot;')}">`;
  expect(targetOf(html)).toBe(path === null ? null : `https://kiln.test${path}`);
});

test('only the first valid one counts, and only of the exact name', () => {
  expect(targetOf(`<meta http-equiv="refresh" content="9;url=/later">${tag}`)).toBe(null);
  expect(targetOf(`<meta http-equiv="refresh" content="soon">${tag}`)).toBe('https://kiln.test/gone');
  expect(targetOf('<meta name="http-equiv" content="0;url=/refresh">')).toBe(null);
  expect(targetOf('<meta http-equiv="x-refresh" content="0;url=/b">')).toBe(null);
});
