import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { markOf } from '../../../src/links/classify/site-markers.js';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { answerOf } from './hostile.js';

function mark(url: string, html: string, facts: Partial<HttpResponse> = {}): string | null {
  const word = markOf(new URL(url), answerOf(html, { url, ...facts }), readPage(html));
  return word === null ? null : `${word.verdict} ${word.reason}`;
}

const titled = (title: string): string => `<title>${title}</title>`;
const svg = (title: string): string => `<svg xmlns="x" role="img" aria-label="${title}"><title>${title}</title></svg>`;
const tme = '<body><div class="tgme_page_wrap"><div class="tgme_page_icon"></div></div>';
const chat = '<div class="tgme_page_title"><span>Kilns</span></div>';
const soft = 'suspect soft-404';
const wall = 'unverifiable bot-wall';

describe('what hosts show in the place of a page', () => {
  test.each<[string, string, string]>([
    ['https://t.me/kiln_house', tme, soft],
    ['https://t.me/+AbCdEf012345', tme, soft],
    ['https://telegram.me/joinchat/AbCdEf012345', tme, soft],
    ['https://join.slack.com/t/kilns/shared_invite/zt-1', '<h1>This link is no longer active</h1>', 'suspect expired'],
    ['https://img.shields.io/github/v/tag/kiln/raku', svg('tag: repo not found'), soft],
    ['https://img.shields.io/bit/kiln', svg('bit: no longer available'), soft],
    ['https://img.shields.io/pub/v/kiln', svg('pub: retired badge'), soft],
    ['https://img.shields.io/kiln', svg('404: badge not found'), soft],
    ['https://badgen.net/kiln/raku', svg('badgen: 404'), soft],
    ['https://badge.fury.io/js/raku.svg', '<svg aria-label="raku: not found"></svg>', soft],
    ['https://www.instagram.com/kilns/', titled('Login • Instagram'), wall],
    ['https://www.instagram.com/kilns/', titled('Instagram'), wall],
    ['https://www.linkedin.com/company/kilns', titled('Sign Up | LinkedIn'), wall],
    ['https://www.facebook.com/kilns', titled('Log into Facebook'), wall],
    ['https://m.facebook.com/kilns', titled('Facebook – log in or sign up'), wall],
    ['https://x.com/kilns', '<div id="react-root"></div>', wall],
    ['https://twitter.com/kilns', `${titled('X')}<h1>JavaScript is not available.</h1>`, wall],
    ['https://www.youtube.com/watch?v=abc', titled(' - YouTube'), soft],
    ['https://www.youtube.com/@kilns', titled('- YouTube'), soft],
    [
      'https://chromewebstore.google.com/detail/raku/abc',
      `${titled('Chrome Web Store')}<p>This item is not available</p>`,
      soft,
    ],
    ['https://steamcommunity.com/id/kilns', titled('Steam Community :: Error'), soft],
  ])('%s with %s', (url, html, expected) => {
    expect(mark(url, html)).toBe(expected);
    expect(mark(url, html, { status: 404 })).toBeNull();
    // The same page of anybody else means nothing.
    expect(mark(`https://kilns.test${new URL(url).pathname}`, html)).toBeNull();
    expect(mark(url.replace('://', '://not-'), html)).toBe(
      url.includes('://www.') || url.includes('://m.') || url.includes('://img.') ? expected : null,
    );
  });

  test('a form that is closed', () => {
    const form = 'https://docs.google.com/forms/d/e/abc/viewform';
    const closed = form.replace('viewform', 'closedform');
    expect(mark(form, titled('Survey'), { url: closed })).toBe('suspect expired');
    expect(mark(form, titled('Survey'))).toBeNull();
    expect(mark(form.replace('forms', 'document'), titled('Text'), { url: closed })).toBeNull();
  });
});

describe('what they show in its own place', () => {
  test.each<[string, string, Partial<HttpResponse>?]>([
    ['https://t.me/kiln_house', tme + chat],
    ['https://t.me/kiln_house/12', tme],
    ['https://t.me/addstickers/Kilns', tme],
    ['https://t.me/share', tme],
    ['https://t.me/', tme],
    ['https://t.me/kiln_house', '<p>Not Telegram’s page</p>'],
    ['https://t.me/kiln_house', tme, { cut: true }],
    ['https://t.me/kiln_house', tme, { broken: 'reset' }],
    ['https://join.slack.com/t/kilns/shared_invite/zt-1', '<h1>See what Kilns is up to</h1>'],
    ['https://img.shields.io/github/v/tag/kiln/raku', svg('tag: v1.2.3')],
    ['https://img.shields.io/badge/x', svg('404: handled')],
    ['https://img.shields.io/badge/x', svg('not found errors: none')],
    ['https://shields.io/docs', '<title>badge: not found</title>'],
    ['https://www.instagram.com/kilns/', titled('Kilns (@kilns) • Instagram photos and videos')],
    ['https://www.linkedin.com/company/kilns', titled('Kilns | LinkedIn')],
    ['https://www.facebook.com/kilns', titled('Kilns | Facebook')],
    ['https://x.com/kilns', `${titled('Kilns (@kilns) / X')}<p>Pots</p>`],
    ['https://www.youtube.com/watch?v=abc', titled('Raku in an hour - YouTube')],
    ['https://www.youtube.com/about/', titled('- YouTube')],
    [
      'https://chromewebstore.google.com/detail/raku/abc',
      `${titled('Raku - Chrome Web Store')}<p>This item is not available</p>`,
    ],
    ['https://chromewebstore.google.com/detail/raku/abc', titled('Chrome Web Store')],
    ['https://steamcommunity.com/id/kilns', titled('Steam Community :: Kilns')],
  ])('%s with %s %j', (url, html, facts = {}) => {
    expect(mark(url, html, facts)).toBeNull();
  });
});

test('a badge is known by its type as well', () => {
  const words = '<?xml version="1.0"?><svg aria-label="v: not found"></svg>';
  const url = 'https://badgen.net/kiln';
  expect(mark(url, words, { headers: { 'content-type': 'image/svg+xml;charset=utf-8' } })).toBe(soft);
  expect(mark(url, words, { headers: { 'content-type': 'text/html' } })).toBeNull();
});
