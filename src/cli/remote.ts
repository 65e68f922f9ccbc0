import type { RemoteList } from '../model/remote.js';
import type { Settings } from '../model/settings.js';

/** Fetches lists on GitHub with the settings of a run, for commands that only read. */
export function fetcherFor(settings: Settings): (list: RemoteList) => Promise<string> {
  return async (list) =>
    (await import('../links/fetch-readme.js')).fetchReadme(list, settings.links, {
      signal: new AbortController().signal,
    });
}
