import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Host } from '../../src/cli/host.js';
import { runCommand } from '../../src/cli/run-command.js';

/** What the command did. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call may be given besides words. */
export interface Given {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A new folder in the system's temporary one, with the given files; git looks for a repository in it, and no higher. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The environment of a call in a folder: that of the tests, without what a terminal or a runner of GitHub's adds to it. */
export function environmentIn(cwd: string, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, CI, GH_TOKEN, ...others } = process.env;
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith('GITHUB_')));
  return { ...rest, GIT_CEILING_DIRECTORIES: dirname(cwd), ...env };
}

/** Runs the command in this process, as its entry point does. Paths count from the folder of the process: one call at a time. */
export async function listwright(cwd: string, args: readonly string[], given: Given = {}): Promise<Ended> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const host: Host = {
    ...{ cwd, env: environmentIn(cwd, given.env), stdin: Readable.from([Buffer.from(given.input ?? '')]) },
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const status = await runCommand(args, host);
    return { status, stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    process.chdir(before);
  }
}

/** A list with one error, on line 6: a link to an anchor that is not there (`fragment-resolves`). */
export const oneError = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)
> Machines that make cloth out of yarn.
## Looms

- [Warp](https://warp.example/) - Holds the warp.
- [Weft](https://weft.example/) - Brings the weft, [as a shuttle](#shuttle) does.
- [Heddle](https://heddle.example/) - Lifts every other thread.
`;

/** A list with one fault, on line 6: a description without a period, unlike the ten others. */
export const oneFault = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)
> Machines that make cloth out of yarn.
## Looms

- [Warp](https://warp.example/) - Holds the warp.
- [Weft](https://weft.example/) - Brings the weft
- [Heddle](https://heddle.example/) - Lifts every other thread.
- [Shuttle](https://shuttle.example/) - Carries the yarn.
- [Treadle](https://treadle.example/) - Moves the shafts.
- [Batten](https://batten.example/) - Beats the cloth.
- [Breast](https://breast.example/) - Guides the cloth.
- [Ratchet](https://ratchet.example/) - Keeps the tension.
- [Bobbin](https://bobbin.example/) - Feeds the shuttle.
- [Temple](https://temple.example/) - Keeps the width.
- [Lease](https://lease.example/) - Keeps threads in order.
`;
