import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in for actions of others, which cannot be fetched here: the folders below `STAND_INS` are the service. */
const scripts: Readonly<Record<string, string>> = {
  // act lays the repository into the workspace by itself.
  'actions/checkout': '',
  'actions/cache/restore': `
    const kept = readdirSync(at('cache')).sort();
    const keys = [input('key'), ...input('restore-keys').split('\\n')].map((key) => key.trim()).filter((key) => key !== '');
    const found = keys.map((key) => kept.filter((name) => name.startsWith(key)).at(-1)).find((name) => name !== undefined);
    if (found !== undefined) cpSync(at('cache', found), input('path'), { recursive: true });
    console.log('cache restored: ' + (found ?? 'nothing'));`,
  'actions/cache/save': `
    if (existsSync(input('path'))) cpSync(input('path'), at('cache', input('key')), { recursive: true });
    console.log('cache saved: ' + input('key'));`,
  'actions/upload-artifact': `
    const files = input('path').split('\\n').map((path) => path.trim()).filter((path) => path !== '' && existsSync(path));
    for (const file of files) cpSync(file, at('artifacts', input('name'), basename(file)));
    console.log('artifact of ' + files.length + ' files: ' + input('name'));`,
  'actions/download-artifact': `
    const name = input('name');
    const pattern = input('pattern').replace(/\\*$/, '');
    const names = readdirSync(at('artifacts')).filter((each) => (name === '' ? each.startsWith(pattern) : each === name));
    if (name !== '' && names.length === 0) throw new Error('there is no artifact ' + name);
    const options = { recursive: true, verbatimSymlinks: true };
    for (const each of names) cpSync(at('artifacts', each), name === '' ? join(input('path'), each) : input('path'), options);
    console.log('artifacts fetched: ' + names.join(' '));`,
};

const head = `
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
const input = (name) => process.env['INPUT_' + name.toUpperCase()] ?? '';
const at = (...parts) => {
  const path = join(process.env.STAND_INS, ...parts);
  mkdirSync(parts.length === 1 ? path : dirname(path), { recursive: true });
  return path;
};
`;

const inputs = ['path', 'key', 'restore-keys', 'name', 'pattern', 'run-id', 'github-token', 'fetch-depth'];
const more = ['persist-credentials', 'if-no-files-found', 'include-hidden-files', 'retention-days', 'merge-multiple'];

/** Writes the stand-ins; gives the words that tell act to take them for the versions that a workflow names. */
export function writeStandIns(folder: string, workflows: readonly string[]): readonly string[] {
  for (const [name, script] of Object.entries(scripts)) {
    mkdirSync(join(folder, name), { recursive: true });
    const known = [...inputs, ...more].map((input) => `  ${input}: { description: as there, default: '' }\n`).join('');
    const text = `name: ${name}\ndescription: stands in\ninputs:\n${known}runs: { using: node24, main: main.mjs }\n`;
    writeFileSync(join(folder, name, 'action.yml'), text);
    writeFileSync(join(folder, name, 'main.mjs'), head + script);
  }
  const used = workflows.flatMap((text) => [...text.matchAll(/uses: (actions\/[\w-]+)(?:\/\w+)?@(\w+)/g)]);
  const pairs = new Set(used.map(([, name, version]) => `${name}@${version}=${join(folder, name ?? '')}`));
  return [...pairs].flatMap((pair) => ['--local-repository', pair]);
}
