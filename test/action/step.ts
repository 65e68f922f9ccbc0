import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runAction } from '../../src/action/run.js';

const bundle = fileURLToPath(new URL('../../dist/action.js', import.meta.url));

/** What a step of a workflow did. */
export interface Stepped {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A workspace with some files. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-action-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The facts of a runner: inputs and facts in the environment; outputs and summary are written to files. */
interface Given {
  readonly env?: NodeJS.ProcessEnv;
  readonly event?: object;
}

// The package that writes outputs keeps the name of the summary's file: there is one for all steps of a process.
const own = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-runner-')));
const output = join(own, 'output');
const summary = join(own, 'summary');

function environmentOf(folder: string, inputs: Readonly<Record<string, string>>, { env, event = {} }: Given) {
  const payload = join(own, 'event.json');
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(payload, JSON.stringify(event));
  const facts = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, RUNNER_TEMP: mkdtempSync(join(own, 'temp-')) },
    ...{ GITHUB_EVENT_PATH: payload, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    GITHUB_REPOSITORY: 'potters/awesome-pots',
  };
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const rest = Object.entries(process.env).filter(([name]) => !/^(?:GITHUB_|GH_TOKEN|INPUT_|CI$)/.test(name));
  return { ...Object.fromEntries(rest), ...facts, ...Object.fromEntries(given), ...env };
}

function steppedWith(status: number | null, stdout: string): Stepped {
  const outputs = readFileSync(output, 'utf8').matchAll(/^(.*)<<(.*)\n([\s\S]*?)\n\2$/gm);
  return {
    ...{ status, stdout, summary: readFileSync(summary, 'utf8') },
    outputs: Object.fromEntries([...outputs].map(([, name, , value]) => [name, value])),
  };
}

/** Runs a step in this process. The Action reads the environment and prints by the process: one step at a time. */
export async function step(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  given: Given = {},
): Promise<Stepped> {
  const [env, cwd] = [process.env, process.cwd()];
  const printed: string[] = [];
  const print = (text: unknown): boolean => printed.push(String(text)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(print),
    vi.spyOn(process.stderr, 'write').mockReturnValue(true),
  ];
  process.env = environmentOf(folder, inputs, given);
  try {
    process.chdir(folder);
    return steppedWith(await runAction(process.env), printed.join(''));
  } finally {
    process.env = env;
    process.chdir(cwd);
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs the bundled Action as the runner does. */
export function bundledStep(folder: string, inputs: Readonly<Record<string, string>>): Promise<Stepped> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle], { cwd: folder, env: environmentOf(folder, inputs, {}) });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', (status) => resolve(steppedWith(status, stdout)));
  });
}
