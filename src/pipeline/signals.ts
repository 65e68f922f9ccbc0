/** Interrupts of a run: the first asks it to stop and report what it has, the second ends it at once. */
export interface Signals {
  readonly signal: AbortSignal;
  /** 130 or 143 once interrupted, else null. */
  status(): number | null;
  stop(): void;
}

const statuses = { SIGINT: 130, SIGTERM: 143 } as const;

/** Starts to listen for SIGINT and SIGTERM. */
export function startSignals(): Signals {
  const abort = new AbortController();
  let status: number | null = null;
  const listeners = (Object.keys(statuses) as (keyof typeof statuses)[]).map((name) => {
    const listener = (): void => {
      if (status !== null) process.exit(statuses[name]);
      status = statuses[name];
      abort.abort();
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return {
    signal: abort.signal,
    status: () => status,
    stop: () => {
      for (const off of listeners) off();
    },
  };
}
