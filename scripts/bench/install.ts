import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, secondsOf } from './measure.js';

const rounds = 3;
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';

/** What npx is asked for, and what came of it. */
interface Tool {
  readonly name: string;
  readonly words: readonly string[];
  /** Seconds with an empty cache: downloads are in it, so it depends on the network. */
  readonly empty: number[];
  /** Seconds with all tarballs in npm's cache and nothing unpacked: as from a registry next to this machine. */
  readonly local: number[];
  packages: number;
}

/** Times `npx … --version` in turns with awesome-lint: from an empty cache, then from npm's cache alone. */
export async function compareInstalls(root: string, folder: string, print: (text: string) => void): Promise<void> {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    ...{ cwd: root, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'ignore'] },
  });
  const [packed] = JSON.parse(said) as { readonly filename: string }[];
  const tool = (name: string, source: string): Tool => ({
    ...{ name, words: [`--package=${source}`, '--', name, '--version'], empty: [], local: [], packages: 0 },
  });
  const tools = [tool('listwright', join(folder, packed?.filename ?? '')), tool('awesome-lint', 'awesome-lint@2.3.0')];
  for (let round = 0; round < rounds; round++) {
    const homes = tools.map(() => mkdtempSync(join(folder, 'home-')));
    for (const measured of ['empty', 'local'] as const)
      for (const [index, each] of tools.entries()) {
        const home = homes[index] ?? folder;
        rmSync(join(home, 'cache/_npx'), { recursive: true, force: true });
        const options = ['--yes', `--cache=${join(home, 'cache')}`, '--no-audit', '--no-fund', '--no-update-notifier'];
        const offline = measured === 'local' ? ['--offline'] : [];
        each[measured].push(await secondsOf(npx, [...options, ...offline, `--prefix=${home}`, ...each.words]));
        each.packages = packagesIn(join(home, 'cache/_npx'));
      }
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  }
  for (const [title, measured] of [
    ['empty cache, downloads included', 'empty'],
    ["npm's cache, nothing unpacked", 'local'],
  ] as const) {
    const [own, other] = tools.map((each) => median(each[measured]));
    const times = tools.map((each) => `${each.name} ${each[measured].map((time) => time.toFixed(1)).join(', ')} s`);
    print(`npx … --version, ${title}: ${times.join('; ')}; ratio of medians ${((other ?? 0) / (own ?? 1)).toFixed(1)}`);
  }
  print(tools.map(({ name, packages }) => `${name}: ${packages} packages`).join('; '));
}

/** How many packages npx has installed below a folder. */
function packagesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?:^|[\\/])node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/.@][^\\/]*[\\/]package\.json$/.test(path),
  ).length;
}
