import type { Facts, Release } from '../../model/facts.js';
import { countOf, dateOf, downloadsOf, flagOf, licenseOf, lineOf, versionOf, wordsOf } from '../sites/fact-values.js';
import { type Json, recordOf, textOf } from '../sites/json-api.js';

const serviceShape = /^[a-z]{1,30}$/;
const periods = ['total', 'month', 'week'] as const;

/** Facts as a ledger holds them, which anyone may have written; null for what cannot be facts. A field that does not fit is null. */
export function storedFacts(value: unknown): Facts | null {
  const found = recordOf(value);
  const readAt = dateOf(found?.readAt, Number.POSITIVE_INFINITY);
  const service = textOf(found?.service);
  const name = lineOf(found?.name, 300);
  if (found === null || readAt === null || service === null || !serviceShape.test(service) || name === null)
    return null;
  const now = Date.parse(readAt);
  const common = {
    service,
    readAt,
    name,
    description: lineOf(found.description),
    license: licenseOf(found.license),
    release: releaseOf(found.release, now),
  };
  if (found.kind === 'package') return { kind: 'package', ...common, ...packageOf(found) };
  if (found.kind !== 'repository') return null;
  return {
    kind: 'repository',
    ...common,
    stars: countOf(found.stars),
    forks: countOf(found.forks),
    isFork: flagOf(found.isFork),
    isArchived: flagOf(found.isArchived),
    createdAt: dateOf(found.createdAt, now),
    pushedAt: dateOf(found.pushedAt, now),
    isReleased: flagOf(found.isReleased),
    tag: versionOf(found.tag),
    topics: wordsOf(found.topics),
    language: lineOf(found.language, 50),
    defaultBranch: versionOf(found.defaultBranch),
    contributors: countOf(found.contributors),
  };
}

function packageOf(found: Json) {
  const downloads = downloadsOf(found.downloads);
  const period = periods.find((each) => each === found.downloadsPeriod) ?? null;
  return {
    downloads: period === null ? null : downloads,
    downloadsPeriod: downloads === null ? null : period,
    isDeprecated: flagOf(found.isDeprecated),
    isYanked: flagOf(found.isYanked),
  };
}

function releaseOf(value: unknown, now: number): Release | null {
  const found = recordOf(value);
  const name = versionOf(found?.name);
  return name === null ? null : { name, publishedAt: dateOf(found?.publishedAt, now) };
}
