import type { Files } from '../model/files.js';
import type { List } from '../model/list.js';
import type { LinkSettings } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { checkLinks } from './check.js';
import type { CheckContext } from './context.js';
import { noMetadata, type PageMetadata } from './metadata/metadata.js';
import { requestMetadata } from './metadata/request-metadata.js';
import { openSession } from './session.js';
import { openApi } from './sites/api-client.js';

/** What the world says of an address. */
export interface FetchedMetadata {
  /** As it should be written: where a rename or permanent redirects lead, with https where that gives the same page. */
  readonly url: string;
  readonly about: PageMetadata;
  readonly verdict: Verdict;
  /** True when there is no network at all. */
  readonly offline: boolean;
}

/**
 * Asks for the first link of a made-up list as `links` does, then for its name and description: the API of a site that has
 * one, else the page. What is broken is checked no more. Every request goes through the guard, the limiters and `--connect-to`.
 */
export async function fetchMetadata(
  job: { readonly list: List; readonly files: Files },
  settings: LinkSettings,
  world: CheckContext,
): Promise<FetchedMetadata> {
  const [link] = job.list.links;
  if (link === undefined) throw new Error('describe was given a list without a link');
  const asked = { ...settings, ledger: null, shard: null, exclude: [], archive: false, upgrade: true };
  const outcome = await checkLinks([{ ...job, only: [link] }], asked, world);
  const verdict = outcome.verdictsOf(job.list).get(link.url);
  if (verdict === undefined) throw new Error('describe was given a link of another list');
  const url = addressOf(link.url, verdict);
  if (verdict.verdict === 'broken' || verdict.verdict === 'skipped' || outcome.offline || world.signal.aborted)
    return { url, about: noMetadata, verdict, offline: outcome.offline };
  const engine = await openSession(settings, world, null);
  try {
    return { url, about: await requestMetadata(new URL(url), openApi(engine)), verdict, offline: false };
  } finally {
    await engine.close();
  }
}

function addressOf(asked: string, { verdict, suggestion, notes }: Verdict): string {
  const url = verdict === 'moved' ? (suggestion ?? asked) : asked;
  return notes.includes('same-over-https') ? url.replace(/^http:/i, 'https:') : url;
}
