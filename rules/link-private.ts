import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'link-private',
  topic: 'links',
  summary: 'Link only what readers can reach, no private addresses',
  why: 'The link works on one machine or in one office; to everyone else it leads nowhere, or to a device of their own.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    private: '{url} leads to a private address; link a public one, or pass --allow-private where it is meant',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](http://192.168.7.7/silk) - Costly.\n',
      verdicts: { 'http://192.168.7.7/silk': { verdict: 'skipped', reason: 'private-address' } },
      finds: ['5:3 private'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: {
        'https://silk.example/weave': {
          verdict: 'skipped',
          reason: 'private-address',
          redirects: [{ status: 302, url: 'http://10.0.0.1/' }],
          finalUrl: 'http://10.0.0.1/',
        },
      },
      finds: ['5:3 private'],
      note: 'A redirect may lead there too.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'skipped', reason: 'excluded' } },
      finds: [],
      note: 'Other reasons to skip a link are no fault of it.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](http://192.168.7.7/silk) - Costly.\n',
      verdicts: { 'http://192.168.7.7/silk': { verdict: 'alive', status: 200 } },
      finds: [],
      note: 'Whoever allows private addresses has them asked.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
  ],
  check({ judged, report }) {
    for (const { link, verdict } of judged) {
      if (verdict.verdict !== 'skipped' || verdict.reason !== 'private-address') continue;
      const data = { url: link.url };
      report({ message: 'private', at: link.position, link, data });
    }
  },
});
