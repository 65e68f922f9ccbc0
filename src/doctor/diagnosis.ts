import type { LoadedSettings } from '../config/load-settings.js';
import type { GitHubAccess } from '../links/github-access.js';
import type { LinkSettings } from '../model/settings.js';

/** What one look at the surroundings found. */
export interface Diagnosis {
  /** What was looked at: a stable word. */
  readonly check: string;
  /** `error`: a command will fail; `warning`: it works worse than it could; `info`: a fact. */
  readonly status: 'ok' | 'info' | 'warning' | 'error';
  /** One sentence without a period; it may repeat what a file or a server says. */
  readonly message: string;
  /** What to do; null where there is nothing to do. */
  readonly advice: string | null;
}

/** The surroundings; a test passes in its own. */
export interface DoctorWorld {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** In a pull request, the folder that no list may lead out of by a symbolic link; null elsewhere. */
  readonly confinedTo: string | null;
  /** Such as `20.19.0`. */
  readonly nodeVersion: string;
  /** The first address of a host name; rejects where there is none. */
  readonly lookup: (host: string) => Promise<string>;
  /** Requests GitHub's API. */
  readonly github: (settings: LinkSettings) => Promise<GitHubAccess>;
  /** Loads the configuration for a list as `check` does. Rejects with a UserError. */
  readonly load: () => Promise<LoadedSettings>;
}

/** A diagnosis without advice. */
export const fact = (check: string, message: string, status: Diagnosis['status'] = 'ok'): Diagnosis => ({
  ...{ check, status, message, advice: null },
});
