import { setImmediate } from 'node:timers/promises';
import type { LinkSettings } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { type VerdictName, verdictNames } from '../model/verdict-names.js';
import { checkPage } from './check-page.js';
import { checkViaApi } from './check-via-api.js';
import type { CheckContext, LinkProgress } from './context.js';
import type { VerdictEmitter } from './emit-verdicts.js';
import type { Exceptions } from './exceptions.js';
import { createHostQueues } from './host-queues.js';
import type { Ledger } from './ledger/ledger.js';
import { openSession } from './session.js';
import type { Site } from './sites/site.js';
import type { Target, UrlRow } from './targets.js';
import type { CheckedTarget } from './verdict.js';

/** Milliseconds between two tellings of how far it has come; waits are counted down meanwhile. */
const progressEvery = 100;
/** Hosts that are checked by turns: enough that some which keep us waiting hold up no one. */
const fewestQueues = 256;

/** Asks the web for every target and fills in the verdicts of its rows; false when there turns out to be no network. */
export async function checkTargets(
  targets: readonly Target[],
  verdicts: Map<UrlRow, Verdict>,
  settings: LinkSettings,
  world: CheckContext,
  ledger: Ledger | null,
  telling: VerdictEmitter,
  exceptions: Exceptions,
): Promise<boolean> {
  const engine = await openSession(settings, world, ledger);
  const { reach, limiters, now } = engine;
  const counts = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<VerdictName, number>;
  let done = 0;
  const left = new Map<string, number>();
  for (const { host } of targets) left.set(host, (left.get(host) ?? 0) + 1);
  let archive = false;
  const tell = (): void => {
    if (world.onProgress === undefined) return;
    const waits = [...limiters.values()].flatMap(({ host, notBefore, queued }) =>
      notBefore > now() && queued > 0
        ? [{ host, until: notBefore, queued: Math.max(queued, left.get(host) ?? 0) }]
        : [],
    );
    const confirming = engine.doubts.waiting;
    const phase = archive ? 'archive' : confirming > 0 && confirming >= targets.length - done ? 'confirming' : 'asking';
    const slowest = mostLeft(left);
    world.onProgress({ total: targets.length, done, counts, waits, phase, confirming, slowest });
  };
  let interrupt = (): void => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
    if (world.signal.aborted) resolve();
    else world.signal.addEventListener('abort', interrupt);
  });
  // Until something has answered, all may turn out to be skipped, since there is no network.
  let unsure: UrlRow[] = [];
  let isOver = false;
  const note = ({ host }: Target, settled: CheckedTarget): void => {
    // The ledger may be saved already, and the report says what is in it.
    if (isOver) return;
    for (const [row, found] of settled) {
      const verdict = exceptions.apply(row, found);
      verdicts.set(row, verdict);
      // What is broken may still be given an archived copy.
      if (!(settings.archive && verdict.verdict === 'broken')) unsure.push(row);
    }
    if (reach.isReached() && !world.signal.aborted) {
      telling.tell(unsure);
      unsure = [];
    }
    done++;
    counts[settled[0]?.[1].verdict ?? 'skipped']++;
    left.set(host, (left.get(host) ?? 1) - 1);
  };
  const settle = async (target: Target, sent: () => void): Promise<void> =>
    note(target, await checkPage(target, engine, sent).finally(sent));
  const queues = createHostQueues(settle, () => Math.max(fewestQueues, engine.places() * 2));
  const { claimed, others } = await sort(targets);
  tell();
  for (const target of others) queues.push(target);
  const bySite = [...claimed].map(([site, wanted]) =>
    checkViaApi(site, wanted, engine, (target, settled) => {
      if (settled === null) queues.push(target);
      else {
        reach.answered();
        note(target, settled);
      }
    }),
  );
  const work = Promise.all(bySite)
    .then(() => queues.idle())
    .then(async () => {
      archive = settings.archive;
      if (settings.archive) await (await import('./suggest-archived.js')).suggestArchived(targets, verdicts, engine);
    });
  const ticking = world.onProgress === undefined ? null : setInterval(tell, progressEvery);
  // What hangs when the run is interrupted is not waited for.
  await Promise.race([Promise.all([work, queues.idle()]), interrupted]).finally(() => {
    if (ticking !== null) clearInterval(ticking);
    // The signal lives as long as the process, and would hold every target as long.
    world.signal.removeEventListener('abort', interrupt);
  });
  // What has been answered is judged in the turn after an interrupt.
  if (world.signal.aborted) await setImmediate();
  isOver = true;
  tell();
  await engine.close();
  return world.signal.aborted || !reach.isOffline();
}

/** The three hosts with the most addresses left; one pass, since it is shown ten times a second. */
function mostLeft(left: ReadonlyMap<string, number>): LinkProgress['slowest'] {
  const most: { readonly host: string; readonly left: number }[] = [];
  for (const [host, count] of left) {
    if (count === 0 || (most.length === 3 && count <= (most[2]?.left ?? 0))) continue;
    most.push({ host, left: count });
    most.sort((a, b) => b.left - a.left);
    most.length = Math.min(most.length, 3);
  }
  return most;
}

/** Which site answers for which targets; the order of the targets stays. */
async function sort(
  targets: readonly Target[],
): Promise<{ readonly claimed: ReadonlyMap<Site, readonly Target[]>; readonly others: readonly Target[] }> {
  const { sites } = await import('./sites/registry.js');
  const claimed = new Map<Site, Target[]>();
  const others: Target[] = [];
  for (const target of targets) {
    const url = new URL(target.url);
    const site = sites.find((each) => each.claims(url));
    if (site === undefined) others.push(target);
    else {
      const group = claimed.get(site);
      if (group === undefined) claimed.set(site, [target]);
      else group.push(target);
    }
  }
  return { claimed, others };
}
