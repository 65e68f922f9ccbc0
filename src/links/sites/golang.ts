import type { PackageFacts } from '../../model/facts.js';
import { registryHosts } from '../../url/service-hosts.js';
import { dateOf, licenseOf, versionOf } from './fact-values.js';
import { askEach, foundIn, isNamed, pathSegments } from './json-api.js';
import { packageFacts, unknownPackage } from './package-registry.js';
import { alive, missing, type Site, type SiteApi, type SiteResult } from './site.js';

/** What evidence calls it. */
const service = "Go's index of modules";

/** A module's first part is a host's name (Go Modules Reference, "Module paths"). */
const hostShape = /^[a-z\d](?:[a-z\d.-]{0,250})?\.[a-z]{2,}(?:@[\w.+-]{1,100})?$/i;
const files = /\.(?:txt|xml|ico|png|svg|json)$/i;

/** Marks of the pages that pkgsite makes; none of them can come from a README, whose ids and classes it takes away. */
const marks = {
  /** static/frontend/fetch and internal/frontend/404.go: no one has asked for it yet, or it was looked for and not found. */
  absent: /\bdata-test-id=["']?fetch-message\b|<h3 class="Error-message">/,
  /** static/frontend/unit/_header.tmpl. */
  unit: /\bdata-test-id=["']?UnitHeader-title\b/,
  /** The same file's banners. */
  license:
    /\bdata-test-id=["']?UnitHeader-licenses?\b[^>]{0,200}>(?:\s|<span[^>]{0,200}>[^<]{0,50}<\/span>){0,4}<a[^>]{0,300}>([^<]{2,100})<\/a>/,
  deprecated: /<div class="go-Message go-Message--warning">[^<]{0,200}<img[^>]{0,600}>[^<]{0,50}<strong>Deprecated</,
};

/** Go's index of modules. It has no API but its pages, which say in Go's own form what they are. */
export const golang: Site = {
  name: 'golang',
  batch: 1,
  claims: (url) => moduleOf(url) !== null,
  describes: (url) => moduleOf(url)?.includes('@') === false,
  ask: (targets, api) => askEach(targets, async ({ url }) => wordOf(url, api)),
};

/** The path of a module or package, with its version; null for Go's own pages and its standard library. */
function moduleOf(url: URL): string | null {
  if (!isNamed(url, registryHosts.golang)) return null;
  const segments = pathSegments(url) ?? [];
  const [host] = segments;
  return host !== undefined && hostShape.test(host) && !files.test(host) ? segments.join('/') : null;
}

async function wordOf(url: URL, api: SiteApi): Promise<SiteResult | null> {
  const path = moduleOf(url);
  if (path === null) return null;
  const { reply, redirects, incompleteChain } = await api.page(url.href);
  // What is redirected, and what only an indulgent client reaches, is for those who judge pages.
  if (reply.kind !== 'answer' || redirects.length > 0 || incompleteChain) return null;
  const { status, body } = reply;
  if (status === 404 && marks.absent.test(body))
    return missing('package-missing', { kind: 'has-no', service, thing: null, name: path });
  if (status !== 200 || !marks.unit.test(body)) return null;
  const notes = marks.deprecated.test(body) ? ['deprecated'] : [];
  const facts = path.includes('@') ? null : await factsOf(path, body, notes.length > 0, api);
  return alive({ kind: 'has', service, thing: null, name: path }, { notes, facts });
}

/** The module proxy (Go Modules Reference, "GOPROXY protocol"), which escapes capitals. */
const proxy = 'https://proxy.golang.org';

async function factsOf(path: string, page: string, isDeprecated: boolean, api: SiteApi): Promise<PackageFacts> {
  const escaped = path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const url = `${proxy}/${escaped.split('/').map(encodeURIComponent).join('/')}/@latest`;
  const latest = api.details.has('packages') ? foundIn(await api.ask({ url, retries: 0 })) : null;
  const name = versionOf(latest?.Version);
  return packageFacts(
    'golang',
    {
      ...unknownPackage(path),
      license: licenseOf(marks.license.exec(page)?.[1]),
      release: name === null ? null : { name, publishedAt: dateOf(latest?.Time, api.now()) },
      isDeprecated,
    },
    api.now(),
  );
}
