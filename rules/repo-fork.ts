import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { entriesWithFacts, textWithout } from '../src/rule-kit/entry-facts.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

const delta = 'https://git.example/kites/delta';
const list = (description = 'One spar.'): string => `# Kites\n\n## Plans\n\n- [Delta](${delta}) - ${description}\n`;
const fork = (isFork: boolean | null) => ({ [delta]: { name: 'kites/delta', isFork } });

export default defineRule({
  id: 'repo-fork',
  topic: 'entries',
  summary: 'Link to original repositories instead of forks',
  why: 'Fixes and issues are in the original project, and most forks fall behind it.',
  fix: 'none',
  reads: 'facts',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    fork: '`{name}` is a fork; link to the original repository, or say in the entry that it is a fork',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: list(), facts: fork(true), finds: ['5:3 fork'] },
    { text: list('A forked kite.').replace('forked', 'large'), facts: fork(true), finds: ['5:3 fork'] },
    { text: list(), facts: fork(false), finds: [] },
    { text: list(), facts: fork(null), finds: [], note: 'The service does not report it.' },
    { text: list('Maintained fork of Sled.'), facts: fork(true), finds: [], note: 'The entry says so.' },
  ],
  check({ list: read, judged, now, report }) {
    for (const { entry, repository } of entriesWithFacts(judged, now)) {
      if (repository?.facts.isFork !== true) continue;
      const { link, facts } = repository;
      if (/\bfork(?:s|ed)?\b/i.test(textWithout(read, entry, link.url))) continue;
      report({ message: 'fork', at: link.position, link, data: { name: facts.name } });
    }
  },
});
