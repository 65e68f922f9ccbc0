import * as v from 'valibot';
import { reasonWithStatus } from '../src/model/reasons.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

/** What to do, by reason. */
const advice: Readonly<Record<string, string>> = {
  hijacked: 'link to its new location or remove it',
  legal: 'check whether your readers can open it',
  login: 'link to a public page',
  parked: 'link to its new location or remove it',
  'redirect-to-root': 'find where the page moved, or remove the link',
  'soft-404': 'find where the page moved, or remove the link',
};

/** What it redirects to, by the reasons that are a redirect. */
const pages: Readonly<Record<string, (target: string) => string>> = {
  login: (target) => `the login page \`${target}\``,
  'redirect-to-parent': (target) => `the parent page \`${target}\`, which does not mention the entry`,
  'redirect-to-root': (target) => `the home page \`${target}\``,
};

export default defineRule({
  id: 'link-suspect',
  topic: 'links',
  verdict: 'suspect',
  summary: 'Review links that lead to something else',
  why: 'The URL works, but readers do not get what the entry promises; a hijacked domain may even harm them.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    suspect: '`{url}` may be wrong: {reason}; {advice}',
    elsewhere: '`{url}` leads to `{target}`: {reason}; {advice}',
    redirects: '`{url}` redirects to {page}; {advice}',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave/red) - Costly.\n',
      verdicts: {
        'https://silk.example/weave/red': {
          verdict: 'suspect',
          reason: 'redirect-to-root',
          finalUrl: 'https://silk.example/',
        },
      },
      finds: ['5:3 redirects'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: {
        'https://silk.example/': { verdict: 'suspect', reason: 'hijacked', finalUrl: 'https://bets.example/' },
      },
      finds: ['5:3 elsewhere'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Foil](https://foil.example/) - Loud.\n',
      verdicts: {
        'https://silk.example/': { verdict: 'suspect', reason: 'parked', status: 200 },
        'https://foil.example/': { verdict: 'suspect', reason: 'soft-404', status: 200 },
      },
      finds: ['5:3 suspect', '6:3 suspect'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: { 'https://silk.example/weave': { verdict: 'moved', finalUrl: 'https://silk.example/weaves' } },
      finds: [],
      note: 'A page that moved is the same page.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unverifiable', reason: 'bot-wall', status: 403 } },
      finds: [],
      note: 'A site that blocks bots is left to link-unverifiable.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
  ],
  check({ judged, report }) {
    for (const { link, verdict } of judged) {
      if (verdict.verdict !== 'suspect') continue;
      const { finalUrl } = verdict;
      const data = {
        url: link.url,
        reason: reasonWithStatus(verdict),
        advice: advice[verdict.reason ?? ''] ?? 'open it and compare it with the entry',
      };
      const found = { at: link.position, link };
      if (finalUrl === null || finalUrl === link.url) report({ ...found, message: 'suspect', data });
      else {
        const page = pages[verdict.reason ?? '']?.(finalUrl);
        if (page === undefined) report({ ...found, message: 'elsewhere', data: { ...data, target: finalUrl } });
        else report({ ...found, message: 'redirects', data: { ...data, page } });
      }
    }
  },
});
