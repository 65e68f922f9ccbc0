import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectParked } from '../../../src/links/classify/parked-domain.js';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { answerOf } from './hostile.js';

const own = 'https://kilns.test/raku';
const story = '<p>Clay shrinks as it dries, and again as it is fired.</p>'.repeat(60);
const pots = '<title>Pots</title><h1>Pots</h1><p>We throw pots.</p>';

function parked(html: string, hops: readonly string[] = [own], facts: Partial<HttpResponse> = {}): string | null {
  const because = detectParked(answerOf(html, { url: hops.at(-1) ?? own, ...facts }), readPage(html), hops);
  return because === null ? null : evidenceText(because);
}

describe('where a link ends up', () => {
  test.each([
    'https://www.sedoparking.com/kilns.test',
    'https://sedo.com/search/details/?domain=kilns.test',
    'http://bodis.com/',
    'https://x.parkingcrew.net/',
    'https://dan.com/buy-domain/kilns.test',
    'https://www.afternic.com/forsale/kilns.test',
    'https://www.hugedomains.com/domain_profile.cfm?d=kilns.test',
    'https://www.godaddy.com/forsale/kilns.test?traffic_type=x',
    'https://www.atom.com/name/Kilns',
    'https://www.brandbucket.com/names/kilns',
    'https://above.com/marketplace/kilns.test',
  ])('%s', (end) => {
    expect(parked(pots, [own, end])).not.toBeNull();
    // Asked for itself, the same address is a link like any other.
    expect(parked(pots, [end])).toBeNull();
    expect(parked(pots, [end, end])).toBeNull();
  });

  test.each([
    ['another page of a market', 'https://sedo.com/us/about-us/'],
    ['a registrar’s own page', 'https://www.godaddy.com/help/park-a-domain'],
    ['a name that ends alike', 'https://jordan.com/kilns'],
    ['a name that begins alike', 'https://bodis.com.kilns.example/'],
  ])('%s', (_, end) => {
    expect(parked(pots, [own, end])).toBeNull();
  });

  test('a hop in the middle counts', () => {
    expect(parked(pots, [own, 'https://www.sedoparking.com/x', 'https://shop.example/'])).toMatch(/Sedo/);
  });

  test.each([
    ['with a tracking word', 'http://ww25.kilns.test/raku?subid1=2026', pots, true],
    ['with a bare page', 'http://ww1.kilns.test/', '<script src="/x.js"></script>', true],
    ['with a page of its own', 'http://ww1.kilns.test/downloads/raku', pots + story, false],
    ['with a front page of words', 'http://ww1.kilns.test/', pots + story, false],
    ['of another site', 'http://ww25.pots.test/?subid1=2026', pots, false],
    ['www and a number', 'http://www1.kilns.test/?subid1=2026', pots, false],
  ])('a numbered sub-domain %s', (_, end, html, expected) => {
    expect(parked(html, [own, end]) !== null).toBe(expected);
  });

  test('a domain whose name begins so', () => {
    const [start, end] = ['http://ww1-kilns.test/', 'http://ww25.ww1-kilns.test/?subid1=2026'];
    expect(parked(pots, [start, end])).not.toBeNull();
  });

  test('a link to the numbered sub-domain itself', () => {
    expect(parked(pots, ['http://ww1.kilns.test/a', 'http://ww1.kilns.test/?subid1=2'])).toBeNull();
  });
});

describe('what a page loads', () => {
  test.each([
    'https://img.sedoparking.com/js/x.js',
    '//c.parkingcrew.net/scripts/x.js',
    'https://img1.wsimg.com/parking-lander/static/js/main.ab12.js',
    'https://d38psrni17bvxu.cloudfront.net/themes/x.js',
    'https://www.google.com/adsense/domains/caf.js?abp=1',
    'https://www.afternic.com/forsale/x.js',
  ])('%s', (source) => {
    expect(parked(`<script src="${source}"></script>`)).not.toBeNull();
    expect(parked(`<iframe src="${source}"></iframe>`)).not.toBeNull();
    expect(parked(`<frameset rows="100%,*"><frame src="${source}"></frameset>`)).not.toBeNull();
    // A link to it, and a page of its own around it.
    expect(parked(`<p>See <a href="${source}">this script</a>: ${source}</p>`)).toBeNull();
    expect(parked(`${story.repeat(2)}<script src="${source}"></script>`)).toBeNull();
  });

  test('a script of another kind from the same host', () => {
    expect(parked('<script src="https://img1.wsimg.com/poly/v3/polyfill.js"></script>')).toBeNull();
    expect(parked('<script src="https://www.google.com/adsense/start.js"></script>')).toBeNull();
  });
});

