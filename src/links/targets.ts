import { createHash } from 'node:crypto';
import type { Files } from '../model/files.js';
import type { Link, List } from '../model/list.js';
import type { Occurrence } from '../model/report.js';
import { requestUrl } from '../url/request-url.js';
import { keywordsOf } from './classify/keywords.js';

/** A list whose links are to be checked, with the files next to it. */
export interface LinkJob {
  readonly list: List;
  readonly files: Files;
  /** The links to check; null or undefined for all. */
  readonly only?: readonly Link[] | null;
}

/** A distinct URL as written. */
export interface UrlRow {
  readonly url: string;
  readonly link: Link;
  readonly job: LinkJob;
  readonly occurrences: Occurrence[];
}

/** One address to ask for: what rows share that differ in the fragment or in spelling alone. */
export interface Target {
  /** Normal form: lower-case host, no default port, no fragment, no user name, dots resolved; the query is kept. */
  readonly url: string;
  readonly host: string;
  readonly rows: UrlRow[];
}

/** The key of a link's row: relative links and fragments count from their list's folder and file. */
export function rowKey(list: List, files: Files, link: Link): string {
  if (link.sort === 'fragment') return `${list.path}\n${link.url}`;
  return link.sort === 'local' ? `${files.folder}\n${link.url}` : link.url;
}

/** One row for each distinct URL, in the order in which they are met. */
export function rowsOfLists(jobs: readonly LinkJob[]): ReadonlyMap<string, UrlRow> {
  const rows = new Map<string, UrlRow>();
  for (const job of jobs) {
    for (const link of job.only ?? job.list.links) {
      const key = rowKey(job.list, job.files, link);
      const { line, column } = link.position.start;
      const occurrence = { path: job.list.path, line, column, entry: link.entry?.name ?? null };
      const known = rows.get(key);
      if (known === undefined) rows.set(key, { url: link.url, link, job, occurrences: [occurrence] });
      else known.occurrences.push(occurrence);
    }
  }
  return rows;
}

/** Joins rows into targets by normal form. Rows whose address does not parse are left out. */
export function readTargets(rows: Iterable<UrlRow>): readonly Target[] {
  const targets = new Map<string, Target>();
  const hosts = new Map<string, string>();
  for (const row of rows) {
    const url = requestUrl(row.url);
    if (url === null) continue;
    // Most are written in their normal form: then a second string would only take memory, as one for each host would.
    const href = url.href === row.url ? row.url : url.href;
    const host = hosts.get(url.hostname) ?? url.hostname;
    hosts.set(host, host);
    const known = targets.get(href);
    // An array that begins empty reserves space for seventeen.
    if (known === undefined) targets.set(href, { url: href, host, rows: [row] });
    else known.rows.push(row);
  }
  return [...targets.values()];
}

/** Telling words of the entries that link to a target. */
export function entryWords({ rows }: Target): readonly string[] {
  return rows.flatMap(({ link: { entry, place, text } }) =>
    keywordsOf(place === 'entry' && entry !== null ? `${entry.name} ${entry.description ?? ''}` : text),
  );
}

/** Telling words of the names of the entries that link to a target. */
export function nameWords({ rows }: Target): readonly string[] {
  return rows.flatMap(({ link: { entry, place, text } }) =>
    keywordsOf(place === 'entry' && entry !== null ? entry.name : text),
  );
}

/** The names of the entries that link to a target, in full. */
export function fullNames({ rows }: Target): readonly string[] {
  return rows.map(({ link: { entry, place, text } }) => (place === 'entry' && entry !== null ? entry.name : text));
}

/** Milliseconds that asking for an address usually takes. */
const usualDuration = 300;

/**
 * Hosts that will keep us longest first, so that they do not come last: those with many addresses, and those of which
 * `durationOf` remembers (in milliseconds; null for nothing) that they are slow. Hosts of one length in turn.
 */
export function inBestOrder(
  targets: readonly Target[],
  durationOf: (url: string) => number | null = () => null,
): readonly Target[] {
  const durations = new Map<string, number>();
  for (const { host, url } of targets)
    durations.set(host, (durations.get(host) ?? 0) + (durationOf(url) ?? usualDuration));
  return [...targets].sort((a, b) => (durations.get(b.host) ?? 0) - (durations.get(a.host) ?? 0));
}

/** True when a host belongs to the i-th of n shards; all URLs of one host fall into one. */
export function inShard(host: string, shard: { readonly index: number; readonly count: number } | null): boolean {
  if (shard === null) return true;
  return createHash('sha256').update(host).digest().readUInt32BE(0) % shard.count === shard.index - 1;
}
