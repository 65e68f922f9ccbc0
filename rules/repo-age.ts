import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { daysSince, entriesWithFacts } from '../src/rule-kit/entry-facts.js';
import { optionsBySection, withSectionOptions } from '../src/rule-kit/section-options.js';
import { dayOf } from '../src/text/day.js';
import { plural } from '../src/text/plural.js';

const list = (name: string): string =>
  `# Kites\n\n## Plans\n\n- [${name}](https://git.example/kites/delta) - One spar.\n`;

export default defineRule({
  id: 'repo-age',
  topic: 'entries',
  summary: 'Require a minimum age for repositories',
  why: 'Many new projects are abandoned within weeks; waiting filters them out.',
  fix: 'none',
  reads: 'facts',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    young: '`{name}` was created on {date}, {age} ago (minimum {days}); add it when it is older',
  },
  options: optionsBySection({
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.description('The minimum age in days.')), 90),
  }),
  examples: [
    {
      text: list('Delta'),
      facts: { 'https://git.example/kites/delta': { name: 'kites/delta', createdAt: '2029-12-11T10:00:00Z' } },
      finds: ['5:3 young'],
    },
    {
      text: `${list('Delta')}\n## New\n\n- [Sled](https://git.example/kites/sled) - No spar.\n`,
      facts: {
        'https://git.example/kites/delta': { name: 'kites/delta', createdAt: '2029-12-11T10:00:00Z' },
        'https://git.example/kites/sled': { name: 'kites/sled', createdAt: '2029-12-11T10:00:00Z' },
      },
      options: { overrides: [{ sections: ['New'], days: 7 }] },
      finds: ['5:3 young'],
      note: 'Other sections may have another minimum.',
    },
    {
      text: list('Delta'),
      facts: { 'https://git.example/kites/delta': { name: 'kites/delta', createdAt: '2029-10-01T10:00:00Z' } },
      finds: [],
      note: 'It is 91 days old.',
    },
    {
      text: list('Delta'),
      facts: { 'https://git.example/kites/delta': { name: 'kites/delta', createdAt: null } },
      finds: [],
      note: 'Its age is unknown.',
    },
    {
      text: list('Delta'),
      facts: { 'https://git.example/kites/delta': { name: 'kites/delta', createdAt: '2030-01-05T10:00:00Z' } },
      finds: [],
      note: 'A date in the future is ignored.',
    },
    { text: list('Delta'), finds: [], note: 'No link was checked.' },
  ],
  check({ judged, now, options, report }) {
    withSectionOptions(options, 'repo-age', (optionsAt) => {
      for (const { entry, repository } of entriesWithFacts(judged, now)) {
        const age = daysSince(repository?.facts.createdAt ?? null, now);
        const { days } = optionsAt(entry);
        if (repository === null || age === null || age >= days) continue;
        const { link, facts } = repository;
        const data = { name: facts.name, date: dayOf(facts.createdAt ?? ''), age: plural(age, 'day'), days };
        report({ message: 'young', at: link.position, link, data });
      }
    });
  },
});
