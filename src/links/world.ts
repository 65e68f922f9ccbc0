import type { VerdictName } from '../model/verdict.js';

/** What checking needs of the world. */
export interface LinkWorld {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly onProgress?: (progress: LinkProgress) => void;
}

/** How far it has come. */
export interface LinkProgress {
  readonly total: number;
  readonly done: number;
  readonly counts: Readonly<Record<VerdictName, number>>;
  /** Hosts that asked to be left alone, until when (epoch milliseconds). */
  readonly waits: readonly { readonly host: string; readonly until: number }[];
}

/** Waits; ends early when the run is interrupted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
