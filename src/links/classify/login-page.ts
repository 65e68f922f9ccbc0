import { isFrame, type PageText } from './page-text.js';

/** A page with more text than this has something to say besides asking who one is. */
const short = 500;
const invitation =
  /^(?:please )?(?:log ?-?in|sign ?-?in|login|anmelden|iniciar sesión|connexion|se connecter|accedi)\b/i;
/** A phrase that only begins with the word, as in “Login flows for developers”, is about something. */
const about = /\b(?:flows?|guides?|pages?|forms?|docs|documentation|api|sdk|library|how|tutorials?)\b/i;
/** Parameters that say where to return to after the login. */
const returning = /^(?:next|continue|dest|destination|redirect\w*|return\w*|service|goto|target|url|from|ref)$/i;

/** True when the title or the main heading is nothing but an invitation to sign in. */
export function asksForLogin({ title, h1, text }: PageText): boolean {
  return text.length < 1500 && invites({ title, h1 });
}

function invites({ title, h1 }: Pick<PageText, 'title' | 'h1'>): boolean {
  return [title ?? '', ...h1].some((words) => invitation.test(words.trim()) && !about.test(words));
}

/** True when the page at a URL of a login is an ordinary page, as of a manual: it has text, no password field, and asks no one to sign in. */
export function isAboutLogin(url: string, page: PageText): boolean {
  const isOnTheWay = [...new URL(url).searchParams].some(
    ([name, value]) => returning.test(name) && /^(?:https?:|\/|%2f)/i.test(value),
  );
  return !isOnTheWay && page.passwords === 0 && !isFrame(page) && page.text.length > short && !invites(page);
}
