/**
 * Words in the path of a login or consent page, as regular expressions. `sure` words say so where they are a whole part of a path;
 * the others only where a redirect leads there, as a page about `auth` is called so too.
 */
const words: readonly { readonly word: string; readonly sure: boolean }[] = [
  { word: 'log[-_]?in', sure: true },
  { word: 'sign[-_]?in', sure: true },
  { word: 'authwall', sure: true },
  { word: 'sso', sure: true },
  { word: 'servicelogin', sure: true },
  { word: 'checkpoint', sure: true },
  { word: 'session/new', sure: true },
  { word: 'consent', sure: true },
  { word: 'sign[-_]?up', sure: false },
  { word: 'auth', sure: false },
  { word: 'register', sure: false },
];

const oneOf = (all: typeof words): string => `(?:${all.map(({ word }) => word).join('|')})`;
const whole = new RegExp(`(?:^|/)${oneOf(words.filter(({ sure }) => sure))}(?:/|\\.|$)`, 'i');
const within = new RegExp(`(?:^|[/._-])${oneOf(words)}(?:$|[/._-])`, 'i');
const host = /^(?:accounts|login|signin|sso|auth|consent)\./i;

/** True when a URL is that of a login or consent page. */
export function isLogin(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return whole.test(pathname) || host.test(hostname);
}

/** True for the path of a redirect that may lead to a login or consent page. */
export function mayBeLogin(pathname: string): boolean {
  return within.test(pathname);
}
