import { inPullRequest } from '../config/environment.js';
import type { LoadedSettings } from '../config/load-settings.js';
import type { TrustedState } from '../config/trusted-config.js';
import { lintCacheIn } from '../fs/cache-folder.js';
import type { Base } from '../git/base.js';
import type { BaseCheckout } from '../git/base-checkout.js';
import { UserError } from '../model/errors.js';

/** What a run may believe of the files that lie here: all of it, or in a pull request only what its base says too. */
export interface Trust {
  /** Where the configuration comes from, in a pull request; null where what lies here is trusted. */
  readonly trusted: TrustedState | null;
  /** In a pull request, its base; null elsewhere, and where the base is not here. */
  readonly base: Base | null;
  /** What to do so that a configuration may run code; null where it may. */
  readonly noCode: string | null;
  /** In a pull request, the folder that no list may lead out of by a symbolic link; else null. */
  readonly confinedTo: string | null;
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** Removes what was made on the way. */
  readonly end: () => Promise<void>;
}

const everything: Trust = {
  ...{ trusted: null, base: null, noCode: null, confinedTo: null, notices: [], end: async () => {} },
};

/** Where the base of a pull request is not here nothing tells its code from that of a stranger. */
const fetchBase = 'give actions/checkout `fetch-depth: 2`, so that the base of the pull request is available';

/** Finds out what to trust; `known` is the base of a pull request where it was looked for already. */
export async function readTrust(cwd: string, env: NodeJS.ProcessEnv, known: Base | null = null): Promise<Trust> {
  // Most runs are for no pull request, and need not load git.
  if (!inPullRequest(env)) return everything;
  const { findBase, workTreeOf } = await import('../git/base.js');
  try {
    const base = known ?? (await findBase('auto', cwd, env));
    return { ...(await trustedIn(base, env)), base, noCode: null, confinedTo: base.root, notices: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const notice = `configuration and baseline are those of the pull request, because its base is not available; ${fetchBase}`;
    return { ...everything, noCode: fetchBase, confinedTo: await workTreeOf(cwd, env), notices: [notice] };
  }
}

/** The base as the state that is trusted; its files are laid out when the first of them is to run. */
async function trustedIn(base: Base, env: NodeJS.ProcessEnv): Promise<Pick<Trust, 'trusted' | 'end'>> {
  const { namedTextAtBase, presentAtBase } = await import('../git/base-text.js');
  let copy: Promise<BaseCheckout> | null = null;
  const layOut = async (): Promise<BaseCheckout> => {
    await (await import('../git/base-packages.js')).assertOwnPackages(base);
    return (await import('../git/base-checkout.js')).checkoutBase(base, env);
  };
  return {
    trusted: {
      root: base.root,
      present: (files) => presentAtBase(base, files),
      textOf: (file) => namedTextAtBase(base, file),
      placeOf: async (file) => {
        // Packages are found from the copy as from the work tree.
        copy ??= layOut();
        return (await copy).placeOf(file);
      },
    },
    end: async () => (await copy?.catch(() => null))?.remove(),
  };
}

/** In a pull request, the settings without a ledger and a cache that git tracks: the head may have written what they hold. */
export async function withoutBrought(
  loaded: LoadedSettings,
  { confinedTo }: Trust,
  env: NodeJS.ProcessEnv,
): Promise<LoadedSettings> {
  if (confinedTo === null) return loaded;
  const { isTracked } = await import('../git/brought-files.js');
  const { settings, raw, notices } = loaded;
  const { ledger } = settings.links;
  const isBrought = ledger !== null && (await isTracked(ledger, confinedTo, env));
  return {
    ...loaded,
    settings: isBrought ? { ...settings, links: { ...settings.links, ledger: null } } : settings,
    raw: (await isTracked(lintCacheIn(env), confinedTo, env)) ? { ...raw, cache: false } : raw,
    notices: isBrought ? [...notices, `${ledger} is tracked by git, so it is not used in a pull request`] : notices,
  };
}
