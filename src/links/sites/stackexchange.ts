import { foundIn, isWeb, recordOf } from './service.js';
import { alive, missing, type Site, type SiteApi, type SiteTarget, type SiteWord } from './site.js';

/** Hosts of Stack Exchange and the names by which its API calls them (api.stackexchange.com/docs/sites). */
const named: Readonly<Record<string, string>> = {
  'stackoverflow.com': 'stackoverflow',
  'superuser.com': 'superuser',
  'serverfault.com': 'serverfault',
  'askubuntu.com': 'askubuntu',
  'mathoverflow.net': 'mathoverflow.net',
  'stackapps.com': 'stackapps',
};

/** Stack Overflow and its sisters: their pages stop programs, their API tells of a hundred questions in one call. */
export const stackexchange: Site = {
  name: 'stackexchange',
  batch: 100,
  claims: (url) => placeOf(url) !== null,
  async ask(targets, api) {
    const groups = new Map<string, SiteTarget[]>();
    for (const target of targets) {
      const place = placeOf(target.url);
      if (place === null) continue;
      const key = `${place.kind} ${place.site}`;
      groups.set(key, [...(groups.get(key) ?? []), target]);
    }
    const words = await Promise.all([...groups.values()].map((group) => askGroup(group, api)));
    return new Map(words.flatMap((each) => [...each]));
  },
};

interface Place {
  readonly kind: 'questions' | 'answers';
  readonly site: string;
  readonly id: string;
}

function placeOf({ protocol, hostname, pathname }: URL): Place | null {
  if (!isWeb(protocol)) return null;
  const host = hostname.replace(/^www\./, '');
  const site =
    named[host] ??
    /^([a-z-]+(?:\.meta)?)\.stackexchange\.com$/.exec(host)?.[1] ??
    /^((?:es|ja|pt|ru|meta)\.stackoverflow)\.com$/.exec(host)?.[1];
  const [, word, id] = /^\/(questions|q|a)\/(\d{1,12})(?:\/|$)/.exec(pathname) ?? [];
  if (site === undefined || id === undefined) return null;
  return { kind: word === 'a' ? 'answers' : 'questions', site, id };
}

async function askGroup(targets: readonly SiteTarget[], api: SiteApi): Promise<ReadonlyMap<string, SiteWord>> {
  const words = new Map<string, SiteWord>();
  const places = targets.map(({ key, url }) => ({ key, place: placeOf(url) as Place }));
  const [first] = places;
  if (first === undefined) return words;
  const { kind, site } = first.place;
  const ids = [...new Set(places.map(({ place }) => place.id))];
  const url = `https://api.stackexchange.com/2.3/${kind}/${ids.join(';')}?pagesize=100&site=${encodeURIComponent(site)}`;
  const answer = foundIn(await api.ask({ url }));
  // Without more pages, and without an error, what is not listed is not there.
  if (answer === null || !Array.isArray(answer.items) || 'error_id' in answer) return words;
  const idKey = kind === 'questions' ? 'question_id' : 'answer_id';
  const listed = new Set(answer.items.map((item) => String(recordOf(item)?.[idKey])));
  for (const { key, place } of places) {
    const what = `${kind.slice(0, -1)} ${place.id}`;
    if (listed.has(place.id)) words.set(key, alive(`The API of ${site} has the ${what}`));
    else if (answer.has_more !== true) words.set(key, missing('question-removed', `The API of ${site} has no ${what}`));
  }
  return words;
}
