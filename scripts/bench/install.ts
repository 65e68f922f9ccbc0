import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, secondsOf } from './measure.js';

const rounds = 3;
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';

/** Times `npx … --version` from an empty cache of npm, against awesome-lint. */
export async function compareInstalls(root: string, folder: string, print: (text: string) => void): Promise<void> {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    ...{ cwd: root, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'ignore'] },
  });
  const [packed] = JSON.parse(said) as { readonly filename: string }[];
  const tools = [
    {
      name: 'listwright',
      words: [`--package=${join(folder, packed?.filename ?? '')}`, '--', 'listwright', '--version'],
    },
    { name: 'awesome-lint', words: ['--package=awesome-lint@2.3.0', '--', 'awesome-lint', '--version'] },
  ];
  const times = new Map<string, number[]>(tools.map(({ name }) => [name, []]));
  const folders = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const { name, words } of tools) {
      const home = mkdtempSync(join(folder, 'home-'));
      // npx looks for a project upward from where it runs.
      mkdirSync(join(home, 'project'));
      writeFileSync(join(home, 'project/package.json'), '{"private": true}');
      const options = ['--yes', `--cache=${join(home, 'cache')}`, '--no-audit', '--no-fund', '--no-update-notifier'];
      const seconds = await secondsOf(npx, [...options, `--prefix=${join(home, 'project')}`, ...words]);
      times.get(name)?.push(seconds);
      folders.set(name, packagesIn(join(home, 'cache/_npx')));
      rmSync(home, { recursive: true, force: true });
    }
  const [own, other] = tools.map(({ name }) => median(times.get(name) ?? []));
  for (const { name } of tools) {
    const all = (times.get(name) ?? []).map((time) => time.toFixed(1)).join(', ');
    print(
      `npx ${name} --version, empty cache: ${median(times.get(name) ?? []).toFixed(1)} s (${all}), ${folders.get(name)} packages`,
    );
  }
  print(`awesome-lint / listwright: ${((other ?? 0) / (own ?? 1)).toFixed(1)}`);
}

/** How many packages npx has installed below a folder. */
function packagesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?:^|[\\/])node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/.@][^\\/]*[\\/]package\.json$/.test(path),
  ).length;
}