describe('shells', () => {
  const goTo = (url: string): string => `window.location.href = '${url}';`;
  const shell = '<!doctype html><script>window.onload=function(){window.location.href="/lander"}</script>';
  const lander = '<script>window.LANDER_SYSTEM="XX"</script>';
  test.each([
    ['goes on to /lander', shell, own, true],
    ['is replaced by /lander', '<script>window.location.replace("/lander")</script>', own, true],
    ['is replaced by another page', '<script>window.location.replace("/landing")</script>', own, false],
    ['holds what it shows', '<div id="target"></div><script>window.park = "eyJ1dWlkIjoiNGI"</script>', own, true],
    ['holds a park', '<div id="target"></div><script>window.park = "central"</script>', own, false],
    ['goes on to the moon lander', shell.replace('/lander', '/lander-game'), own, false],
    ['names /lander in a long page', `${shell}${story}`, own, false],
    ['is the lander', lander, 'https://kilns.test/lander', true],
    [
      'is a game under the same path',
      '<title>Moon Lander</title><canvas></canvas>',
      'https://kilns.test/lander',
      false,
    ],
    ['is a lander of another path', lander, 'https://kilns.test/moon', false],
    ['is signed for its advertisements', '<html data-adblockkey="MFww" lang="en"><p>Related</p>', own, true],
    [
      'leads to a market by its script',
      `<script>${goTo('https://www.hugedomains.com/domain_profile.cfm?d=kilns.test')}</script>`,
      own,
      true,
    ],
    [
      'leads to its own site by its script',
      `<script>${goTo('https://shop.kilns.test/hugedomains.com')}</script>`,
      own,
      false,
    ],
    ['leads elsewhere by its script', `<script>${goTo('https://pots.test/')}</script>`, own, false],
    ['leads to a market from a long page', `${story}<script>${goTo('https://dan.com/x')}</script>`, own, false],
    ['speaks of the signature', '<html><p>Set data-adblockkey="x" on html</p>', own, false],
  ])('a page that %s', (_, html, url, expected) => {
    expect(parked(html, [url]) !== null).toBe(expected);
  });
});

test('the words of a domain that is parked, in a heading or two', () => {
  expect(parked('<h1>kilns.test</h1><h2>is a totally awesome idea still being worked on.</h2>')).not.toBeNull();
  expect(parked('<h1>Kilns</h1><h2>is a totally awesome idea still being worked on.</h2>')).toBeNull();
  expect(parked('<title>kilns.test is parked</title>')).not.toBeNull();
  expect(parked('<title>kilns.test | parked domain at Porkbun</title>')).not.toBeNull();
  expect(parked('<title>kilns.test | parked cars at the pottery</title>')).toBeNull();
  expect(parked('<title>kilns.test is parked: why we stopped</title><p>A story.</p>')).toBeNull();
  expect(parked('<title>Domena kilns.test jest utrzymywana na serwerach nazwa.pl</title>')).not.toBeNull();
  expect(parked('<title>Strona kilns.test jest utrzymywana na serwerach nazwa.pl</title>')).toBeNull();
  expect(parked('<p>kilns.test may be for sale. Click here to inquire.</p>')).not.toBeNull();
  expect(parked(`<p>kilns.test may be for sale. So we heard.</p>${story}`)).toBeNull();
});

test('a notice under advertisements', () => {
  const links = '<ul>'.padEnd(900, '<li>Clay</li>');
  const notice = 'The Sponsored Listings displayed above are served automatically by a third party.';
  expect(parked(`<h1>kilns.test</h1>${links}<p>${notice}</p>`)).not.toBeNull();
  expect(parked(`${story}<p>${notice}</p>`)).toBeNull();
  expect(parked(`<h1>Parking</h1><p>They say “${notice}”</p>`)).toBeNull();
});

