import { BlockList, isIP } from 'node:net';
import { UserError } from '../model/errors.js';
import type { ServiceSettings } from '../model/settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Reads where the services are: `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GITHUB_TOKEN` or `GH_TOKEN`, `npm_config_registry`.
 * Throws UserErrors that name the variable, and never repeat a token.
 */
export function readServices(env: Environment): ServiceSettings {
  const rest = readAddress('GITHUB_API_URL', env) ?? 'https://api.github.com';
  const graphql =
    readAddress('GITHUB_GRAPHQL_URL', env) ??
    // GitHub Enterprise Server keeps its REST API under /api/v3 and GraphQL next to it.
    (rest.endsWith('/api/v3') ? rest.replace(/\/v3$/, '/graphql') : `${rest}/graphql`);
  const registry = readAddress('npm_config_registry', env) ?? readAddress('NPM_CONFIG_REGISTRY', env);
  const token = (env.GITHUB_TOKEN || env.GH_TOKEN || '').trim();
  const tokenName = env.GITHUB_TOKEN ? 'GITHUB_TOKEN' : 'GH_TOKEN';
  if (/[^\x21-\x7E]/.test(token))
    throw new UserError(`${tokenName} contains spaces or other characters that are not valid in a token`);
  const named = [
    ...(env.GITHUB_API_URL ? [rest] : []),
    ...(env.GITHUB_API_URL || env.GITHUB_GRAPHQL_URL ? [graphql] : []),
    ...(registry === null ? [] : [registry]),
  ];
  if (token !== '')
    for (const [name, url] of [
      ['GITHUB_API_URL', rest],
      ['GITHUB_GRAPHQL_URL', graphql],
    ] as const)
      if (!keepsSecrets(new URL(url)))
        throw new UserError(`${name}: ${tokenName} is not sent over plain http; use a URL that begins with https://`);
  return {
    githubRest: rest,
    githubGraphql: graphql,
    githubToken: token === '' || isElsewhere(env) ? null : token,
    npmRegistry: registry,
    npmConfig: env.npm_config_userconfig ?? env.NPM_CONFIG_USERCONFIG ?? null,
    trusted: [...new Set(named.map((url) => new URL(url).origin))],
  };
}

function readAddress(name: string, env: Environment): string | null {
  const text = (env[name] ?? '').trim();
  if (text === '') return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new UserError(`${name} is not the URL of a service; use one such as https://api.example`);
}

/** True on a runner of another GitHub (Enterprise Server): its API knows nothing of github.com. */
function isElsewhere({ GITHUB_SERVER_URL: server }: Environment): boolean {
  return server !== undefined && URL.canParse(server) && new URL(server).hostname !== 'github.com';
}

/** True where a token may go: over TLS, or within this machine. */
function keepsSecrets({ protocol, hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return (
    protocol === 'https:' ||
    host === 'localhost' ||
    (family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4'))
  );
}

/** True in a pull request on GitHub: what comes with it is a stranger's. */
export function inPullRequest(env: Readonly<Record<string, string | undefined>>): boolean {
  return /^pull_request/.test(env.GITHUB_EVENT_NAME ?? '');
}

/** Services that run checks, by the variable that each sets; the first counts. Azure Pipelines and Jenkins may not set `CI`. */
const services: readonly (readonly [variable: string, name: string])[] = [
  ['FORGEJO_ACTIONS', 'Forgejo Actions'],
  ['GITEA_ACTIONS', 'Gitea Actions'],
  ['GITHUB_ACTIONS', 'GitHub Actions'],
  ['GITLAB_CI', 'GitLab CI'],
  ['CIRCLECI', 'CircleCI'],
  ['TF_BUILD', 'Azure Pipelines'],
  ['JENKINS_URL', 'Jenkins'],
  ['CI', 'a CI service'],
];

/** The name of the CI service that runs this; null for a person's machine. */
export function ciService(env: Environment): string | null {
  return services.find(([variable]) => env[variable] && env[variable] !== 'false')?.[1] ?? null;
}
