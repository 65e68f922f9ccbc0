import { type RegistryHosts, registryHosts } from '../../url/service-hosts.js';
import { foundIn, isNamed, type Json, pathSegments, recordOf, textOf } from '../sites/json-api.js';
import type { SiteApi } from '../sites/site.js';
import { cleanLine, cleanLines, descriptionOf } from './clean-text.js';
import type { PageMetadata } from './metadata.js';

/** A registry that describes its packages in JSON. */
interface PackageSource {
  readonly name: string;
  /** Where the form of its answers is documented. */
  readonly source: string;
  /** The package that an address names; null for others. */
  readonly nameIn: (url: URL) => string | null;
  /** Where it is checked; null where there is no such service. */
  readonly address: (name: string, url: URL, api: SiteApi) => Promise<string | null> | string;
  readonly read: (
    answer: Json,
  ) => { readonly name: unknown; readonly description: unknown; readonly topics: unknown } | null;
}

const named =
  (hosts: RegistryHosts, folder: string) =>
  (url: URL): string | null => {
    const [first, name, ...rest] = isNamed(url, hosts) ? (pathSegments(url) ?? []) : [];
    return first === folder && name !== undefined && rest.length === 0 && /^[\w.-]{1,128}$/.test(name) ? name : null;
  };

/** Registries whose API tells a package's own words. */
export const packageSources: readonly PackageSource[] = [
  {
    name: 'npm',
    source: 'npm/registry, docs/responses/package-metadata.md',
    nameIn: (url) => {
      if (!isNamed(url, registryHosts.npm)) return null;
      return /^\/package\/((?:@[\w~.-]{1,100}\/)?[\w~.-]{1,214})\/?$/.exec(url.pathname)?.[1] ?? null;
    },
    address: async (name, _, { services }) => {
      const registry = await services.npmRegistry(name.startsWith('@') ? (name.split('/')[0] ?? null) : null);
      return registry === null ? null : `${registry}${name.replace('/', '%2F')}/latest`;
    },
    read: ({ name, description, keywords }) => ({ name, description, topics: keywords }),
  },
  {
    name: 'pypi',
    source: 'docs.pypi.org/api/json',
    nameIn: named(registryHosts.pypi, 'project'),
    address: (name, { origin }) => `${origin}/pypi/${name}/json`,
    read: (answer) => {
      const info = recordOf(answer.info);
      const keywords = textOf(info?.keywords)?.split(/[,\s]+/) ?? [];
      return info === null ? null : { name: info.name, description: info.summary, topics: keywords };
    },
  },
  {
    name: 'crates',
    source: 'doc.rust-lang.org/cargo, the web API of registries',
    nameIn: named(registryHosts.crates, 'crates'),
    address: (name, { origin }) => `${origin}/api/v1/crates/${name}`,
    read: (answer) => {
      const crate = recordOf(answer.crate);
      return crate === null ? null : { name: crate.name, description: crate.description, topics: crate.keywords };
    },
  },
  {
    name: 'rubygems',
    source: 'guides.rubygems.org/rubygems-org-api',
    nameIn: named(registryHosts.rubygems, 'gems'),
    address: (name, { origin }) => `${origin}/api/v1/gems/${name}.json`,
    read: ({ name, info }) => ({ name, description: info, topics: [] }),
  },
];

/** What a registry says of a package; null where it does not answer in its own form. */
export async function metadataOfPackage(source: PackageSource, url: URL, api: SiteApi): Promise<PageMetadata | null> {
  const wanted = source.nameIn(url);
  const address = wanted === null ? null : await source.address(wanted, url, api);
  const answer = address === null ? null : foundIn(await api.ask({ url: address, retries: 0 }));
  const found = answer === null ? null : source.read(answer);
  const name = cleanLine(found?.name, 214);
  if (found === null || name === null) return null;
  return {
    name,
    description: descriptionOf(found.description, name),
    topics: cleanLines(found.topics),
    source: source.name,
  };
}
