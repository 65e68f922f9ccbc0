import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectUnclaimedSite } from '../../../src/links/classify/unclaimed-site.js';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { hasKind } from '../../../src/model/evidence.js';
import { answerOf } from './hostile.js';

function host(html: string, facts: Partial<HttpResponse>): string | null {
  const because = detectUnclaimedSite(answerOf(html, facts), readPage(html))?.because;
  return because !== undefined && hasKind(because, 'unclaimed-site') ? because.platform : null;
}

const rtd = 'https://raku.readthedocs.io/';
const story = '<p>Clay shrinks as it dries, and again as it is fired.</p>'.repeat(80);

describe('a platform without the site', () => {
  test.each<
    [name: string, html: string, facts: Partial<HttpResponse>, miss: [html: string, facts: Partial<HttpResponse>]]
  >([
    [
      'Vercel',
      'x',
      { status: 404, headers: { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' } },
      ['x', { status: 404, headers: { 'x-vercel-error': 'NOT_FOUND' } }],
    ],
    [
      'Vercel',
      'x',
      { status: 410, headers: { 'x-vercel-error': 'DEPLOYMENT_DELETED' } },
      ['x', { status: 503, headers: { 'x-vercel-error': 'DEPLOYMENT_PAUSED' } }],
    ],
    [
      'Netlify',
      'Not Found - Request ID: 01ABCD',
      { status: 404 },
      [
        '<h1>Page not found</h1><p>The address does not exist on this site.</p>',
        { status: 404, headers: { server: 'Netlify' } },
      ],
    ],
    [
      'Heroku',
      '<iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>',
      { status: 404 },
      ['<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>', { status: 404 }],
    ],
    [
      'Heroku',
      '<title>No such app</title><!-- heroku -->',
      { status: 404 },
      ['<title>No such app</title>', { status: 404 }],
    ],
    [
      'GitHub Pages',
      "<h1>404</h1><p><strong>There isn't a GitHub Pages site here.</strong></p>",
      { status: 404 },
      ['<h1>404</h1><p><strong>File not found</strong></p>', { status: 404 }],
    ],
    [
      'Amazon S3 or a compatible storage',
      '<Error><Code>NoSuchBucket</Code></Error>',
      { status: 404 },
      ['<Error><Code>NoSuchKey</Code></Error>', { status: 404 }],
    ],
    [
      'Fastly',
      'Fastly error: unknown domain: kilns.test.',
      { status: 500 },
      ['Fastly error: backend timeout', { status: 500 }],
    ],
    [
      'Surge',
      '<h1>project not found</h1>',
      { status: 404, url: 'https://raku.surge.sh/' },
      ['<h1>project not found</h1>', { status: 404 }],
    ],
    [
      'Shopify',
      '<h1>Sorry, this shop is currently unavailable.</h1>',
      { status: 404, headers: { 'powered-by': 'Shopify' } },
      ['<h1>Sorry, this shop is currently unavailable.</h1>', { status: 404 }],
    ],
    [
      'Tumblr',
      "<p>Whatever you were looking for doesn't currently exist at this address.</p>",
      { status: 404 },
      ['<p>The post you were looking for is gone.</p>', { status: 404 }],
    ],
    [
      'WordPress.com',
      '<p>Do you want to register raku.wordpress.com?</p>',
      { status: 200, url: 'https://wordpress.com/typo/?subdomain=raku' },
      ['<p>Do you want to register raku.wordpress.com?</p>', { status: 200 }],
    ],
    [
      'Read the Docs',
      '<h1>Project not found</h1>',
      { status: 404, url: rtd },
      ['<h1>Page not found</h1>', { status: 404, url: rtd }],
    ],
    [
      'Read the Docs',
      '<h3>The host "docs.kilns.test" is unknown to Read the Docs</h3>',
      { status: 404, headers: { 'x-served': 'Proxito-404' } },
      ['<h1>Project not found</h1>', { status: 404 }],
    ],
    [
      'Bitbucket',
      '<h1>Repository not found</h1>',
      { status: 404, url: 'https://raku.bitbucket.io/' },
      ['<h1>Repository not found</h1>', { status: 404, url: 'https://bitbucket.org/raku/x' }],
    ],
    [
      'Render',
      'Not Found',
      { status: 404, headers: { 'x-render-routing': 'no-server' } },
      ['Not Found', { status: 404, headers: { 'x-render-routing': 'server' } }],
    ],
    [
      'Railway',
      '',
      { status: 404, headers: { 'x-railway-fallback': 'true' } },
      ['', { status: 502, headers: { 'x-railway-fallback': 'true' } }],
    ],
    [
      'Pantheon',
      '<h1>404 error unknown site!</h1>',
      { status: 404 },
      ['<h1>404 error unknown page</h1>', { status: 404 }],
    ],
    [
      'Ghost',
      '<p>The thing you were looking for is no longer here, or never was</p>',
      { status: 404 },
      ['<p>The thing you were looking for has moved</p>', { status: 404 }],
    ],
    [
      'Cloudflare',
      '<p>error code: 1016</p>',
      { status: 530, headers: { server: 'cloudflare' } },
      ['<p>error code: 1033</p>', { status: 530, headers: { server: 'cloudflare' } }],
    ],
    [
      'Cloudflare',
      '<h1>Error <span>1016</span></h1>',
      { status: 530, headers: { server: 'cloudflare' } },
      ['<h1>Error <span>1016</span></h1>', { status: 530 }],
    ],
  ])('%s', (name, html, facts, [missHtml, missFacts]) => {
    expect(host(html, facts)).toBe(name);
    expect(host(missHtml, missFacts)).toBeNull();
    // The status has to fit: a page that shows the words with another one is about them.
    expect(host(html, { ...facts, status: 203 })).toBeNull();
  });

  test('a long page that quotes the words is none of these', () => {
    const quote = "<p>There isn't a GitHub Pages site here.</p>";
    expect(host(quote, { status: 404 })).toBe('GitHub Pages');
    expect(host(quote + story, { status: 404 })).toBeNull();
  });

  test('the reason is one for all', () => {
    const answer = answerOf('', { status: 404, headers: { 'x-render-routing': 'no-server' } });
    expect(detectUnclaimedSite(answer, readPage(''))?.reason).toBe('no-such-site');
  });
});
