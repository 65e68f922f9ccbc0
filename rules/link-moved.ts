import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import type { Verdict } from '../src/model/verdict.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'link-moved',
  topic: 'links',
  verdict: 'moved',
  summary: 'Write the new address of what has moved',
  why: 'Redirects are taken down sooner or later, and until then every reader makes the detour.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    moved: '{url} moved for good to {target} (status {statuses}); write the new address',
    renamed: '{url} was renamed to {target}; write the new address',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](http://silk.example/weave#red) - Costly.\n',
      verdicts: { 'http://silk.example/weave#red': moved('https://www.silk.example/weave/') },
      finds: ['5:3 moved'],
      fixed: '# Kites\n\n## Sails\n\n- [Silk](https://www.silk.example/weave/#red) - Costly.\n',
      note: 'The fragment is kept.',
    },
    {
      text: '# Kites\n\n## Sails\n\n<a href="https://git.example/old/kite">Kite</a>\n',
      verdicts: {
        'https://git.example/old/kite': {
          verdict: 'moved',
          reason: 'renamed',
          finalUrl: 'https://git.example/new/kite?tab=1&x=2',
        },
      },
      finds: ['5:1 renamed'],
      fixed: '# Kites\n\n## Sails\n\n<a href="https://git.example/new/kite?tab=1&amp;x=2">Kite</a>\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: { 'https://silk.example/weave': moved('https://cloth.example/silk') },
      finds: ['5:3 moved'],
      note: 'Another site needs a look before it is written.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: {
        'https://silk.example/': {
          verdict: 'alive',
          finalUrl: 'https://silk.example/today',
          notes: ['temporary-redirect'],
        },
      },
      finds: [],
      note: 'A temporary redirect may lead elsewhere tomorrow.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: {
        'https://silk.example/weave': {
          verdict: 'suspect',
          reason: 'redirect-to-root',
          finalUrl: 'https://silk.example/',
        },
      },
      finds: [],
      note: 'The rule `link-suspect` speaks of this.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
  ],
  check({ judged, report }) {
    for (const { link, verdict } of judged) {
      const { finalUrl, redirects } = verdict;
      if (verdict.verdict !== 'moved' || finalUrl === null) continue;
      const target = keepFragment(link.url, finalUrl);
      if (target === link.url) continue;
      const fix = { safe: isSafe(link, verdict, target), edits: [rewriteUrl(link, target)] };
      const found = { at: link.position, link, fix };
      if (verdict.reason === 'renamed') report({ ...found, message: 'renamed', data: { url: link.url, target } });
      else {
        const statuses = redirects.map((hop) => hop.status).join(', ') || String(verdict.status ?? 301);
        report({ ...found, message: 'moved', data: { url: link.url, target, statuses } });
      }
    }
  },
});

/** Browsers carry the fragment over a redirect that brings none (RFC 9110, section 10.2.2). */
function keepFragment(from: string, to: string): string {
  const hash = from.indexOf('#');
  return hash < 0 || to.includes('#') ? to : to + from.slice(hash);
}

/** Words of a path that a login or consent page has, and of a query that belongs to one visit. */
const login = /(?:^|[/._-])(?:log-?in|sign-?in|sign-?up|auth|sso|consent|register)(?:$|[/._-])/i;
const visit =
  /(?:^|[?&;])(?:jsessionid|phpsessid|sid|session\w*|token|utm_\w+|gclid|fbclid|returnurl|return_to|redirect\w*)=/i;

/** True when the new address can be written without a look: permanent all the way, on the same site, no front page, no login. */
function isSafe(link: Link, { reason, redirects }: Verdict, target: string): boolean {
  if (!URL.canParse(link.url) || !URL.canParse(target)) return false;
  const [from, to] = [new URL(link.url), new URL(target)];
  if (!/^https?:$/.test(to.protocol) || (from.protocol === 'https:' && to.protocol === 'http:')) return false;
  if (!redirects.every((hop) => hop.status === 301 || hop.status === 308) || to.username !== '') return false;
  if (to.pathname === '/' && from.pathname !== '/') return false;
  if (login.test(to.pathname) || (visit.test(to.search + to.pathname) && !visit.test(from.search))) return false;
  // A page in the language of whoever asked is no new address.
  const language = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/|$)/i;
  if (language.test(to.pathname) && !language.test(from.pathname)) return false;
  return reason === 'renamed' || sameSite(from.hostname, to.hostname);
}

/** The same host but for `www.`, or one below the other: narrower than the registrable domain, and needs no list of suffixes. */
function sameSite(a: string, b: string): boolean {
  const [from, to] = [a.replace(/^www\./, ''), b.replace(/^www\./, '')];
  return from === to || from.endsWith(`.${to}`) || to.endsWith(`.${from}`);
}

function moved(finalUrl: string): Partial<Verdict> {
  return { verdict: 'moved', reason: 'permanent-redirect', finalUrl, redirects: [{ status: 301, url: finalUrl }] };
}
