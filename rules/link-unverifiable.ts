import * as v from 'valibot';
import { reasonWithStatus } from '../src/model/reasons.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'link-unverifiable',
  topic: 'links',
  verdict: 'unverifiable',
  summary: 'Manually open links that block automated checks',
  why: 'Whether these links work is unknown until a person opens them.',
  severity: { awesome: 'info', list: 'info', roadmap: 'info', minimal: 'info', default: 'info' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    refused: '`{url}` cannot be checked automatically: {reason}; open it in a browser',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unverifiable', reason: 'http-403', status: 403 } },
      finds: ['5:3 refused'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unverifiable', reason: 'bot-wall', status: 200 } },
      finds: ['5:3 refused'],
      note: 'A challenge page may have any status.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'broken', reason: 'http-404', status: 404 } },
      finds: [],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](mailto:silk@silk.example) - Costly.\n',
      verdicts: { 'mailto:silk@silk.example': { verdict: 'skipped', reason: 'scheme' } },
      finds: [],
      note: 'Email addresses are not checked.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
  ],
  check({ judged, report }) {
    for (const { link, verdict } of judged) {
      if (verdict.verdict !== 'unverifiable') continue;
      const data = { url: link.url, reason: reasonWithStatus(verdict) };
      report({ message: 'refused', at: link.position, link, data });
    }
  },
});
