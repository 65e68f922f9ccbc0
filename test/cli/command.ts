import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What the built command did. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder in the system's temporary one, with the given files; it is git's ceiling, so that it stands in no work tree. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the built command in a folder. */
export function listwright(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR, NO_COLOR, COLUMNS, CI, GH_TOKEN, ...others } = process.env;
    // A runner of GitHub's says much that tests say themselves.
    const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith('GITHUB_')));
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: { ...rest, GIT_CEILING_DIRECTORIES: dirname(cwd), ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    // A command that fails early does not read what it is given.
    child.stdin.on('error', () => {}).end(input);
  });
}

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