describe('titles that offer the domain', () => {
  test.each([
    'kilns.test is for sale',
    'Kilns.test is for sale | Market',
    'The domain name kilns.test is for sale.',
    'kilns.test domain name is for sale. Inquire now.',
    'kilns.test may be for sale',
    'kilns.test - This domain is for sale!',
    'Buy kilns.test',
    'kilns.test steht zum Verkauf',
    'kilns.test est à vendre',
    'kilns.test продаётся',
  ])('%s', (title) => {
    expect(parked(`<title>${title}</title>`)).toContain(title);
    expect(parked(`<h1>${title}</h1>`)).toContain(title);
    // The same offer of a domain that the link does not name.
    expect(parked(`<title>${title.replace(/kilns\.test/i, 'pots.test')}</title>`)).toBeNull();
  });

  test.each([
    ['a shop', 'kilns.test – kilns for sale'],
    ['a shop with a dash', 'kilns.test - This kiln is for sale!'],
    ['another shop', 'Kilns for sale at kilns.test'],
    ['news', 'Why kilns.test is for sale: an interview'],
    ['a guide', 'How to buy kilns.test shares'],
    ['a guide, begun alike', 'Buy kilns.test vouchers'],
  ])('%s', (_, title) => {
    expect(parked(`<title>${title}</title><p>We sell kilns.</p>`)).toBeNull();
  });

  test('the domain of the end counts as well', () => {
    expect(parked('<title>pots.test is for sale</title>', [own, 'https://pots.test/'])).not.toBeNull();
  });
});

describe('what a page says of itself', () => {
  test.each([
    ['This domain is parked free, courtesy of Kiln Names'],
    ['Parked Domain name on Hostinger DNS system'],
    ['This domain name has been registered with Gandi.net'],
    ['Diese Domain ist bereits registriert'],
    ['Congratulations! Your domain has been created with OVHcloud!'],
    ['This domain is for sale!'],
    ['kilns.test This domain may be for sale by its owner'],
    ['This domain name has expired. Renew it now.'],
    ['Diese Domain steht zum Verkauf'],
    ['Ce nom de domaine est à vendre'],
    ['Este dominio está en venta'],
    ['This domain name may be for sale. Click here to inquire.'],
    ['Parked at Loopia. This domain has been purchased and parked by a customer of Loopia.'],
    ['Parked on the Bun!'],
    ['Diese Internetpräsenz wurde bereits von einem Kunden reserviert'],
    ['このドメインは、お名前.comで取得されています。'],
    ['This domain is listed for sale at a market. Click here to inquire.'],
    ['Strona utrzymywana na serwerach home.pl'],
    ['Deze domeinnaam is geparkeerd'],
    ['Этот домен продаётся'],
    ['此域名正在出售'],
    ['Buy this domain. Inquire about this domain. Related searches: pots'],
  ])('%s', (words) => {
    expect(parked(`<p>${words}</p>`)).not.toBeNull();
    // Behind a story, the words are part of it.
    expect(parked(`${story}<p>${words}</p>`)).toBeNull();
  });

  test.each([
    ['quotes it', '<h1>Lost domains</h1><p>Visitors read “This domain is for sale” there.</p>'],
    ['says it within a sentence', '<h1>Lost domains</h1><p>Now and then this domain is for sale, then not.</p>'],
    ['asks it in a heading', '<h1>This domain is for sale?</h1><p>How we found out.</p>'],
    ['explains it', '<h1>This domain is for sale: what the words mean</h1><p>A guide.</p>'],
    ['offers one thing', '<h1>Registrar</h1><p>Pick a name. Buy this domain or that one.</p>'],
    ['is about parking', '<title>Domain parking</title><h1>Domain parking</h1><p>An article about parked domains.</p>'],
    ['is a registrar', '<title>Names</title><h1>Find a name</h1><p>Premium domain names for sale. Transfer yours.</p>'],
    ['is for sale itself', '<h1>Kilns</h1><p>All about kilns. This website is for sale.</p>'],
    ['is described otherwise', '<meta name="description" content="Why this domain is parked"><h1>Kilns</h1><p>A.</p>'],
    ['is a shop', '<title>Kilns for sale</title><h1>For sale</h1><p>Used kilns, cheap.</p>'],
  ])('a page that %s', (_, html) => {
    expect(parked(html)).toBeNull();
  });
});
