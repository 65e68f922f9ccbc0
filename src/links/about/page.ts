import { readPage } from '../page/text.js';
import type { SiteApi } from '../sites/site.js';
import { wallOf } from '../walls.js';
import { type About, nothingKnown } from './about.js';
import { nameFrom } from './title.js';
import { descriptionOf } from './words.js';

/** What the title and the meta data of a page say; nothing for a wall, an error and what is no page. */
export async function aboutPage(url: URL, api: SiteApi): Promise<About> {
  const { reply } = await api.page(url.href);
  if (reply.kind !== 'answer' || reply.status < 200 || reply.status > 299 || wallOf(reply) !== null)
    return nothingKnown;
  const page = readPage(reply.body);
  const repository = /^\/([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url.pathname)?.[1] ?? null;
  const onGithub = /^(?:www\.)?github\.com$/.test(url.hostname);
  const { name, slogan } = nameFrom(page, url);
  const description = descriptionOf(page.description ?? page.ogDescription, name, onGithub ? repository : null);
  return { name, description: description ?? descriptionOf(slogan, name), topics: [], source: 'page' };
}
