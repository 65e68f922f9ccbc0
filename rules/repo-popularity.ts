import * as v from 'valibot';
import type { PackageFacts } from '../src/model/facts.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { type EntryFacts, entriesWithFacts } from '../src/rule-kit/entry-facts.js';
import { optionsBySection, withSectionOptions } from '../src/rule-kit/section-options.js';
import { plural } from '../src/text/plural.js';
import { thingOn } from '../src/url/service-hosts.js';

const limit = (means: string, value: number | null) =>
  v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.description(means))), value);

const delta = 'https://git.example/kites/delta';
const packaged = 'https://crates.io/crates/delta';
const text = '# Kites\n\n## Plans\n\n- [Delta](https://git.example/kites/delta) - One spar.\n';
const both = `# Kites\n\n## Plans\n\n- [Delta](${delta}) [[package](${packaged})] - One spar.\n`;
const stars = (count: number | null) => ({ [delta]: { name: 'kites/delta', stars: count } });
const downloads = (count: number | null) => ({
  [packaged]: { kind: 'package', name: 'delta', downloads: count, downloadsPeriod: 'total' } as const,
});

export default defineRule({
  id: 'repo-popularity',
  topic: 'entries',
  summary: 'Require a minimum of stars or downloads',
  why: 'A project that hardly anyone uses is rarely the best choice, and few people notice when it breaks.',
  fix: 'none',
  reads: 'facts',
  needs({ contributors, downloads, overrides }) {
    const all = [
      { contributors, downloads },
      ...(overrides as readonly Partial<{ contributors: number; downloads: number }>[]),
    ];
    const isSet = (key: 'contributors' | 'downloads'): boolean => all.some((each) => typeof each[key] === 'number');
    return [
      ...(isSet('contributors') ? ['contributors' as const] : []),
      ...(isSet('downloads') ? ['packages' as const] : []),
    ];
  },
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    stars: '`{name}` has {count} (minimum {min}); add it when it is more popular',
    downloads: 'The package `{name}` has {count} {period} (minimum {min}); add it when it is more popular',
    either:
      '`{name}` has {stars} (minimum {min}) and {count} {period} (minimum {least}); add it when it is more popular',
    contributors: '`{name}` has {count} (minimum {min}); add it when it has more',
  },
  options: optionsBySection({
    stars: limit('The minimum number of stars; null for no minimum.', 50),
    downloads: limit(
      'The minimum number of downloads of a package that the entry links to, in total or in the period that its registry reports; enough downloads make up for too few stars. Null for no minimum.',
      null,
    ),
    contributors: limit(
      'The minimum number of contributors, regardless of stars; null for no minimum. Takes one more request for each repository.',
      null,
    ),
  }),
  examples: [
    { text, facts: stars(49), finds: ['5:3 stars'] },
    { text: both, facts: { ...stars(3), ...downloads(1999) }, options: { downloads: 2000 }, finds: ['5:3 either'] },
    { text: both, facts: downloads(1999), options: { stars: null, downloads: 2000 }, finds: ['5:45 downloads'] },
    {
      text,
      facts: { [delta]: { name: 'kites/delta', stars: 900, contributors: 1 } },
      options: { contributors: 2 },
      finds: ['5:3 contributors'],
    },
    {
      text: both,
      facts: { ...stars(3), ...downloads(2000) },
      options: { downloads: 2000 },
      finds: [],
      note: 'Either is enough.',
    },
    { text, facts: stars(50), finds: [] },
    { text, facts: stars(null), finds: [], note: 'Its stars are unknown.' },
    {
      text: both,
      facts: { ...stars(3), ...downloads(null) },
      options: { downloads: 2000 },
      finds: [],
      note: 'The package may have enough downloads.',
    },
    {
      text: both,
      facts: stars(3),
      options: { downloads: 2000 },
      finds: [],
      note: 'The registry did not respond, so the package may have enough downloads.',
    },
    {
      text: both.replace(packaged, 'https://pypi.org/project/delta/'),
      facts: stars(3),
      options: { downloads: 2000 },
      finds: [],
    },
    { text, facts: stars(10), options: { overrides: [{ sections: ['/^plan/i'], stars: 5 }] }, finds: [] },
  ],
  check({ judged, now, options, report }) {
    withSectionOptions(options, 'repo-popularity', (optionsAt) => {
      for (const known of entriesWithFacts(judged, now)) {
        const { repository } = known;
        const wanted = optionsAt(known.entry);
        const rare = rarityOf(known, wanted);
        if (rare !== null) {
          const { link, name } = rare;
          const common = { at: link.position, link } as const;
          const [min, least] = [wanted.stars ?? 0, wanted.downloads ?? 0];
          if (rare.stars === null)
            report({ message: 'downloads', ...common, data: { name, ...downloadsIn(rare), min: least } });
          else if (rare.downloads === null)
            report({ message: 'stars', ...common, data: { name, count: plural(rare.stars, 'star'), min } });
          else {
            const data = { name, stars: plural(rare.stars, 'star'), min, ...downloadsIn(rare), least };
            report({ message: 'either', ...common, data });
          }
        }
        const people = repository?.facts.contributors ?? null;
        if (repository === null || people === null || wanted.contributors === null || people >= wanted.contributors)
          continue;
        const { link, facts } = repository;
        const data = { name: facts.name, count: plural(people, 'contributor'), min: wanted.contributors };
        report({ message: 'contributors', at: link.position, link, data });
      }
    });
  },
});

/** Too little of each that is required and known; null where something suffices or is not known. */
function rarityOf(
  { entry, repository, packages }: EntryFacts,
  wanted: { readonly stars: number | null; readonly downloads: number | null },
) {
  const rated = wanted.stars !== null && repository !== null;
  const most = [...packages].sort((a, b) => (b.facts.downloads ?? 0) - (a.facts.downloads ?? 0))[0] ?? null;
  const counted = wanted.downloads !== null && most !== null;
  if (!rated && !counted) return null;
  const stars = rated ? repository.facts.stars : null;
  if (rated && (stars === null || stars >= (wanted.stars ?? 0))) return null;
  if (counted && packages.some(({ facts }) => (facts.downloads ?? Number.POSITIVE_INFINITY) >= (wanted.downloads ?? 0)))
    return null;
  // A link without facts may be the package or the repository that has enough.
  const known = new Set([repository?.link, ...packages.map(({ link }) => link)]);
  const others = entry.links.filter((link) => !known.has(link) && !link.image);
  if (wanted.downloads !== null && !counted && others.some(({ url }) => thingOn(url) === 'package')) return null;
  if (wanted.stars !== null && !rated && others.some(({ url }) => thingOn(url) === 'repository')) return null;
  const first = rated ? repository : most;
  if (first === null) return null;
  return { link: first.link, name: first.facts.name, stars, downloads: counted ? most.facts : null };
}

function downloadsIn({ downloads: facts }: { readonly downloads: PackageFacts | null }) {
  const period = facts?.downloadsPeriod ?? null;
  const inPeriod = period === 'month' || period === 'week' ? `in the last ${period}` : 'in total';
  return { count: plural(facts?.downloads ?? 0, 'download'), period: inPeriod };
}
