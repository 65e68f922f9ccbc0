import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'link-private',
  topic: 'links',
  summary: 'Do not link to private addresses',
  why: 'Such a link works only on one machine or one network; elsewhere it leads nowhere, or to another device.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    private: '`{url}` leads to a private address; use a public URL, or allow it with `--allow-private`',
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
      note: 'A redirect may lead to a private address, too.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'skipped', reason: 'excluded' } },
      finds: [],
      note: 'Links are skipped for other reasons, too.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](http://192.168.7.7/silk) - Costly.\n',
      verdicts: { 'http://192.168.7.7/silk': { verdict: 'alive', status: 200 } },
      finds: [],
      note: 'Private addresses were allowed and checked.',
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
