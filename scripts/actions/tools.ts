import { spawn, spawnSync } from 'node:child_process';

/** A program that the check calls, and how to come by it. */
export interface Program {
  readonly name: string;
  /** The variable of the environment that may say where it is. */
  readonly variable: string;
  readonly install: string;
}

export const programs = {
  act: { name: 'act', variable: 'ACT', install: 'go install github.com/nektos/act@v0.2.89' },
  actionlint: {
    name: 'actionlint',
    variable: 'ACTIONLINT',
    install: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  },
  zizmor: { name: 'zizmor', variable: 'ZIZMOR', install: 'pip install zizmor==1.32.0' },
} as const satisfies Readonly<Record<string, Program>>;

/** Where a program is; null where it is not. */
export function find({ name, variable }: Program): string | null {
  const path = process.env[variable] ?? name;
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0 ? path : null;
}

/** What a program said, both streams together, and its exit status. */
export interface Said {
  readonly status: number | null;
  readonly text: string;
}

/** Runs a program to its end, at most five minutes. */
export function run(path: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { cwd, env: { ...process.env, ...env }, timeout: 300_000 });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, text }));
  });
}
