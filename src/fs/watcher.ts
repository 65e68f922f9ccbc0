import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** Files that are looked after. */
export interface Watcher {
  /** Looks after these files instead of those before; absolute paths, there or not. What has changed since a file was first named here counts. */
  watch(files: readonly string[]): Promise<void>;
  /** Takes the files as they are now for known. */
  accept(): Promise<void>;
  close(): void;
}

/** Milliseconds of quiet before a change counts, while a file that is away may come back, and between two looks where the system tells nothing. */
export interface WatcherTimes {
  readonly quiet: number;
  readonly away: number;
  readonly poll: number;
}

const usual: WatcherTimes = { quiet: 60, away: 300, poll: 1500 };

/**
 * Watches the folders of some files, since editors put new files in the place of old ones; each file's time, size and inode tell
 * whether it changed. A look now and then is in where the system tells nothing (network folders, no more inotify watches).
 */
export function startWatcher(
  onChange: (files: readonly string[]) => void,
  { times = usual, watchFolder = watch }: { readonly times?: WatcherTimes; readonly watchFolder?: typeof watch } = {},
): Watcher {
  const folders = new Map<string, FSWatcher | null>();
  let known = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  let missed = false;
  let looking = false;
  let accepted = Promise.resolve();
  let acceptances = 0;

  const look = async (): Promise<void> => {
    const begun = acceptances;
    await accepted;
    const changed = new Map<string, string>();
    for (const [file, before] of known) {
      const now = await signatureOf(file);
      if (now === before) continue;
      // An editor that renames leaves nothing in the file's place for a moment.
      if (now === '' && !missed) {
        missed = true;
        soon(times.away);
        return;
      }
      changed.set(file, now);
    }
    // What was seen may be what has been accepted meanwhile.
    if (begun !== acceptances) {
      soon();
      return;
    }
    missed = false;
    const files = [...changed.keys()].filter((file) => known.has(file));
    for (const file of files) known.set(file, changed.get(file) ?? '');
    if (files.length > 0 && !closed) onChange(files);
  };
  /** One look at a time: two would report the same change. */
  const lookAlone = (): void => {
    timer = null;
    if (looking) {
      soon();
      return;
    }
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  };
  const soon = (after = times.quiet): void => {
    if (closed) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(lookAlone, after);
  };
  const open = (folder: string): FSWatcher | null => {
    try {
      const watcher = watchFolder(folder, (_, name) => {
        if (name === null || [...known.keys()].some((file) => basename(file) === name)) soon();
      });
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return null;
    }
  };
  const polling = setInterval(() => {
    if (timer === null && !looking) soon(0);
  }, times.poll);
  return {
    async watch(files) {
      const next = new Map<string, string>();
      for (const file of files) next.set(file, known.get(file) ?? (await signatureOf(file)));
      known = next;
      const wanted = new Set(files.map((file) => dirname(file)));
      for (const [folder, watcher] of folders) {
        if (wanted.has(folder)) continue;
        watcher?.close();
        folders.delete(folder);
      }
      for (const folder of wanted) if (!folders.has(folder)) folders.set(folder, open(folder));
    },
    accept() {
      acceptances++;
      accepted = accepted.then(async () => {
        for (const file of known.keys()) known.set(file, await signatureOf(file));
      });
      return accepted;
    },
    close() {
      closed = true;
      clearInterval(polling);
      if (timer !== null) clearTimeout(timer);
      for (const watcher of folders.values()) watcher?.close();
    },
  };
}

/** Tells one state of a file from another; empty where it is not there. */
async function signatureOf(file: string): Promise<string> {
  const facts = await stat(file).catch(() => null);
  return facts === null ? '' : `${facts.mtimeMs} ${facts.size} ${facts.ino}`;
}
