import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/run-command.js';
import { pottery } from '../../test/web/pottery.js';
import { startWeb } from '../../test/web/server.js';
import { demoWords } from '../demo/words.js';
import { drawTerminal } from './svg.js';

interface Picture {
  readonly path: string;
  readonly title: string;
  /** What a person types. */
  readonly typed: string;
  /** The words after `listwright`. */
  readonly words: readonly string[];
  /** Lines that are shown from the top; the summary follows. */
  readonly most?: number;
}

const tea = 'fixtures/tea/README.md';
const alone = ['--no-config', '--no-cache'];

const pictures: readonly Picture[] = [
  {
    path: 'docs/pictures/lint.svg',
    title: 'What listwright lint prints for a list of tea',
    typed: 'listwright lint',
    words: ['lint', tea, ...alone],
  },
  {
    path: 'docs/pictures/fix.svg',
    title: 'What listwright lint --fix-dry-run prints for a list of tea',
    typed: 'listwright lint --fix-dry-run',
    words: ['lint', tea, '--fix-dry-run', ...alone],
  },
  {
    path: 'docs/pictures/add.svg',
    title: 'What listwright add prints for a list of tea',
    typed:
      'listwright add https://cellar.example/cakes --offline \\\n    --name "Puerh Cellar" --description "keeps cakes for years" --section Leaves',
    words: [
      ...['add', 'https://cellar.example/cakes', tea, '--offline', '--section', 'Leaves', '--no-config'],
      ...['--name', 'Puerh Cellar', '--description', 'keeps cakes for years'],
    ],
  },
  {
    path: 'docs/pictures/tree.svg',
    title: 'What listwright tree prints for a list of tea',
    typed: 'listwright tree',
    words: ['tree', tea],
  },
];

/** Draws what commands print in a terminal of which nothing else is known; gives SVG by path. `root` is the working directory. */
export async function drawPictures(root: string): Promise<Readonly<Record<string, string>>> {
  const web = await startWeb(pottery);
  const demo: Picture = {
    path: 'docs/demo.svg',
    title: 'What listwright check prints for a list of pots',
    typed: 'listwright check',
    words: ['check', ...demoWords(web)],
    most: 40,
  };
  const drawn: Record<string, string> = {};
  for (const picture of [demo, ...pictures]) drawn[picture.path] = draw(picture, await output(picture.words, root));
  await web.stop();
  return drawn;
}

function draw({ title, typed, most }: Picture, printed: string): string {
  const lines = printed.trimEnd().split('\n');
  const summary = lines.lastIndexOf('');
  const shown = most === undefined ? lines : [...lines.slice(0, most), '…', ...lines.slice(summary + 1)];
  return drawTerminal(title, [...`$ ${typed}`.split('\n'), '', ...shown]);
}

async function output(words: readonly string[], cwd: string): Promise<string> {
  const { PATH, SystemRoot, HOME } = process.env;
  const printed: string[] = [];
  await runCommand(words, {
    ...{ cwd, env: { PATH, SystemRoot, HOME, FORCE_COLOR: '1', LANG: 'en_GB.UTF-8' }, stdin: Readable.from([]) },
    stdout: { write: (text) => printed.push(text) },
    stderr: { write: (text) => process.stderr.write(text) },
  });
  return printed.join('');
}
