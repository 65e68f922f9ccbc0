import { areFresh, type FactNeeds, type Facts, type PackageFacts } from '../model/facts.js';
import type { ReportLink } from '../model/report.js';
import type { LinkSettings } from '../model/settings.js';
import { plural, pluralForm } from '../text/plural.js';
import type { Ledger } from './ledger/ledger.js';
import type { FactsAsked } from './ledger/record.js';
import { sites } from './sites/registry.js';
import type { Target } from './targets.js';

/** Hosts that count contributors for us. */
const countContributors: ReadonlySet<string> = new Set(['github', 'gitlab']);

/** Milliseconds after which facts that a service did not give are requested again. */
const patience = 86_400_000;

/**
 * Tells the targets whose facts a rule needs and the ledger has not, or has for too long, though their service can be asked. One that
 * was asked for the same within a day, and did not give all, is left alone: some things have no such facts.
 */
export function factsToRead(
  needs: FactNeeds,
  settings: LinkSettings,
  ledger: Ledger,
  now: () => number,
): (target: Target) => boolean {
  return ({ url }) => {
    const known = ledger.find(url);
    const facts = known?.facts ?? null;
    const isFresh = facts !== null && areFresh(facts, now());
    if (isFresh && isWhole(facts, needs)) return false;
    if ((facts === null || isFresh) && wasAsked(known?.factsAsked, needs, now())) return false;
    return canDescribe(new URL(url), settings);
  };
}

function wasAsked(asked: FactsAsked | undefined, { details }: FactNeeds, now: number): boolean {
  const age = asked === undefined ? Number.NaN : now - Date.parse(asked.at);
  return age >= 0 && age < patience && [...details].every((detail) => asked?.details.includes(detail));
}

/** True for an address of a thing that a service can be asked about. */
export function canDescribe(url: URL, { services }: LinkSettings): boolean {
  return sites.find((site) => site.claims(url))?.describes?.(url, services) ?? false;
}

/** True where facts have what they were not asked for when no rule needed it. */
function isWhole(facts: Facts, { details }: FactNeeds): boolean {
  if (facts.kind === 'package') return !details.has('packages') || hasPackageDetails(facts);
  if (details.has('contributors') && facts.contributors === null && countContributors.has(facts.service)) return false;
  return !(details.has('tags') && facts.tag === null && facts.isReleased === null);
}

/** True where what costs more requests was read, as far as one can tell; of other registries it is never left out. */
function hasPackageDetails({ service, license, description, downloads, release }: PackageFacts): boolean {
  if (service === 'npm') return license !== null || description !== null || downloads !== null;
  return service !== 'golang' || release !== null;
}

/** What rules could not read although it exists, in sentences. */
export function missingFacts(rows: readonly ReportLink[], settings: LinkSettings): readonly string[] {
  const bare = rows.filter(({ verdict, facts }) => facts === null && (verdict === 'alive' || verdict === 'moved'));
  const withToken = { ...settings, services: { ...settings.services, githubToken: 'any' } };
  const describable = bare.flatMap(({ url }) =>
    URL.canParse(url) && canDescribe(new URL(url), withToken) ? [url] : [],
  );
  const silent = describable.filter((url) => canDescribe(new URL(url), settings)).length;
  const locked = describable.length - silent;
  return [
    ...(locked === 0
      ? []
      : [
          `no facts about ${plural(locked, 'link')} to GitHub, because there is no token; set GITHUB_TOKEN, and rules about repositories check ${pluralForm(locked, 'it', 'them')} too`,
        ]),
    ...(silent === 0
      ? []
      : [
          `no facts about ${plural(silent, 'link')} to repositories and packages, because the service did not respond as expected; rules about facts did not check ${pluralForm(silent, 'it', 'them')}`,
        ]),
  ];
}
