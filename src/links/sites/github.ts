import { addTo } from '../../text/group-by.js';
import { type GithubAddress, githubAddress } from './github/address.js';
import { askQuestions } from './github/batch.js';
import { withContributors } from './github/contributors.js';
import {
  type AskPage,
  askFront,
  askGist,
  askTakenDown,
  askWiki,
  confirmByPage,
  frontPage,
  rememberPages,
} from './github/pages.js';
import { fieldsOfQuestion, type Question } from './github/query.js';
import type { GithubResponse } from './github/response.js';
import { draftOwner, draftRepository, draftTopic, type SiteDraft } from './github/verdicts.js';
import type { Site, SiteApi, SiteResult, SiteTarget } from './site.js';

/** GitHub: one call of its GraphQL API returns facts about a hundred repositories that their pages do not have. */
export const github: Site = {
  name: 'github',
  batch: 100,
  claims: (url) => githubAddress(url) !== null,
  describes: (url, { githubToken }) => githubToken !== null && githubAddress(url)?.kind === 'repository',
  async ask(targets, api) {
    const places = targets.flatMap((target) => {
      const address = githubAddress(target.url);
      return address === null ? [] : [{ target, address }];
    });
    const { graphql } = api.services.github;
    const named = graphql === null ? new Map<string, GithubResponse>() : await askNames(places, graphql, api);
    const answers = api.details.has('contributors') ? await withContributors(named, api) : named;
    const ask = rememberPages(api);
    const words = new Map<string, SiteResult>();
    await Promise.all(
      places.map(async (place) => {
        const answer = answers.get(nameOf(place.address)) ?? null;
        const word = await wordOf(place, answer, graphql !== null, api, ask);
        if (word !== null) words.set(place.target.key, word);
      }),
    );
    return words;
  },
};

interface GithubLink {
  readonly target: SiteTarget;
  readonly address: GithubAddress;
}

async function wordOf(
  { target, address }: GithubLink,
  answer: GithubResponse | null,
  hasToken: boolean,
  api: SiteApi,
  ask: AskPage,
): Promise<SiteResult | null> {
  if (address.kind === 'gist') return hasToken ? askGist(address.id, address.owner, api) : null;
  const draft = answer === null ? null : draftOf({ target, address }, answer, api.now());
  if (address.kind !== 'repository') return draft === null ? null : confirmByPage(draft, target.url.href, ask);
  // Where the whole repository is missing, its front page represents all its pages.
  const page = draft?.word.reason === 'repo-missing' ? frontPage(address) : target.url.href;
  const word = draft === null ? null : await confirmByPage(draft, page, ask);
  if (word?.reason === 'forbidden') return (await askTakenDown(address, ask)) ?? word;
  if (address.part.kind === 'wiki') return askWiki(target, address.part.page, word, ask);
  // Without a token, or when the API fails, its page would only show a login.
  if (word === null && address.part.kind === 'action' && address.part.hidden) return askFront(address, ask);
  return word;
}

function draftOf({ target, address }: GithubLink, answer: GithubResponse, now: number): SiteDraft | null {
  if (address.kind === 'repository') return draftRepository(target, address, answer, now);
  if (address.kind === 'owner') return draftOwner(target, address.login, answer);
  return address.kind === 'topic' ? draftTopic(target, address.name, answer) : null;
}

/** Asks once for each repository, owner and topic; the answers are by `nameOf`. */
async function askNames(
  places: readonly GithubLink[],
  url: string,
  api: SiteApi,
): Promise<ReadonlyMap<string, GithubResponse>> {
  const byName = new Map<string, GithubLink[]>();
  for (const place of places) {
    const name = nameOf(place.address);
    addTo(byName, name, place);
  }
  const named = [...byName].flatMap(([name, group]) => {
    const question = questionOf(group);
    return question === null ? [] : [{ name, question, known: knownOf(group, question) }];
  });
  const first = named.map(({ question, known }) => known ?? question);
  const answers = new Map(await askQuestions(first, url, api));
  // An id whose repository is gone or bears another name by now says nothing of what is under the name.
  const doubtful = named.filter(({ name, known }) => {
    const answer = known === null ? undefined : answers.get(known);
    const isOther = answer?.kind === 'found' && answer.facts.name.toLowerCase() !== name.slice('repository '.length);
    return answer?.kind === 'missing' || answer?.kind === 'forbidden' || isOther;
  });
  const second = await askQuestions(
    doubtful.map(({ question }) => question),
    url,
    api,
  );
  const isDoubtful = new Set(doubtful.map(({ name }) => name));
  return new Map(
    named.flatMap(({ name, question, known }) => {
      const answer = isDoubtful.has(name) ? second.get(question) : answers.get(known ?? question);
      return answer === undefined ? [] : [[name, answer] as const];
    }),
  );
}

/** Addresses with the same name share one question; GitHub does not tell letter case apart. */
function nameOf(address: GithubAddress): string {
  const { kind } = address;
  if (kind === 'repository') return `repository ${address.owner}/${address.name}`.toLowerCase();
  if (kind === 'owner') return `owner ${address.login}`.toLowerCase();
  return kind === 'topic' ? `topic ${address.name}`.toLowerCase() : `gist ${address.id}`;
}

function questionOf(group: readonly GithubLink[]): Question | null {
  const address = group[0]?.address;
  if (address?.kind === 'owner') return { kind: 'owner', login: address.login };
  if (address?.kind === 'topic') return { kind: 'topic', name: address.name };
  if (address?.kind !== 'repository') return null;
  const repositories = group.flatMap((place) => (place.address.kind === 'repository' ? [place.address] : []));
  const fields = repositories.flatMap(({ part }) => fieldsOfQuestion(part));
  return { kind: 'repository', owner: address.owner, name: address.name, fields: [...new Set(fields)] };
}

/** The question by id, for a repository of which nothing else is checked and whose id is known. */
function knownOf(group: readonly GithubLink[], question: Question): Question | null {
  const ids = new Set(group.map(({ target }) => target.hostId));
  const [id] = ids;
  const isPlain = question.kind === 'repository' && question.fields.length === 0;
  return isPlain && ids.size === 1 && typeof id === 'string' && /^[\w+/=-]{1,100}$/.test(id)
    ? { kind: 'node', id }
    : null;
}
