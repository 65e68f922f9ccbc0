import { githubAddress } from '../sites/github/address.js';
import type { SiteApi } from '../sites/site.js';
import type { About } from './about.js';
import { aboutPage } from './page.js';
import { aboutPackage, packageSources } from './registry.js';
import { aboutRepository } from './repository.js';

/** Asks who can say most of an address: its site's API where there is one, else its page. Never throws. */
export async function askAbout(url: URL, api: SiteApi): Promise<About> {
  const address = githubAddress(url);
  if (address?.kind === 'repository' && address.part.kind === 'root')
    return (await aboutRepository(address, api)) ?? aboutPage(url, api);
  const source = packageSources.find((each) => each.nameIn(url) !== null);
  return (source === undefined ? null : await aboutPackage(source, url, api)) ?? aboutPage(url, api);
}
