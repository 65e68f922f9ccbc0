import { readPage } from '../classify/page-text.js';
import { detectBotWall } from '../http/bot-walls.js';
import { githubAddress } from '../sites/github/address.js';
import type { SiteApi } from '../sites/site.js';
import { descriptionOf } from './clean-text.js';
import { noMetadata, type PageMetadata } from './metadata.js';
import { nameFrom } from './name-from-title.js';
import { metadataOfPackage, packageSources } from './package.js';
import { metadataOfRepository } from './repository.js';

/** What the title and the meta data of a page say; nothing for bot protection, an error and what is not a page. */
export async function metadataOfPage(url: URL, api: SiteApi): Promise<PageMetadata> {
  const { reply } = await api.page(url.href);
  if (reply.kind !== 'answer' || reply.status < 200 || reply.status > 299 || detectBotWall(reply) !== null)
    return noMetadata;
  const page = readPage(reply.body);
  const repository = /^\/([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url.pathname)?.[1] ?? null;
  const onGithub = /^(?:www\.)?github\.com$/.test(url.hostname);
  const { name, slogan } = nameFrom(page, url);
  const description = descriptionOf(page.description ?? page.ogDescription, name, onGithub ? repository : null);
  return { name, description: description ?? descriptionOf(slogan, name), topics: [], source: 'page' };
}

/** Asks who can say most of an address: its site's API where there is one, else its page. Never throws. */
export async function requestMetadata(url: URL, api: SiteApi): Promise<PageMetadata> {
  const address = githubAddress(url);
  if (address?.kind === 'repository' && address.part.kind === 'root')
    return (await metadataOfRepository(address, api)) ?? metadataOfPage(url, api);
  const source = packageSources.find((each) => each.nameIn(url) !== null);
  return (source === undefined ? null : await metadataOfPackage(source, url, api)) ?? metadataOfPage(url, api);
}
