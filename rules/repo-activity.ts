import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { daysSince, entriesWithFacts, saysUnmaintained } from '../src/rule-kit/entry-facts.js';
import { optionsBySection, withSectionOptions } from '../src/rule-kit/section-options.js';
import { dayOf } from '../src/text/day.js';
import { plural } from '../src/text/plural.js';

const delta = 'https://git.example/kites/delta';
const list = (description = 'One spar.'): string => `# Kites\n\n## Plans\n\n- [Delta](${delta}) - ${description}\n`;
const pushed = (pushedAt: string | null) => ({ [delta]: { name: 'kites/delta', pushedAt } });

export default defineRule({
  id: 'repo-activity',
  topic: 'entries',
  summary: 'Require recent pushes to repositories',
  why: 'A project that has not changed for years gets no fixes and may no longer work.',
  fix: 'none',
  reads: 'facts',
  replacesNote: 'unmaintained',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    silent:
      'No push to `{name}` since {date}, {age} ago (maximum {days}); replace it, or mark the entry as unmaintained',
  },
  options: optionsBySection({
    days: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.description('The maximum number of days since the last push.')),
      730,
    ),
  }),
  examples: [
    { text: list(), facts: pushed('2027-12-31T10:00:00Z'), finds: ['5:3 silent'] },
    { text: list(), facts: pushed('2029-09-01T10:00:00Z'), options: { days: 90 }, finds: ['5:3 silent'] },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://delta.example/) - One spar. ([Source](https://git.example/kites/delta))\n',
      facts: pushed('2020-05-05T10:00:00Z'),
      finds: ['5:48 silent'],
      note: 'The repository is the second link.',
    },
    { text: list(), facts: pushed('2028-01-02T10:00:00Z'), finds: [], note: 'That was 729 days ago.' },
    { text: list('One spar. Unmaintained, but complete.'), facts: pushed('2020-05-05T10:00:00Z'), finds: [] },
    { text: list(), facts: pushed(null), finds: [], note: 'The last push is unknown.' },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://delta.example/) - Like [Sled](https://git.example/kites/sled).\n',
      facts: { 'https://git.example/kites/sled': { name: 'kites/sled', pushedAt: '2020-05-05T10:00:00Z' } },
      finds: [],
      note: 'A repository in a description is not what the entry recommends.',
    },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://delta.example/) - For [Sled Code](https://git.example/kites/sled).\n',
      facts: { 'https://git.example/kites/sled': { name: 'kites/sled', pushedAt: '2020-05-05T10:00:00Z' } },
      finds: [],
      note: 'Nor is one whose name contains "Code".',
    },
    {
      text: '# Kites\n\n## Plans\n\n- [Delta](https://delta.example/) - One spar; see its [source code](https://git.example/kites/delta) too.\n',
      facts: { [delta]: { name: 'kites/delta', pushedAt: '2020-05-05T10:00:00Z' } },
      finds: ['5:55 silent'],
      note: 'The link is called "source code".',
    },
    {
      text: list(),
      facts: { [delta]: { name: 'kites/delta', pushedAt: '2020-05-05T10:00:00Z', isArchived: true } },
      finds: [],
      note: 'link-archived reports archived repositories.',
    },
  ],
  check({ list: read, judged, now, options, report }) {
    withSectionOptions(options, 'repo-activity', (optionsAt) => {
      for (const { entry, repository } of entriesWithFacts(judged, now)) {
        const age = daysSince(repository?.facts.pushedAt ?? null, now);
        const { days } = optionsAt(entry);
        if (repository === null || age === null || age <= days) continue;
        const { link, facts } = repository;
        if (facts.isArchived === true || saysUnmaintained(read, entry, link.url)) continue;
        const data = { name: facts.name, date: dayOf(facts.pushedAt ?? ''), age: plural(age, 'day'), days };
        report({ message: 'silent', at: link.position, link, data });
      }
    });
  },
});
