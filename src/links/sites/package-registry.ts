import type { PackageFacts } from '../../model/facts.js';
import type { Reason } from '../../model/reasons.js';
import type { RegistryHosts } from '../../url/service-hosts.js';
import type { HttpResult } from '../http/response.js';
import { askEach, foundIn, isNamed, type Json, pathSegments, refuses } from './json-api.js';
import { alive, missing, type Site } from './site.js';

/** A registry whose API lies under the link's own origin and answers in JSON. */
export interface Registry extends RegistryHosts {
  readonly name: string;
  /** How sentences call it. */
  readonly title: string;
  /** Reads the unescaped parts of a path; null for what is no package's page, or cannot be a package's name. */
  place(segments: readonly string[]): PackageName | null;
  /** What the API has of a package, at `now` in epoch milliseconds; null where its answer is not about this package. */
  read(answer: Json, place: PackageName, now: number): PackageReading | null;
  /** True where a reply says that there is no such thing; without it, a 404 in JSON does. */
  isMissing?(reply: HttpResult, place: PackageName): boolean;
  /** False where no facts are read of it. */
  readonly describes?: false;
  /** The reason for what is missing; `package-missing` without it. */
  readonly missing?: Reason;
}

/** What an answer says of a package. */
export interface PackageReading {
  readonly notes: readonly string[];
  /** Null for the page of one version. */
  readonly about: AboutPackage | null;
}

/** Facts about a package, without those that are the same for each. */
export type AboutPackage = Omit<PackageFacts, 'kind' | 'service' | 'readAt'>;

/** Facts about a package of which only the name is known. */
export function unknownPackage(name: string): AboutPackage {
  return {
    ...{ name, description: null, license: null, release: null },
    ...{ downloads: null, downloadsPeriod: null, isDeprecated: null, isYanked: null },
  };
}

/** Facts about a package, as read from a service at `now` in epoch milliseconds. */
export function packageFacts(service: string, about: AboutPackage, now: number): PackageFacts {
  return { kind: 'package', service, readAt: new Date(now).toISOString(), ...about };
}

/** One package's page. */
export interface PackageName {
  readonly name: string;
  /** Null where the page is that of no version. */
  readonly version: string | null;
  /** What the API is checked: a path that begins with a slash. */
  readonly path: string;
  /** False for a page next to the package's own, which can be missing though the package is there. */
  readonly whole: boolean;
}

/** The adapter of such a registry. */
export function packageSite(registry: Registry): Site {
  const packageOf = (url: URL): PackageName | null => {
    const segments = isNamed(url, registry) ? pathSegments(url) : null;
    return segments === null ? null : registry.place(segments);
  };
  const isMissing = registry.isMissing ?? refuses;
  return {
    name: registry.name,
    batch: 1,
    claims: (url) => packageOf(url) !== null,
    describes: (url) => {
      const place = packageOf(url);
      return registry.describes !== false && place !== null && place.whole && place.version === null;
    },
    ask: (targets, api) =>
      askEach(targets, async ({ url }) => {
        const place = packageOf(url);
        if (place === null) return null;
        const reply = await api.ask({ url: url.origin + place.path, accept: 'application/json' });
        const name = place.version === null ? place.name : `${place.name} ${place.version}`;
        const seen = { service: registry.title, thing: null, name };
        if (isMissing(reply, place)) return missing(registry.missing ?? 'package-missing', { kind: 'has-no', ...seen });
        const answer = place.whole ? foundIn(reply) : null;
        const reading = answer === null ? null : registry.read(answer, place, api.now());
        if (reading === null) return null;
        const { notes, about } = reading;
        const facts = about === null ? null : packageFacts(registry.name, about, api.now());
        return alive({ kind: 'has', ...seen }, { notes, facts });
      }),
  };
}
