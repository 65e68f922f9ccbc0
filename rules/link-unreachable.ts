import * as v from 'valibot';
import { reasonWithStatus } from '../src/model/reasons.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'link-unreachable',
  topic: 'links',
  verdict: 'unreachable',
  summary: 'Recheck links that are unreachable',
  why: 'A site that is down today may be back tomorrow; one that stays down does not help readers.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    first: '`{url}` is unreachable: {reason}; recheck in a few days',
    again: '`{url}` has been unreachable in {failures} checks since {since}: {reason}; look for another URL',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unreachable', reason: 'http-5xx', status: 503, failures: 1 } },
      finds: ['5:3 first'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: {
        'https://silk.example/': {
          verdict: 'unreachable',
          reason: 'timeout',
          failures: 2,
          firstFailedAt: '2030-02-01T10:00:00.000Z',
        },
      },
      finds: ['5:3 again'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'broken', reason: 'timeout', failures: 3 } },
      finds: [],
      note: '`link-broken` reports this.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'skipped', reason: 'offline' } },
      finds: [],
      note: 'Without a network, the result is unknown.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
  ],
  check({ judged, report }) {
    for (const { link, verdict } of judged) {
      if (verdict.verdict !== 'unreachable') continue;
      const { failures, firstFailedAt } = verdict;
      const data = { url: link.url, reason: reasonWithStatus(verdict) };
      const found = { at: link.position, link };
      if (failures > 1 && firstFailedAt !== null) {
        report({ ...found, message: 'again', data: { ...data, failures, since: firstFailedAt.slice(0, 10) } });
      } else {
        report({ ...found, message: 'first', data });
      }
    }
  },
});
