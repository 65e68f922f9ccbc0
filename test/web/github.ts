import { answerQuery } from './github-api.js';
import { pageOf } from './github-pages.js';
import { findRepository, type GithubTrouble, type MadeUpGithub } from './github-world.js';
import { parseQuery } from './graphql.js';
import type { Sites } from './server.js';
import type { Visit } from './site.js';

/** One call of the GraphQL API. */
export interface GithubCall {
  /** Things asked for: fields at the top, and each id of `nodes`. */
  readonly aliases: number;
  readonly status: number;
  readonly query: string;
}

/** A GitHub on loopback: the hosts to give to `startWeb`, and what its API was asked. */
export interface GithubWeb {
  readonly sites: Sites;
  readonly calls: readonly GithubCall[];
  /** Repositories whose contributors were asked for by the REST API. */
  readonly contributorCalls: readonly string[];
}

/** A GitHub made of a small description: its GraphQL and REST API, its web site and its raw files. */
export function githubWeb(world: MadeUpGithub, trouble: GithubTrouble = {}): GithubWeb {
  const calls: GithubCall[] = [];
  const contributorCalls: string[] = [];
  const reply = (
    query: string,
  ): {
    status: number;
    headers?: Readonly<Record<string, string>>;
    body: unknown;
  } => {
    const fields = parseQuery(query);
    const names = fields.map(({ args }) => `${args.owner}/${args.name}`);
    const aliases = fields.reduce((sum, { args }) => sum + (Array.isArray(args.ids) ? args.ids.length : 1), 0);
    const log = <T extends { status: number }>(given: T): T => {
      calls.push({ aliases, status: given.status, query });
      return given;
    };
    if (trouble.instead !== undefined) return log(trouble.instead);
    if (calls.length < (trouble.secondary ?? 0))
      return log({
        status: 403,
        headers: { 'retry-after': '1' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      });
    if (calls.length >= (trouble.limitedFrom ?? Number.POSITIVE_INFINITY))
      return log({ status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } });
    if (aliases > (trouble.most ?? Number.POSITIVE_INFINITY) || trouble.poison?.some((name) => names.includes(name)))
      return log({ status: 502, body: { message: 'Something went wrong while executing your query.' } });
    return log({ status: 200, body: answerQuery(world, trouble, fields) });
  };
  const api = async ({ path, request, response }: Visit): Promise<void> => {
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      setTimeout(
        () => response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(text),
        trouble.slow ?? 0,
      );
    };
    const counted = /^\/repos\/([^/]+\/[^/]+)\/contributors$/.exec(path)?.[1];
    if (counted !== undefined) {
      contributorCalls.push(counted);
      const found = findRepository(world, counted);
      const people = found?.contributors ?? 1;
      const to = (page: number, rel: string) =>
        `<https://api.github.com/repositories/1/contributors?per_page=1&page=${page}>; rel="${rel}"`;
      const link: Record<string, string> = people > 1 ? { link: `${to(2, 'next')}, ${to(people, 'last')}` } : {};
      if (found === null) send(404, { message: 'Not Found', status: '404' });
      else if (people > 1_000_000) send(403, { message: 'The history or contributor list is too large to list.' });
      else send(200, people === 0 ? [] : [{ login: 'potter' }], link);
      return;
    }
    const gist = /^\/gists\/([^/]+)$/.exec(path)?.[1];
    if (gist !== undefined) {
      const login = world.gists?.[gist];
      if (login === undefined) send(404, { message: 'Not Found', status: '404' });
      else
        send(200, {
          id: gist,
          node_id: `G_${gist}`,
          html_url: `https://gist.github.com/${login}/${gist}`,
          owner: { login },
        });
      return;
    }
    if (path !== '/graphql' || request.method !== 'POST') return send(404, { message: 'Not Found', status: '404' });
    if (!/^bearer ./i.test(request.headers.authorization ?? ''))
      return send(401, { message: 'Requires authentication' });
    let body = '';
    for await (const chunk of request) body += chunk;
    try {
      const { status, headers, body: given } = reply((JSON.parse(body) as { query: string }).query);
      send(status, given, headers);
    } catch (error) {
      calls.push({ aliases: 0, status: 200, query: body });
      send(200, { errors: [{ message: `Parse error: ${(error as Error).message}` }] });
    }
  };
  const page = (host: string) => (visit: Visit) => pageOf(world, trouble.pageStatus ?? null, host, visit);
  const hosts = ['github.com', 'www.github.com', 'gist.github.com', 'raw.githubusercontent.com'];
  return {
    sites: {
      'api.github.com': (visit) => void api(visit),
      ...Object.fromEntries(hosts.map((host) => [host, page(host)])),
    },
    calls,
    contributorCalls,
  };
}
