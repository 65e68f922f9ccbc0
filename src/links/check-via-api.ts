import { debuglog } from 'node:util';
import pLimit from 'p-limit';
import type { Evidence } from '../model/evidence.js';
import type { CheckPageContext } from './check-page.js';
import { confirm } from './confirm.js';
import type { FragmentResults } from './fragments/check-fragments.js';
import { detectBotWall } from './http/bot-walls.js';
import type { HttpResponse } from './http/response.js';
import { openApi } from './sites/api-client.js';
import type { Site, SiteApi, SiteResult, SiteTarget } from './sites/site.js';
import type { Target } from './targets.js';
import { type CheckedTarget, fragmentsOf, type Outcome, recordVerdict } from './verdict.js';

/** Written only if the environment has `NODE_DEBUG=listwright`. */
const debug = debuglog('listwright');

/** Batches of one site that are checked at a time: its limiter lets fewer through where the service wants that. */
const batchesAtOnce = 3;

/** What settling by a site gives: the rows of a target, or null where the page must be asked. */
export type SiteChecker = (target: Target, settled: CheckedTarget | null) => void;

/**
 * Asks a site for the targets that it claims, in batches. What it calls missing is requested again after a while; what it
 * has no word for is handed back. Never throws: an adapter that fails has no words.
 */
export async function checkViaApi(
  site: Site,
  targets: readonly Target[],
  context: CheckPageContext,
  done: SiteChecker,
): Promise<void> {
  const { clock, settings } = context;
  const api = openApi(context);
  const byKey = new Map(targets.map((target) => [target.url, target]));
  const limit = pLimit(site.batch === 1 ? settings.perHost : batchesAtOnce);
  const ask = async (wanted: readonly Target[]): Promise<ReadonlyMap<string, SiteResult>> => {
    const all = new Map<string, SiteResult>();
    const batches = Array.from({ length: Math.ceil(wanted.length / site.batch) }, (_, index) =>
      wanted.slice(index * site.batch, (index + 1) * site.batch),
    );
    await Promise.all(
      batches.map((batch) =>
        limit(async () => {
          if (clock.signal.aborted) return;
          const words = await site.ask(
            batch.map((target) => siteTargetOf(target, context)),
            api,
          );
          await Promise.all(
            batch.map(async (target) => {
              const word = words.get(target.url);
              if (word !== undefined) all.set(target.url, word);
              if (wanted === targets && word?.verdict !== 'broken') await tell(target, word ?? null);
            }),
          );
        }).catch(async (error: unknown) => {
          debug('%s: %o', site.name, error);
          if (wanted === targets) for (const target of batch) if (!all.has(target.url)) await tell(target, null);
        }),
      ),
    );
    return all;
  };
  const tell = async (target: Target, word: SiteResult | null, evidence: readonly Evidence[] = []): Promise<void> => {
    if (clock.signal.aborted && word === null) return;
    if (word === null) {
      done(target, null);
      return;
    }
    const fragments = await fragmentWords(site, target, word, api, context);
    done(target, recordVerdict(target, { ...outcomeOf(site, word, evidence), fragments }, context));
  };
  const first = await ask(targets);
  const doubtful = [...first].flatMap(([key, word]) => (word.verdict === 'broken' ? [byKey.get(key) as Target] : []));
  if (doubtful.length === 0) return;
  const second = await confirm(context, doubtful.length, () => ask(doubtful));
  if (second === null) return;
  for (const target of doubtful) {
    const word = second.result.get(target.url);
    if (word === undefined) await tell(target, null);
    else {
      const before = first.get(target.url)?.evidence;
      const { afterMs } = second;
      const evidence: Evidence = { kind: 'confirmed', afterMs, same: word.verdict === 'broken', seen: word.evidence };
      await tell(target, { ...word, evidence }, before === undefined ? [] : [before]);
    }
  }
}

/** What is wrong with the fragments of a target whose site says that it is there. */
async function fragmentWords(
  site: Site,
  target: Target,
  word: SiteResult,
  api: SiteApi,
  context: CheckPageContext,
): Promise<FragmentResults> {
  const fragments = fragmentsOf(target);
  if (fragments.length === 0 || (word.verdict !== 'alive' && word.verdict !== 'moved')) return new Map();
  const url = word.finalUrl ?? target.url;
  const { checkFragments } = await import('./fragments/check-fragments.js');
  const load = async (): Promise<HttpResponse | null> => {
    const { reply } = await api.page(url);
    if (reply.kind === 'answer' && reply.status === 200 && detectBotWall(reply) === null) return reply;
    return (await site.page?.(new URL(url), api)) ?? null;
  };
  return checkFragments(fragments, url, load, api, context);
}

function siteTargetOf(target: Target, { ledger }: CheckPageContext): SiteTarget {
  const known = ledger?.find(target.url) ?? null;
  return {
    key: target.url,
    url: new URL(target.url),
    fragments: fragmentsOf(target),
    hostId: known?.hostId ?? null,
  };
}

function outcomeOf({ name }: Site, word: SiteResult, before: readonly Evidence[]): Outcome {
  const { verdict, reason, notes, finalUrl, hostId, facts } = word;
  return {
    judgement: { verdict, reason, notes, because: null },
    probe: name,
    status: null,
    finalUrl,
    redirects: [],
    evidence: [...before, word.evidence],
    durationMs: 0,
    asked: verdict !== 'unreachable' || reason !== 'rate-limited',
    title: null,
    hostId,
    facts,
    validators: null,
    fragments: new Map(),
  };
}
