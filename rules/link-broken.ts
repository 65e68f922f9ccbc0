import * as v from 'valibot';
import { lintReasons, reasonWithStatus } from '../src/model/reasons.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'link-broken',
  topic: 'links',
  verdict: 'broken',
  summary: 'Replace or remove broken links',
  why: 'Readers who follow a broken link find nothing, and trust the rest of the list less.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'suggest',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed', 'relative-target-exists', 'fragment-resolves'],
  messages: {
    gone: '`{url}` is broken: {reason}; replace or remove it',
    replaceable: '`{url}` is broken: {reason}; did you mean `{suggestion}`?',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/gone) - Costly.\n',
      verdicts: { 'https://silk.example/gone': { verdict: 'broken', reason: 'http-404', status: 404 } },
      finds: ['5:3 gone'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/old) - Costly, see [colours](https://nowhere.example/).\n',
      verdicts: {
        'https://silk.example/old': {
          verdict: 'broken',
          reason: 'http-410',
          status: 410,
          suggestion: 'https://archive.example/silk',
        },
        'https://nowhere.example/': { verdict: 'broken', reason: 'dns' },
      },
      finds: ['5:3 replaceable', '5:50 gone'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Silk](https://archive.example/silk) - Costly, see [colours](https://nowhere.example/).\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: { 'https://silk.example/': { verdict: 'unreachable', reason: 'http-5xx', status: 503 } },
      finds: [],
      note: 'A server error may be temporary.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave#threds) - Costly.\n',
      verdicts: {
        'https://silk.example/weave#threds': {
          verdict: 'broken',
          reason: 'missing-anchor',
          status: 200,
          suggestion: 'https://silk.example/weave#threads',
        },
      },
      finds: ['5:3 replaceable'],
      fixed: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave#threads) - Costly.\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](docs/silk.md) - Costly.\n',
      verdicts: { 'docs/silk.md': { verdict: 'broken', reason: 'missing-file' } },
      finds: [],
      note: '`relative-target-exists` reports this.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/gone) - Costly.\n',
      verdicts: { 'https://silk.example/gone': { verdict: 'broken', reason: 'http-404', status: 404 } },
      options: { ignore: ['/^https:..silk/'] },
      finds: [],
    },
  ],
  check({ list, judged, report }) {
    for (const { link, verdict } of judged) {
      if (verdict.verdict !== 'broken' || (link.sort !== 'web' && lintReasons.has(verdict.reason))) continue;
      const { suggestion } = verdict;
      const data = { url: link.url, reason: reasonWithStatus(verdict) };
      const found = { at: link.position, link };
      if (suggestion === null) report({ ...found, message: 'gone', data });
      else {
        const fix = { safe: false, edits: [rewriteUrl(link, suggestion, list.text)] };
        report({ ...found, message: 'replaceable', fix, data: { ...data, suggestion } });
      }
    }
  },
});
