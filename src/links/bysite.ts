import pLimit from 'p-limit';
import { openApi } from './api.js';
import { conclude, fragmentsOf, type Outcome, type Settled } from './conclude.js';
import { oneLine } from './evidence.js';
import type { SettleContext } from './settle.js';
import type { Site, SiteTarget, SiteWord } from './sites/site.js';
import type { Target } from './target.js';

/** Batches of one site that are asked at a time: its gate lets fewer through where the service wants that. */
const batchesAtOnce = 3;

/** What settling by a site gives: the rows of a target, or null where the page must be asked. */
export type SiteSettler = (target: Target, settled: Settled | null) => void;

/**
 * Asks a site for the targets that it claims, in batches. What it calls missing is asked for again after a while; what it
 * has no word for is handed back. Never throws: an adapter that fails has no words.
 */
export async function settleBySite(
  site: Site,
  targets: readonly Target[],
  context: SettleContext,
  done: SiteSettler,
): Promise<void> {
  const { clock, settings } = context;
  const api = openApi(context);
  const byKey = new Map(targets.map((target) => [target.url, target]));
  const limit = pLimit(site.batch === 1 ? settings.perHost : batchesAtOnce);
  const ask = async (wanted: readonly Target[]): Promise<ReadonlyMap<string, SiteWord>> => {
    const all = new Map<string, SiteWord>();
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
          for (const target of batch) {
            const word = words.get(target.url);
            if (word !== undefined) all.set(target.url, word);
            if (wanted === targets && (word === undefined || word.verdict !== 'broken')) tell(target, word ?? null);
          }
        }).catch((error: unknown) => {
          if (process.env.LISTWRIGHT_DEBUG) process.stderr.write(`${site.name}: ${String(error)}\n`);
          if (wanted === targets) for (const target of batch) if (!all.has(target.url)) tell(target, null);
        }),
      ),
    );
    return all;
  };
  const tell = (target: Target, word: SiteWord | null, evidence: readonly string[] = []): void => {
    if (clock.signal.aborted && word === null) return;
    done(target, word === null ? null : conclude(target, outcomeOf(site, word, evidence), context));
  };
  const first = await ask(targets);
  const doubtful = [...first].flatMap(([key, word]) => (word.verdict === 'broken' ? [byKey.get(key) as Target] : []));
  if (doubtful.length === 0 || clock.signal.aborted) return;
  const failedAt = clock.now();
  await clock.sleep(settings.confirmAfter, clock.signal);
  if (clock.signal.aborted) return;
  const again = await ask(doubtful);
  const seconds = Math.max(1, Math.round((clock.now() - failedAt) / 1000));
  for (const target of doubtful) {
    const word = again.get(target.url);
    if (word === undefined) tell(target, null);
    else {
      const told = first.get(target.url)?.evidence ?? '';
      const twice = word.verdict === 'broken' ? `the same ${seconds} s later` : `asked again ${seconds} s later`;
      tell(target, { ...word, evidence: `${twice}: ${word.evidence}` }, [oneLine(told)]);
    }
  }
}

function siteTargetOf(target: Target, { ledger }: SettleContext): SiteTarget {
  const known = ledger?.find(target.url) ?? null;
  return {
    key: target.url,
    url: new URL(target.url),
    fragments: fragmentsOf(target),
    hostId: known?.hostId ?? null,
  };
}

function outcomeOf({ name }: Site, word: SiteWord, before: readonly string[]): Outcome {
  const { verdict, reason, notes, finalUrl, hostId } = word;
  return {
    judgement: { verdict, reason, notes, because: null },
    probe: name,
    status: null,
    finalUrl,
    redirects: [],
    evidence: [...before, oneLine(word.evidence)],
    durationMs: 0,
    asked: verdict !== 'unreachable' || reason !== 'rate-limited',
    title: null,
    hostId,
    validators: null,
    fragments: new Map(),
  };
}
