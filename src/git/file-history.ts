import { spawn } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { carefulCall, gitIn } from './git.js';

/** What one commit of the main line did to a file. */
export interface FileCommit {
  /** The full hash. */
  readonly id: string;
  /** When it was committed, epoch milliseconds. */
  readonly date: number;
  /** Lines that it added and removed, without their ends. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Receives the history of a file while it is read. */
export interface HistoryReader {
  /** The text of the file in the newest commit; called before the commits. */
  onHead(text: string): void;
  /** Called for each commit, the newest first. */
  onCommit(commit: FileCommit): void;
}

/** How far the history of a file could be read. */
export interface HistoryRange {
  /** True in a shallow clone of which the oldest commit has the file: older commits are not here. */
  readonly shallow: boolean;
  /** True if older commits were left out because their patches are too large. */
  readonly truncated: boolean;
  /** The date of the oldest commit that was read, epoch milliseconds; null for none. */
  readonly from: number | null;
  /** The date of the newest; null for none. */
  readonly to: number | null;
}

/** Patches that are read of one file, in bytes: the newest. */
const mostBytes = 200_000_000;
/** Longer lines are no entries. UTF-16 units. */
const longestLine = 100_000;

/**
 * Reads the history of a file in one pass of `git log` along the first parents, newest commit first, renames followed. Memory
 * does not grow with the history, and time grows with the size of its patches. Null where there is no git, no repository, or
 * no commit with the file.
 * @param file absolute
 */
export async function readFileHistory(
  file: string,
  env: NodeJS.ProcessEnv,
  { onHead, onCommit }: HistoryReader,
  limit = mostBytes,
): Promise<HistoryRange | null> {
  const folder = await realpath(dirname(file)).catch(() => null);
  if (folder === null) return null;
  const git = gitIn(folder, env);
  const name = basename(file);
  try {
    const blob = await git(['cat-file', 'blob', `HEAD:./${name}`]);
    if (blob.code !== 0) return null;
    onHead(blob.stdout.toString('utf8'));
    const boundary = await shallowCommits(folder, env);
    const reader = patchReader(boundary, onCommit);
    const ended = await streamLines(logOf(name), folder, env, limit, reader.line);
    // A patch of which the end is missing would tell half of a change.
    if (ended === 'whole') reader.end();
    return { ...reader.range(), truncated: ended === 'cut' };
  } catch (error) {
    if (error instanceof Error && /git was not found/.test(error.message)) return null;
    throw error;
  }
}

/** Each header begins with NUL, which no line of a patch does. */
const logOf = (name: string): readonly string[] => [
  ...['log', '--first-parent', '-m', '--follow', '--patch', '--unified=0', '--text', '--no-color', '--no-ext-diff'],
  ...['--no-textconv', '--no-show-signature', '--no-notes', '--encoding=UTF-8', '--format=%x00%H %ct', 'HEAD'],
  ...['--', name],
];

/** The commits at the end of a shallow clone, whose parents are not here. */
async function shallowCommits(folder: string, env: NodeJS.ProcessEnv): Promise<ReadonlySet<string>> {
  const { code, stdout } = await gitIn(folder, env)(['rev-parse', '--git-path', 'shallow']);
  const path = stdout.toString('utf8').trim();
  if (code !== 0 || path === '') return new Set();
  const text = await readFile(resolve(folder, path), 'utf8').catch(() => '');
  return new Set(text.split(/\s+/).filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
}

interface PatchReader {
  line(line: string): void;
  end(): void;
  range(): Omit<HistoryRange, 'truncated'>;
}

/** Reads the lines of a log with patches. The counts of each hunk say which lines are content, whatever these look like. */
function patchReader(boundary: ReadonlySet<string>, onCommit: (commit: FileCommit) => void): PatchReader {
  let commit: (FileCommit & { readonly added: string[]; readonly removed: string[] }) | null = null;
  let [minus, plus] = [0, 0];
  let shallow = false;
  let [from, to]: (number | null)[] = [null, null];
  const finish = (): void => {
    if (commit === null) return;
    from = commit.date;
    to ??= commit.date;
    // Its patch holds all that is older than the clone.
    if (boundary.has(commit.id)) shallow = true;
    else onCommit(commit);
    commit = null;
  };
  return {
    line(line) {
      if (commit !== null && minus > 0 && line.startsWith('-')) {
        minus -= 1;
        commit.removed.push(line.slice(1, longestLine));
      } else if (commit !== null && plus > 0 && line.startsWith('+')) {
        plus -= 1;
        commit.added.push(line.slice(1, longestLine));
      } else if (line.startsWith('\0')) {
        finish();
        const [, id = '', seconds = ''] = /^\0([0-9a-f]{40,64}) (\d{1,12})$/.exec(line) ?? [];
        if (id !== '') commit = { id, date: Number(seconds) * 1000, added: [], removed: [] };
        [minus, plus] = [0, 0];
      } else {
        const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
        if (hunk !== null) [minus, plus] = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
      }
    },
    end: finish,
    range: () => ({ shallow, from: from ?? null, to: to ?? null }),
  };
}

/** Hands on the lines that git prints; `cut` where it was ended at the limit. The commit in progress is not complete then. */
function streamLines(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  limit: number,
  onLine: (line: string) => void,
): Promise<'whole' | 'cut'> {
  const { args, env: quiet } = carefulCall(words, env);
  return new Promise((done, fail) => {
    const child = spawn('git', args, { cwd, env: quiet, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let read = 0;
    let cut = false;
    child.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => {
      if (cut) return;
      read += chunk.length;
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      // One line may be all of a patch; its beginning is enough.
      if (rest.length > 2 * longestLine) rest = rest.slice(0, longestLine);
      for (const line of lines) onLine(line);
      if (read > limit) {
        cut = true;
        child.kill();
      }
    });
    child.on('close', () => {
      if (!cut && rest !== '') onLine(rest);
      done(cut ? 'cut' : 'whole');
    });
  });
}
