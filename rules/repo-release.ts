import * as v from 'valibot';
import type { RepositoryFacts } from '../src/model/facts.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { daysSince, entriesWithFacts } from '../src/rule-kit/entry-facts.js';
import { optionsBySection, withSectionOptions } from '../src/rule-kit/section-options.js';
import { dayOf } from '../src/text/day.js';
import { plural } from '../src/text/plural.js';

/** A version by semver.org, after a `v` and, for a part of a repository, a path. */
const semver = /^(?:[\w.-]+\/)*v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;

const delta = 'https://git.example/kites/delta';
const text = `# Kites\n\n## Plans\n\n- [Delta](${delta}) - One spar.\n`;
const facts = (given: Partial<RepositoryFacts>) => ({ [delta]: { name: 'kites/delta', ...given } });
const release = (name: string, publishedAt: string | null = null) => ({
  release: { name, publishedAt },
  isReleased: true,
});

export default defineRule({
  id: 'repo-release',
  topic: 'entries',
  summary: 'Require repositories to have a release',
  why: 'Without a release, users depend on whatever the last commit is, and cannot know what changed.',
  fix: 'none',
  reads: 'facts',
  needs: () => ['tags'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    none: '`{name}` has neither a release nor a tag; add it after its first release',
    untagged: '`{name}` has tags but no release; add it after its first release',
    version: 'The newest version of `{name}` is `{version}`, which is not a semantic version such as `v1.2.3`',
    old: 'The newest release of `{name}` was on {date}, {age} ago (maximum {days}); look for a maintained alternative',
  },
  options: optionsBySection({
    tags: v.optional(v.pipe(v.boolean(), v.description('Count a tag as a release.')), true),
    semver: v.optional(v.pipe(v.boolean(), v.description('Require a semantic version, with or without `v`.')), false),
    days: v.optional(
      v.nullable(
        v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.description('The maximum age of the newest release in days; null for no maximum.'),
        ),
      ),
      null,
    ),
  }),
  examples: [
    { text, facts: facts({ isReleased: false }), finds: ['5:3 none'] },
    { text, facts: facts({ isReleased: true, tag: 'v1.0.0' }), options: { tags: false }, finds: ['5:3 untagged'] },
    { text, facts: facts(release('spring-edition')), options: { semver: true }, finds: ['5:3 version'] },
    { text, facts: facts(release('v1.0.0', '2027-01-01T00:00:00Z')), options: { days: 365 }, finds: ['5:3 old'] },
    { text, facts: facts(release('spring-edition')), finds: [] },
    { text, facts: facts(release('cli/v1.0.0-rc.1')), options: { semver: true }, finds: [] },
    {
      text,
      facts: facts({ isReleased: true, tag: '1.0.0' }),
      options: { semver: true },
      finds: [],
      note: 'A tag counts.',
    },
    { text, facts: facts(release('v1.0.0', '2029-06-01T00:00:00Z')), options: { days: 365 }, finds: [] },
    { text, facts: facts({}), finds: [], note: 'The service does not report whether there is one.' },
  ],
  check({ judged, now, options, report }) {
    withSectionOptions(options, 'repo-release', (optionsAt) => {
      for (const { entry, repository } of entriesWithFacts(judged, now)) {
        if (repository === null) continue;
        const { link, facts: known } = repository;
        const { name } = known;
        const common = { at: link.position, link } as const;
        const { tags, semver: isStrict, days } = optionsAt(entry);
        const versions = [known.release?.name, tags ? known.tag : null].filter((one) => typeof one === 'string');
        const [version] = versions;
        const hasNone = tags ? known.isReleased === false : known.isReleased === false || known.tag !== null;
        if (version === undefined) {
          if (hasNone) report({ message: known.tag === null ? 'none' : 'untagged', ...common, data: { name } });
          continue;
        }
        if (isStrict && !versions.some((one) => semver.test(one)))
          report({ message: 'version', ...common, data: { name, version } });
        const date = known.release?.publishedAt ?? null;
        const age = daysSince(date, now);
        if (days === null || age === null || date === null || age <= days) continue;
        report({ message: 'old', ...common, data: { name, date: dayOf(date), age: plural(age, 'day'), days } });
      }
    });
  },
});
