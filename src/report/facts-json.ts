import type { Facts } from '../model/facts.js';

/** Facts as data: only what the schema names, in its order. */
export function factsJson(facts: Facts | null): Facts | null {
  if (facts === null) return null;
  const { service, readAt, name, description, license } = facts;
  const release = facts.release && { name: facts.release.name, publishedAt: facts.release.publishedAt };
  const common = { service, readAt, name, description, license, release };
  if (facts.kind === 'package') {
    const { downloads, downloadsPeriod, isDeprecated, isYanked } = facts;
    return { kind: 'package', ...common, downloads, downloadsPeriod, isDeprecated, isYanked };
  }
  const { stars, forks, isFork, isArchived, createdAt, pushedAt, isReleased, tag } = facts;
  const { topics, language, defaultBranch, contributors } = facts;
  return {
    kind: 'repository',
    ...common,
    ...{ stars, forks, isFork, isArchived, createdAt, pushedAt, isReleased, tag },
    ...{ topics, language, defaultBranch, contributors },
  };
}
