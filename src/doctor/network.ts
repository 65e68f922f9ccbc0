import { isIP } from 'node:net';
import { readServices } from '../config/environment.js';
import type { GitHubAccess } from '../links/github-access.js';
import { readProxies } from '../links/http/proxy.js';
import type { LinkSettings } from '../model/settings.js';
import { plural } from '../text/plural.js';
import { shorten } from '../text/shorten.js';
import { thrownText } from '../text/thrown.js';
import { type Diagnosis, type DoctorWorld, fact } from './diagnosis.js';

/** Which proxy requests go through; without its user and password. */
export function proxyDiagnosis({ env }: Pick<DoctorWorld, 'env'>): Diagnosis {
  try {
    const { githubRest } = readServices({ ...env, GITHUB_TOKEN: '', GH_TOKEN: '' });
    const proxies = readProxies(env);
    const [web, api] = [new URL('https://example.com'), new URL(githubRest)].map((url) => proxies.proxyFor(url));
    if (!web && !api) return fact('proxy', 'none; requests are sent directly');
    const named = new URL((web ?? api) as string);
    const partly = !web ? ' for GitHub only' : !api ? ', but not for GitHub (NO_PROXY)' : '';
    return fact('proxy', `requests go through the proxy ${named.host}${partly}`, 'info');
  } catch (error) {
    return { ...fact('proxy', thrownText(error), 'error'), advice: 'correct the variable, or unset it' };
  }
}

/** Whether host names resolve. */
export async function dnsDiagnosis(
  { env, lookup }: Pick<DoctorWorld, 'env' | 'lookup'>,
  settings: LinkSettings,
): Promise<Diagnosis> {
  const { hostname } = new URL(settings.services.githubRest);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return fact('dns', `${host} is an IP address; no lookup needed`, 'info');
  try {
    return fact('dns', `${host} resolves to ${await lookup(host)}`);
  } catch (error) {
    const isProxied = readProxies(env).proxyFor(new URL(settings.services.githubRest)) !== null;
    const message = `${host} does not resolve (${(error as NodeJS.ErrnoException).code ?? 'no answer'})`;
    if (isProxied) return fact('dns', `${message}; the proxy resolves names itself`, 'info');
    return {
      ...fact('dns', message, 'error'),
      advice: 'check the network, or pass `--offline` to run only the checks that need no network',
    };
  }
}

/** What the prefix of a token says (GitHub Docs, "About authentication to GitHub"). */
const kinds: readonly (readonly [prefix: string, kind: string])[] = [
  ['github_pat_', 'a fine-grained token'],
  ['ghp_', 'a classic token'],
  ['gho_', 'a token of an OAuth app'],
  ['ghs_', 'a token of GitHub Actions or a GitHub App'],
  ['ghu_', 'a user token of a GitHub App'],
];

/** Whether there is a token and GitHub accepts it. Nothing of the token itself is repeated. */
export function tokenDiagnosis(
  { env }: Pick<DoctorWorld, 'env'>,
  settings: LinkSettings,
  access: GitHubAccess | null,
): Diagnosis {
  const { githubToken } = settings.services;
  const name = env.GITHUB_TOKEN ? 'GITHUB_TOKEN' : 'GH_TOKEN';
  if (githubToken === null) {
    if (env[name])
      return fact('token', `${name} belongs to another GitHub server, so it is not sent to github.com`, 'info');
    return {
      ...fact('token', 'no GitHub token; repositories are requested one at a time, at most 60 per hour', 'warning'),
      advice: 'set GITHUB_TOKEN, for example to the output of `gh auth token`; public repositories need no scopes',
    };
  }
  const kind = kinds.find(([prefix]) => githubToken.startsWith(prefix))?.[1] ?? 'a token';
  if (access === null) return fact('token', `${name} is set (${kind}); it was not tried`, 'info');
  if (access.kind === 'failed') return fact('token', `${name} is set (${kind}); GitHub could not be reached`, 'info');
  if (access.status === 401)
    return {
      ...fact('token', `GitHub rejects ${name} (${kind}): it is invalid, expired or revoked`, 'error'),
      advice: `replace ${name}, or unset it`,
    };
  const { scopes } = access;
  const permissions =
    scopes === null
      ? 'it has fine-grained permissions instead of scopes'
      : scopes.length === 0
        ? 'no scopes, which is enough'
        : `${plural(scopes.length, 'scope')}: ${shorten(scopes.join(', '), 100)}`;
  const wide = (scopes ?? []).filter((scope) => /^(?:repo|delete_repo|admin:|workflow|write:)/.test(scope));
  return {
    ...fact('token', `${name} is ${kind}; ${permissions}`, wide.length > 0 ? 'info' : 'ok'),
    advice: wide.length > 0 ? 'reading public repositories needs no scope; a token without scopes is safer' : null,
  };
}

/** Whether GitHub's API answers, and how many requests are left. */
export function githubDiagnosis(settings: LinkSettings, access: GitHubAccess): Diagnosis {
  const { host } = new URL(settings.services.githubRest);
  if (access.kind === 'failed')
    return {
      ...fact('github', `${host} cannot be reached: ${access.why}`, 'error'),
      advice: 'check network, proxy and certificates (--cacert)',
    };
  const { status, remaining } = access;
  if (status === 403 || status === 429 || remaining === 0)
    return {
      ...fact('github', `${host} limits requests at the moment`, 'warning'),
      advice: 'wait for up to an hour, or set GITHUB_TOKEN',
    };
  if (status === 401) return fact('github', `${host} answers`);
  if (status !== 200)
    return { ...fact('github', `${host} answers with status ${status}`, 'warning'), advice: 'see githubstatus.com' };
  return fact(
    'github',
    `${host} answers${remaining === null ? '' : `; ${plural(remaining, 'request')} left this hour`}`,
  );
}
