import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Runs the bundled Action as the runner does: inputs and facts in the environment, outputs and summary in files. */
export function step(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  { env = {}, event = {} }: { readonly env?: NodeJS.ProcessEnv; readonly event?: object } = {},
): Promise<Stepped> {
  const own = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-runner-')));
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(own, name)) as [
    string,
    string,
    string,
  ];
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(payload, JSON.stringify(event));
  const facts = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, RUNNER_TEMP: own, GITHUB_EVENT_PATH: payload },
    ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_REPOSITORY: 'potters/awesome-pots' },
  };
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const rest = Object.entries(process.env).filter(([name]) => !/^(?:GITHUB_|GH_TOKEN|INPUT_|CI$)/.test(name));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle], {
      cwd: folder,
      env: { ...Object.fromEntries(rest), ...facts, ...Object.fromEntries(given), ...env },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({
        ...{ status, stdout, summary: readFileSync(summary, 'utf8') },
        outputs: Object.fromEntries(
          [...readFileSync(output, 'utf8').matchAll(/^(.*)<<(.*)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
            name,
            value,
          ]),
        ),
      }),
    );
  });
}
