import { expect, test } from 'vitest';
import { isLogin } from '../../src/url/login-url.js';
import { isForOneVisit } from '../../src/url/one-visit.js';

const plan = 'https://silk.example/plan';

test.each([
  'https://silk.example/plan?session=0a',
  'https://silk.example/plan;jsessionid=0a',
  'https://silk.example/plan?X-Amz-Signature=0a&X-Amz-Expires=300',
  'https://silk.example/login?next=/plan',
  'https://silk.example/plan?lang=de',
  'https://silk.example/de/plan',
  'https://www.silk.example/de-at/plan',
  'https://silk.example/intl/en/plan',
  'https://silk.example/plan.en.html',
  'https://silk.example/plan/index.en.html',
  'https://en.silk.example/plan',
  'https://silk.example/plan/de',
  'https://silk.example/plan?setlang=en',
  'https://silk.example/plan?cc_lang_pref=en',
  'https://silk.example/plan?__cf_chl_rt_tk=0a',
])('%s lasts for one visit or is for one reader', (target) => {
  expect(isForOneVisit(plan, target)).toBe(true);
  expect(isForOneVisit(target, target)).toBe(false);
});

test.each([
  'https://silk.example/plans?id=5',
  'https://silk.example/design',
  'https://other.example/de/plan',
  'https://silk.example/design/go/plan',
  'https://silk.example/docs/de/design',
  'https://docs.silk.example/plan',
  'not a URL',
])('%s lasts', (target) => {
  expect(isForOneVisit(plan, target)).toBe(false);
});

test.each([
  ['/login?next=/plan', true],
  ['/sign-in.php', true],
  ['/session/new', true],
  ['/authwall', true],
  // May be a page about it, and may be one that a redirect leads to.
  ['/auth/guide', false],
  ['/register', false],
])('%s is for one visit where a redirect leads there; by itself a login page: %s', (path, own) => {
  expect(isForOneVisit(plan, `https://silk.example${path}`)).toBe(true);
  expect(isLogin(`https://silk.example${path}`)).toBe(own);
});

test('a host may say that it is for logging in', () => {
  expect(isLogin('https://accounts.silk.example/')).toBe(true);
  expect(isLogin('https://silk.example/catalog')).toBe(false);
});
