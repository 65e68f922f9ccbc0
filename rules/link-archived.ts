import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { saysUnmaintained } from '../src/rule-kit/entry-facts.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'link-archived',
  topic: 'links',
  summary: 'Replace archived projects, or mark them as archived',
  why: 'An archived project gets no more fixes; readers who build on it should know.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'info', default: 'warning' },
  fix: 'none',
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    archived: '`{url}` is archived and no longer maintained; replace it, or mark the entry as archived',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://git.example/kites/delta) - One spar.\n',
      verdicts: { 'https://git.example/kites/delta': { verdict: 'alive', notes: ['archived'] } },
      finds: ['5:3 archived'],
    },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://git.example/kites/delta) - One spar.\n',
      verdicts: {
        'https://git.example/kites/delta': {
          verdict: 'moved',
          reason: 'renamed',
          finalUrl: 'https://git.example/flyers/delta',
          notes: ['archived'],
        },
      },
      finds: ['5:3 archived'],
      note: 'link-moved reports that it moved.',
    },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://git.example/kites/delta) - One spar. Archived, but complete.\n',
      verdicts: { 'https://git.example/kites/delta': { verdict: 'alive', notes: ['archived'] } },
      finds: [],
      note: 'The entry already says so.',
    },
    {
      text: '# Kites\n\n## Archive\n\n- [Delta](https://git.example/kites/delta) - One spar.\n',
      verdicts: { 'https://git.example/kites/delta': { verdict: 'alive', notes: ['archived'] } },
      options: { sections: { except: ['Archive'] } },
      finds: [],
    },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://git.example/kites/delta) - One spar.\n',
      verdicts: { 'https://git.example/kites/delta': { verdict: 'alive', notes: ['temporary-redirect'] } },
      finds: [],
    },
  ],
  check({ list, judged, report }) {
    for (const { link, verdict } of judged) {
      if (!verdict.notes.includes('archived') || link.image) continue;
      if (link.entry !== null && saysUnmaintained(list, link.entry, link.url)) continue;
      report({ message: 'archived', at: link.position, link, data: { url: link.url } });
    }
  },
});
