import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { entriesWithFacts, saysUnmaintained } from '../src/rule-kit/entry-facts.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

const kite = 'https://crates.io/crates/kite';
const list = (description = 'One spar.'): string => `# Kites\n\n## Plans\n\n- [kite](${kite}) - ${description}\n`;
const about = (isDeprecated: boolean | null, isYanked: boolean | null) => ({
  [kite]: { kind: 'package', name: 'kite', isDeprecated, isYanked } as const,
});

export default defineRule({
  id: 'package-deprecated',
  topic: 'entries',
  summary: 'Replace deprecated and withdrawn packages',
  why: 'The registry or the authors advise against them: they get no fixes, or cannot be installed at all.',
  fix: 'none',
  reads: 'facts',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-archived'],
  messages: {
    deprecated: 'The package `{name}` is deprecated; replace it, or mark the entry as deprecated',
    yanked: 'The package `{name}` was withdrawn from its registry; replace it, or mark the entry as abandoned',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: list(), facts: about(true, null), finds: ['5:3 deprecated'] },
    { text: list(), facts: about(false, true), finds: ['5:3 yanked'] },
    { text: list(), facts: about(false, false), finds: [] },
    { text: list(), facts: about(null, null), finds: [], note: 'The registry does not report it.' },
    { text: list('One spar. Deprecated.'), facts: about(true, null), finds: [], note: 'The entry says so.' },
  ],
  check({ list: read, judged, now, report }) {
    for (const { entry, packages } of entriesWithFacts(judged, now)) {
      for (const { link, facts } of packages) {
        const message = facts.isYanked === true ? 'yanked' : facts.isDeprecated === true ? 'deprecated' : null;
        if (message === null || saysUnmaintained(read, entry, link.url)) continue;
        report({ message, at: link.position, link, data: { name: facts.name } });
      }
    }
  },
});
