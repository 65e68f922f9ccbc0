import { debuglog } from 'node:util';
import pLimit from 'p-limit';
import { type CheckPageContext, waitToConfirm } from './check-page.js';
import type { FragmentResults } from './fragments/check-fragments.js';
import { detectBotWall } from './http/bot-walls.js';
import { evidenceLine } from './http/response.js';
import { openApi } from './sites/api-client.js';
import type { Site, SiteApi, SiteResult, SiteTarget } from './sites/site.js';
import type { Target } from './targets.js';
import { type CheckedTarget, fragmentsOf, type Outcome, recordVerdict } from './verdict.js';

/** Heard where Node is told `NODE_DEBUG=listwright`, and nowhere else. */
const debug = debuglog('listwright');

/** Batches of one site that are asked at a time: its limiter lets fewer through where the service wants that. */
const batchesAtOnce = 3;

/** What settling by a site gives: the rows of a target, or null where the page must be asked. */
export type SiteChecker = (target: Target, settled: CheckedTarget | null) => void;

/**
 * Asks a site for the targets that it claims, in batches. What it calls missing is asked for again after a while; what it
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
  const tell = async (target: Target, word: SiteResult | null, evidence: readonly string[] = []): Promise<void> => {
    if (clock.signal.aborted && word === null) return;
    if (word === null) {
      done(target, null);
      return;
    }
    const fragments = await fragmentWords(target, word, api, context);
    done(target, recordVerdict(target, { ...outcomeOf(site, word, evidence), fragments }, context));
  };
  const first = await ask(targets);
  const doubtful = [...first].flatMap(([key, word]) => (word.verdict === 'broken' ? [byKey.get(key) as Target] : []));
  if (doubtful.length === 0 || clock.signal.aborted) return;
  const failedAt = clock.now();
  await waitToConfirm(context, doubtful.length);
  if (clock.signal.aborted) return;
  const again = await ask(doubtful);
  const seconds = Math.max(1, Math.round((clock.now() - failedAt) / 1000));
  for (const target of doubtful) {
    const word = again.get(target.url);
    if (word === undefined) await tell(target, null);
    else {
      const told = first.get(target.url)?.evidence ?? '';
      const twice = word.verdict === 'broken' ? `the same ${seconds} s later` : `asked again ${seconds} s later`;
      await tell(target, { ...word, evidence: `${twice}: ${word.evidence}` }, [evidenceLine(told)]);
    }
  }
}

/** What is wrong with the fragments of a target whose site says that it is there; what is missing is looked for twice. */
async function fragmentWords(
  target: Target,
  word: SiteResult,
  api: SiteApi,
  { clock, settings }: CheckPageContext,
): Promise<FragmentResults> {
  const fragments = fragmentsOf(target);
  if (fragments.length === 0 || (word.verdict !== 'alive' && word.verdict !== 'moved')) return new Map();
  const address = word.finalUrl ?? target.url;
  const { checkOnGithub, checkOnPage } = await import('./fragments/check-fragments.js');
  if (/^(?:www\.)?github\.com$/.test(new URL(address).hostname)) return checkOnGithub(fragments, address, api);
  const look = async (): Promise<FragmentResults> => {
    const { reply } = await api.page(address);
    const isPage = reply.kind === 'answer' && reply.status === 200 && detectBotWall(reply) === null;
    return isPage ? checkOnPage(fragments, reply) : new Map();
  };
  const first = await look();
  if (![...first.values()].some(({ verdict }) => verdict === 'broken') || clock.signal.aborted) return first;
  await clock.sleep(settings.confirmAfter, clock.signal);
  const second = await look();
  return new Map([...first].filter(([fragment]) => second.has(fragment)));
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

function outcomeOf({ name }: Site, word: SiteResult, before: readonly string[]): Outcome {
  const { verdict, reason, notes, finalUrl, hostId } = word;
  return {
    judgement: { verdict, reason, notes, because: null },
    probe: name,
    status: null,
    finalUrl,
    redirects: [],
    evidence: [...before, evidenceLine(word.evidence)],
    durationMs: 0,
    asked: verdict !== 'unreachable' || reason !== 'rate-limited',
    title: null,
    hostId,
    validators: null,
    fragments: new Map(),
  };
}
