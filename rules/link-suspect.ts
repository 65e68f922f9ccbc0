import * as v from 'valibot';
import { reasonWithStatus } from '../src/model/reasons.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

/** What to do about a page that answers, but not as meant; by reason. */
const advice: Readonly<Record<string, string>> = {
  hijacked: 'link what it used to be elsewhere, or remove it',
  legal: 'see whether your readers can open it',
  login: 'link a page that anyone can read',
  parked: 'link what it used to be elsewhere, or remove it',
  'redirect-to-root': 'the page seems to be gone; find where it went, or remove it',
  'soft-404': 'the page seems to be gone; find where it went, or remove it',
};

export default defineRule({
  id: 'link-suspect',
  topic: 'links',
  verdict: 'suspect',
  summary: 'Look at links that answer, but not as meant',
  why: 'The address works and the reader still does not get what the entry promises; a hijacked one may even harm them.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    suspect: '{url} does not answer as meant: {reason}; {advice}',
    elsewhere: '{url} leads to {target}: {reason}; {advice}',
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
      note: 'A page that only moved is as it was.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unverifiable', reason: 'bot-wall', status: 403 } },
      finds: [],
      note: 'A site that keeps programs out says nothing about itself.',
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
        advice: advice[verdict.reason ?? ''] ?? 'open it and see whether it is what the entry says',
      };
      const found = { at: link.position, link };
      if (finalUrl === null || finalUrl === link.url) report({ ...found, message: 'suspect', data });
      else report({ ...found, message: 'elsewhere', data: { ...data, target: finalUrl } });
    }
  },
});
