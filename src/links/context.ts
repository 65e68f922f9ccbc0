import type { FactNeeds } from '../model/facts.js';
import type { Prefetch } from '../model/prefetch.js';
import type { ReportLink } from '../model/report.js';
import type { Verdict } from '../model/verdict.js';
import type { VerdictName } from '../model/verdict-names.js';

/** What checking needs of the world. */
export interface CheckContext {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly onProgress?: (progress: LinkProgress) => void;
  /** Is handed each row of the report once, as soon as its verdict is final. Must not throw. */
  readonly onVerdict?: (link: ReportLink) => void;
  /** Verdicts of earlier checks in this process; what it has is not asked again. */
  readonly recent?: SessionCache;
  /** The facts that rules read. Default: what services report anyway is kept, and no request is made for facts. */
  readonly facts?: FactNeeds;
  /** Notes that rows of the report leave out, since a rule reports the same. Default: none. */
  readonly replacedNotes?: ReadonlySet<string>;
  /** Milliseconds: verdicts of the ledger that are so young are used, whatever they are, and nothing is requested. */
  readonly recall?: number;
  /** What plugins read about links before their rules run. */
  readonly prefetches?: readonly Prefetch[];
}

/** Verdicts by URL as written, kept while a process goes on checking the same lists. */
export interface SessionCache {
  readonly verdicts: Map<string, Verdict>;
  /** The maximum number of URLs to request; 0 uses the ledger alone. The rest is skipped with the reason `pending`. */
  readonly most: number;
  /** URLs as written that are checked before others; none by default. */
  readonly first?: ReadonlySet<string>;
}

/** How far it has come. */
export interface LinkProgress {
  readonly total: number;
  readonly done: number;
  readonly counts: Readonly<Record<VerdictName, number>>;
  /** Hosts that asked to be left alone, until when (epoch milliseconds), and how many requests wait for it. */
  readonly waits: readonly { readonly host: string; readonly until: number; readonly queued: number }[];
  /** What it does now: asks, waits only to ask again what seems broken, or looks for archived copies. */
  readonly phase: 'asking' | 'confirming' | 'archive';
  /** Broken links that wait to be asked again. */
  readonly confirming: number;
  /** The hosts with the most addresses left, at most three, that with most first. */
  readonly slowest: readonly { readonly host: string; readonly left: number }[];
}

/** What ends the waits of a run: one listener for all, since a signal looks through its listeners to add another. */
const waits = new WeakMap<AbortSignal, Set<() => void>>();

function waitsOf(signal: AbortSignal): Set<() => void> {
  const known = waits.get(signal);
  if (known !== undefined) return known;
  const made = new Set<() => void>();
  waits.set(signal, made);
  signal.addEventListener('abort', () => {
    for (const end of made) end();
  });
  return made;
}

/** Waits; ends early when the run is interrupted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const ends = waitsOf(signal);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      ends.delete(end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    ends.add(end);
  });
}
