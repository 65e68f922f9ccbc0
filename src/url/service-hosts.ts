/** Where the pages of a registry are: its registrable domain without the suffix, and subdomains; `''` is the domain itself. */
export interface RegistryHosts {
  readonly domain: string;
  readonly subdomains: readonly string[];
}

/** Registries of packages whose facts are read, by the name of their site. */
export const registryHosts = {
  npm: { domain: 'npmjs', subdomains: ['', 'www'] },
  crates: { domain: 'crates', subdomains: ['', 'www'] },
  pypi: { domain: 'pypi', subdomains: ['', 'www', 'test'] },
  rubygems: { domain: 'rubygems', subdomains: ['', 'www'] },
  packagist: { domain: 'packagist', subdomains: ['', 'www'] },
  golang: { domain: 'go', subdomains: ['pkg'] },
} as const satisfies Readonly<Record<string, RegistryHosts>>;

/** Forges that run Gitea or Forgejo under another name; hosts named `gitea.` and `forgejo.` need no row. */
export const giteaForges: readonly { readonly host: string; readonly source: string }[] = [
  { host: 'codeberg.org', source: 'Forgejo FAQ: who is using Forgejo' },
  { host: 'git.disroot.org', source: 'Forgejo FAQ: who is using Forgejo' },
  { host: 'code.forgejo.org', source: "Forgejo's own, for its actions and runners" },
  { host: 'opendev.org', source: 'OpenDev infrastructure manual: Gitea' },
  { host: 'projects.blender.org', source: 'code.blender.org, Gitea Diaries, part 3' },
];

const codeHosts = new Set(['github.com', 'bitbucket.org', ...giteaForges.map(({ host }) => host)]);

/** What the pages of a host are about, as far as its name says; null for any other host, and for the front page of one. */
export function thingOn(address: string): 'package' | 'repository' | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname === '/') return null;
  const name = url.hostname.replace(/^www\./, '');
  if (codeHosts.has(name) || /^(?:gitlab|gitea|forgejo)\./.test(name)) return 'repository';
  const [domain, ...subdomains] = url.hostname.split('.').slice(0, -1).reverse();
  const isRegistry = Object.values(registryHosts).some(
    (hosts: RegistryHosts) => hosts.domain === domain && hosts.subdomains.includes(subdomains.reverse().join('.')),
  );
  return isRegistry ? 'package' : null;
}
