import { parse } from 'tldts';
import { evidenceLine } from '../../text/evidence-line.js';
import type { RegistryHosts } from '../../url/service-hosts.js';
import type { HttpResult } from '../http/response.js';
import { jsonOf, type SiteResult, type SiteTarget, saysMissing } from './site.js';

/** A JSON object from outside, whose values may be anything. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; null for lists and all else. */
export function recordOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The value as a text with something in it, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What is under a key of the object's own, so that no key such as `constructor` finds what JSON did not say. */
export function ownOf(record: Json | null, key: string): unknown {
  return record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The JSON object of a 200; null for other statuses, pages, and JSON of another form. */
export function foundIn(reply: HttpResult): Json | null {
  return reply.kind === 'answer' && reply.status === 200 ? recordOf(jsonOf(reply)) : null;
}

/** True for a 404 or 410 that holds a JSON object: an API said so, and not a web server, bot protection or portal in front of it. */
export function refuses(reply: HttpResult): boolean {
  return saysMissing(reply) && recordOf(jsonOf(reply)) !== null;
}

/** What a 404 in JSON says in words, on one line; null where the reply is no such 404 or has no words. */
export function complaintOf(reply: HttpResult): string | null {
  if (!saysMissing(reply)) return null;
  const body = recordOf(jsonOf(reply));
  const errors = body?.errors;
  const candidates = [body, recordOf(body?.error), Array.isArray(errors) ? recordOf(errors[0]) : null];
  const words = candidates.flatMap((each) => [each?.message, each?.error, each?.detail]).map(textOf);
  const first = words.find((each) => each !== null) ?? null;
  return first === null ? null : evidenceLine(first);
}

/** The parts of a path, unescaped and without the empty ones; null where one is escaped wrongly. */
export function pathSegments({ pathname }: URL): readonly string[] | null {
  try {
    return rawPathSegments(pathname).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** The parts of a path as written, without the empty ones. */
export function rawPathSegments(pathname: string): readonly string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

/** True for web addresses whose registrable domain has this name, whatever its suffix, under one of these subdomains. */
export function isNamed({ protocol, hostname }: URL, { domain, subdomains }: RegistryHosts): boolean {
  if (!hostname.includes(domain) || !isWeb(protocol)) return false;
  const { domainWithoutSuffix, subdomain } = parse(hostname);
  return domainWithoutSuffix === domain && subdomains.includes(subdomain ?? '');
}

/** True for http and https. */
export function isWeb(protocol: string): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

/** Asks for targets one by one, for services without batches. */
export async function askEach(
  targets: readonly SiteTarget[],
  ask: (target: SiteTarget) => Promise<SiteResult | null>,
): Promise<ReadonlyMap<string, SiteResult>> {
  const words = new Map<string, SiteResult>();
  for (const target of targets) {
    const word = await ask(target);
    if (word !== null) words.set(target.key, word);
  }
  return words;
}
