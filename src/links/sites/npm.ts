import type { Evidence } from '../../model/evidence.js';
import type { PackageFacts } from '../../model/facts.js';
import { registryHosts } from '../../url/service-hosts.js';
import type { HttpResult } from '../http/response.js';
import { downloadsOf, licenseOf, lineOf, versionOf } from './fact-values.js';
import { askEach, foundIn, isNamed, type Json, ownOf, pathSegments, recordOf, textOf } from './json-api.js';
import { packageFacts, unknownPackage } from './package-registry.js';
import { alive, jsonOf, missing, type Site, type SiteApi, type SiteResult, saysMissing } from './site.js';

/** What evidence calls it. */
const service = 'The npm registry';

/** Short form of a package's metadata: npm/registry, "package-metadata". */
const short = 'application/vnd.npm.install-v1+json';
/** Wider than what npm takes today: older names have capitals. */
const partShape = /^[\w~!'()*.-]{1,214}$/;

/** npm: its pages refuse programs, so the registry that the user's npm is set up for is checked. */
export const npm: Site = {
  name: 'npm',
  batch: 1,
  claims: (url) => packageOf(url) !== null,
  describes: (url) => packageOf(url)?.version === null,
  ask: (targets, api) =>
    askEach(targets, async ({ url }) => {
      const place = packageOf(url);
      return place === null ? null : wordOf(place, api);
    }),
};

interface NpmPackage {
  /** `@scope`, or null. */
  readonly scope: string | null;
  /** With its scope. */
  readonly name: string;
  /** A version or a tag as the address names it; null for the package. */
  readonly version: string | null;
}

function packageOf(url: URL): NpmPackage | null {
  if (!isNamed(url, registryHosts.npm)) return null;
  // A slash behind the scope may be escaped.
  const [first, ...rest] = pathSegments(url)?.flatMap((segment) => segment.split('/')) ?? [];
  if (first !== 'package') return null;
  const scope = rest[0]?.startsWith('@') ? rest[0] : null;
  const [name, view, version, ...more] = scope === null ? rest : rest.slice(1);
  if (name === undefined || !isName(name) || (scope !== null && !isName(scope.slice(1)))) return null;
  if (more.length > 0 || (view !== undefined && (view !== 'v' || !version))) return null;
  return { scope, name: scope === null ? name : `${scope}/${name}`, version: version ?? null };
}

const isName = (part: string): boolean => partShape.test(part) && !/^[._]/.test(part);

async function wordOf(place: NpmPackage, api: SiteApi): Promise<SiteResult | null> {
  const registry = await api.services.npmRegistry(place.scope);
  if (registry === null) return null;
  const base = `${registry}${encodeURIComponent(place.name).replace(/^%40/, '@')}`;
  const reply = await api.ask({ url: base, accept: short });
  if (isMissing(reply)) return gone({ kind: 'has-no', service, thing: null, name: place.name });
  const about = foundIn(reply);
  if (about === null) return isTooLong(reply) ? wordOfManifest(base, registry, place, api) : null;
  if (about.name !== place.name) return null;
  const versions = recordOf(about.versions);
  if (versions === null || Object.keys(versions).length === 0) return wordOfEmpty(base, about, place, api);
  const tags = recordOf(about['dist-tags']);
  const version = textOf(ownOf(tags, place.version ?? 'latest')) ?? place.version;
  const manifest = version === null ? null : recordOf(ownOf(versions, version));
  if (place.version !== null && manifest === null)
    return gone({ kind: 'has-without', service, name: place.name, part: `${place.version} of it` });
  const word = there(place, manifest);
  const newest = versionOf(ownOf(tags, 'latest'));
  if (place.version !== null) return word;
  const isAsked = api.details.has('packages');
  const whole = isAsked && newest !== null ? await askJson(`${base}/${encodeURIComponent(newest)}`, api) : null;
  const isDeprecated = word.notes.includes('deprecated');
  return { ...word, facts: await factsOf(place, registry, newest, whole, isDeprecated, api) };
}

async function askJson(url: string, api: SiteApi): Promise<Json | null> {
  return foundIn(await api.ask({ url, accept: 'application/json', retries: 0 }));
}

/** Where npm counts the downloads of what its own registry has (npm/registry, "download-counts"). */
const counts = 'https://api.npmjs.org/downloads/point/last-month';

/** The facts in the newest version's own metadata, where it was read, and the downloads, where they are to be read. */
async function factsOf(
  { name }: NpmPackage,
  registry: string,
  newest: string | null,
  manifest: Json | null,
  isDeprecated: boolean,
  api: SiteApi,
): Promise<PackageFacts> {
  const isPublic = new URL(registry).hostname === 'registry.npmjs.org';
  const isCounted = isPublic && api.details.has('packages');
  const counted = isCounted ? await askJson(`${counts}/${name.replace('/', '%2F')}`, api) : null;
  const about = manifest?.name === name ? manifest : null;
  const downloads = counted?.package === name ? downloadsOf(counted.downloads) : null;
  return packageFacts(
    'npm',
    {
      ...unknownPackage(name),
      description: lineOf(about?.description),
      license: licenseOf(about?.license),
      release: newest === null ? null : { name: newest, publishedAt: null },
      downloads,
      downloadsPeriod: downloads === null ? null : 'month',
      isDeprecated,
    },
    api.now(),
  );
}

/** Nothing to install: only the long form tells an unpublished package from an odd one. */
async function wordOfEmpty(base: string, about: Json, place: NpmPackage, api: SiteApi): Promise<SiteResult | null> {
  const isSaid = (json: Json | null): boolean =>
    json?.name === place.name &&
    recordOf(recordOf(json.time)?.unpublished) !== null &&
    Object.keys(recordOf(json.versions) ?? {}).length === 0;
  const isUnpublished = isSaid(about) || isSaid(foundIn(await api.ask({ url: base, accept: 'application/json' })));
  if (isUnpublished) return gone({ kind: 'unpublished', service, name: place.name });
  // Some registries name a package without telling its versions.
  return place.version === null && recordOf(about.versions) === null ? there(place, null) : null;
}

/** Metadata of thousands of versions is longer than what is read; that of one version is short. */
async function wordOfManifest(
  base: string,
  registry: string,
  place: NpmPackage,
  api: SiteApi,
): Promise<SiteResult | null> {
  const url = `${base}/${encodeURIComponent(place.version ?? 'latest')}`;
  const manifest = foundIn(await api.ask({ url, accept: 'application/json' }));
  if (manifest?.name !== place.name) return null;
  const word = there(place, manifest);
  if (place.version !== null) return word;
  const isDeprecated = word.notes.includes('deprecated');
  return { ...word, facts: await factsOf(place, registry, versionOf(manifest.version), manifest, isDeprecated, api) };
}

/** npm's own registry says it in an object, others in a string of JSON. */
function isMissing(reply: HttpResult): boolean {
  const json = saysMissing(reply) ? jsonOf(reply) : null;
  return recordOf(json) !== null || textOf(json) !== null;
}

function isTooLong(reply: HttpResult): boolean {
  return reply.kind === 'answer' && reply.status === 200 && reply.cut === true && reply.body.startsWith('{');
}

function gone(evidence: Evidence): SiteResult {
  return missing('package-missing', evidence);
}

function there({ name, version }: NpmPackage, manifest: Json | null): SiteResult {
  const deprecated = manifest?.deprecated;
  const notes = deprecated === true || textOf(deprecated) !== null ? ['deprecated'] : [];
  const full = version === null ? name : `${name} ${version}`;
  return alive({ kind: 'has', service, thing: null, name: full }, { notes });
}
