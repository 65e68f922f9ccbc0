import type { RawOptions } from '../config/config-file.js';
import type { SettingsRequest } from '../config/load-settings.js';

/** Where a call of the library reads from; what is omitted is not looked for. */
export interface ListContext {
  /** A configuration file; false for none; null to look for it. */
  readonly config?: string | false | null;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly trusted?: boolean;
}

/** What a function of the library wants: nothing is printed, remembered or run that its caller has not named. */
export function settingsRequest(caller: string, options: RawOptions, reading: ListContext = {}): SettingsRequest {
  const { config = false, cwd = process.cwd(), env = {}, trusted = false } = reading;
  return {
    caller,
    options,
    config,
    cwd,
    env,
    noCode: trusted ? null : caller === 'run' ? 'pass trusted: true to run it' : 'import it, and pass the rule itself',
    rules: [],
    reporters: [],
    ledger: null,
    trusted: null,
  };
}

/** Listens to a signal of the caller's, and can be ended from here; the many listeners of a run are not hung on the caller's. */
export function interruptible(signal: AbortSignal | undefined): { readonly signal: AbortSignal; end(): void } {
  const own = new AbortController();
  return {
    signal: signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]),
    end: () => own.abort(),
  };
}
