import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeList } from './list.js';
import { median, secondsOf } from './measure.js';

const rounds = 15;

/** Times the single executable against `node dist/cli.js`, in turns: its version, and a lint of 500 entries without a cache. */
export async function compareBinary(
  root: string,
  write: (name: string, text: string) => string,
  print: (text: string) => void,
): Promise<void> {
  const binary = join(root, 'dist-binary', process.platform === 'win32' ? 'listwright.exe' : 'listwright');
  if (!existsSync(binary)) return print('binary: not built; run npm run build:binary first');
  const list = write('README.md', makeList(500));
  print(`single executable: ${(statSync(binary).size / 1e6).toFixed(0)} MB; medians of ${rounds} runs in turns`);
  for (const words of [['--version'], ['lint', '--no-cache', list]]) {
    const times: (readonly [number, number])[] = [];
    for (let round = 0; round <= rounds; round++) {
      const node = await secondsOf(process.execPath, [join(root, 'dist/cli.js'), ...words]);
      const single = await secondsOf(binary, words);
      // The first round warms the disk.
      if (round > 0) times.push([node * 1000, single * 1000]);
    }
    const [node, single] = [median(times.map(([a]) => a)), median(times.map(([, b]) => b))];
    const ratio = median(times.map(([a, b]) => b / a));
    print(
      `  ${words[0]}: node ${process.versions.node} ${node.toFixed(0)} ms, executable ${single.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
    );
  }
}
