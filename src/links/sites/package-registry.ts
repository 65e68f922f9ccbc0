import type { Reason } from '../../model/reasons.js';
import type { HttpResult } from '../http/response.js';
import { askEach, foundIn, isNamed, type Json, pathSegments, refuses } from './json-api.js';
import { alive, missing, type Site } from './site.js';

/** A registry whose API lies under the link's own origin and answers in JSON. */
export interface Registry {
  readonly name: string;
  /** How sentences call it. */
  readonly title: string;
  /** Its registrable domain without the suffix, and the subdomains that hold its pages; `''` is the domain itself. */
  readonly domain: string;
  readonly subdomains: readonly string[];
  /** Reads the unescaped parts of a path; null for what is no package's page, or cannot be a package's name. */
  place(segments: readonly string[]): PackageName | null;
  /** Notes on what the API has; null where its answer is not about this package. */
  read(answer: Json, place: PackageName): readonly string[] | null;
  /** True where a reply says that there is no such thing; without it, a 404 in JSON does. */
  isMissing?(reply: HttpResult, place: PackageName): boolean;
  /** The reason for what is missing; `package-missing` without it. */
  readonly missing?: Reason;
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
    const segments = isNamed(url, registry.domain, registry.subdomains) ? pathSegments(url) : null;
    return segments === null ? null : registry.place(segments);
  };
  const isMissing = registry.isMissing ?? refuses;
  return {
    name: registry.name,
    batch: 1,
    claims: (url) => packageOf(url) !== null,
    ask: (targets, api) =>
      askEach(targets, async ({ url }) => {
        const place = packageOf(url);
        if (place === null) return null;
        const reply = await api.ask({ url: url.origin + place.path, accept: 'application/json' });
        const name = place.version === null ? place.name : `${place.name} ${place.version}`;
        const seen = { service: registry.title, thing: null, name };
        if (isMissing(reply, place)) return missing(registry.missing ?? 'package-missing', { kind: 'has-no', ...seen });
        const answer = place.whole ? foundIn(reply) : null;
        const notes = answer === null ? null : registry.read(answer, place);
        return notes === null ? null : alive({ kind: 'has', ...seen }, { notes });
      }),
  };
}
