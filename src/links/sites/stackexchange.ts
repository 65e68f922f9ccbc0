import { addTo } from '../../text/group-by.js';
import { foundIn, isWeb, recordOf } from './json-api.js';
import { alive, missing, type Site, type SiteApi, type SiteResult, type SiteTarget } from './site.js';

/** Hosts of Stack Exchange and the names by which its API calls them (api.stackexchange.com/docs/sites). */
const named: Readonly<Record<string, string>> = {
  'stackoverflow.com': 'stackoverflow',
  'superuser.com': 'superuser',
  'serverfault.com': 'serverfault',
  'askubuntu.com': 'askubuntu',
  'mathoverflow.net': 'mathoverflow.net',
  'stackapps.com': 'stackapps',
};

/** Stack Overflow and its sisters: their pages stop programs, their API returns a hundred questions in one call. */
export const stackexchange: Site = {
  name: 'stackexchange',
  batch: 100,
  claims: (url) => questionOf(url) !== null,
  async ask(targets, api) {
    const groups = new Map<string, SiteTarget[]>();
    for (const target of targets) {
      const place = questionOf(target.url);
      if (place === null) continue;
      const key = `${place.kind} ${place.site}`;
      addTo(groups, key, target);
    }
    const words = await Promise.all([...groups.values()].map((group) => askGroup(group, api)));
    return new Map(words.flatMap((each) => [...each]));
  },
};

interface SiteQuestion {
  readonly kind: 'questions' | 'answers';
  readonly site: string;
  readonly id: string;
}

function questionOf({ protocol, hostname, pathname }: URL): SiteQuestion | null {
  if (!isWeb(protocol)) return null;
  const host = hostname.replace(/^www\./, '');
  const site =
    (Object.hasOwn(named, host) ? named[host] : undefined) ??
    /^([a-z\d-]+(?:\.meta)?)\.stackexchange\.com$/.exec(host)?.[1] ??
    /^((?:es|ja|pt|ru|meta)\.stackoverflow)\.com$/.exec(host)?.[1];
  const [, word, id] = /^\/(questions|q|a)\/0*([1-9]\d{0,9})(?:\/|$)/.exec(pathname) ?? [];
  if (site === undefined || id === undefined) return null;
  return { kind: word === 'a' ? 'answers' : 'questions', site, id };
}

async function askGroup(targets: readonly SiteTarget[], api: SiteApi): Promise<ReadonlyMap<string, SiteResult>> {
  const words = new Map<string, SiteResult>();
  const places = targets.map(({ key, url }) => ({ key, place: questionOf(url) as SiteQuestion }));
  const [first] = places;
  if (first === undefined) return words;
  const { kind, site } = first.place;
  const found = await askFor(kind, [...new Set(places.map(({ place }) => place.id))], site, api);
  if (found === null) return words;
  const doubtful = [...new Set(places.flatMap(({ place }) => (found.listed.has(place.id) ? [] : [place.id])))];
  // The web leads from the number of an answer to its question and back, so a number that is any post's is alive.
  const posts = doubtful.length > 0 && found.complete ? await askFor('posts', doubtful, site, api) : null;
  const service = `The API of ${site}`;
  const thing = kind.slice(0, -1);
  for (const { key, place } of places) {
    if (found.listed.has(place.id)) words.set(key, alive({ kind: 'has', service, thing, name: place.id }));
    else if (posts?.listed.has(place.id))
      words.set(key, alive({ kind: 'has', service, thing: 'post', name: place.id }));
    else if (posts?.complete)
      words.set(key, missing('question-removed', { kind: 'has-no', service, thing, name: place.id }));
  }
  return words;
}

/** Which of these are there, and whether what is not listed is surely gone; null where the API did not answer in its form. */
async function askFor(
  kind: SiteQuestion['kind'] | 'posts',
  ids: readonly string[],
  site: string,
  api: SiteApi,
): Promise<{ readonly listed: ReadonlySet<string>; readonly complete: boolean } | null> {
  const url = `https://api.stackexchange.com/2.3/${kind}/${ids.join(';')}?pagesize=100&site=${encodeURIComponent(site)}`;
  const answer = foundIn(await api.ask({ url }));
  if (answer === null || !Array.isArray(answer.items) || 'error_id' in answer) return null;
  const idKey = `${kind.slice(0, -1)}_id`;
  const listed = new Set(answer.items.map((item) => String(recordOf(item)?.[idKey])));
  // api.stackexchange.com/docs/wrapper and /throttle: `backoff` asks for patience, and more pages may list the others.
  return { listed, complete: answer.has_more === false && answer.backoff === undefined };
}
