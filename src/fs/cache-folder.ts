import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's programs keep what they can make again (XDG Base Directory Specification, and what Windows and macOS have for it). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** Names a home that is not there where there is none, as for a bare number of a user in a container: asking for it throws. */
export function nameHome(env: NodeJS.ProcessEnv, home: () => string = homedir): void {
  try {
    home();
  } catch {
    env.HOME = '/nonexistent';
  }
}

/** Where this user's results of lint are kept. */
export function lintCacheIn(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), 'listwright', 'lint');
}

/** The ledger of this user, where none is named. */
export function ledgerIn(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), 'listwright', 'ledger.jsonl');
}
