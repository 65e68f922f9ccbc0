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
}

const tea = 'fixtures/tea/README.md';
const alone = ['--no-config', '--no-cache'];

const pictures: readonly Picture[] = [
  {
    path: 'docs/pictures/lint.svg',
    title: 'Output of listwright lint for a list about tea',
    typed: 'listwright lint',
    words: ['lint', tea, ...alone],
  },
  {
    path: 'docs/pictures/fix.svg',
    title: 'Output of listwright lint --fix-dry-run for a list about tea',
    typed: 'listwright lint --fix-dry-run',
    words: ['lint', tea, '--fix-dry-run', ...alone],
  },
  {
    path: 'docs/pictures/add.svg',
    title: 'Output of listwright add for a list about tea',
    typed:
      'listwright add https://cellar.example/cakes --offline \\\n    --name "Puerh Cellar" --description "keeps cakes for years" --section Leaves',
    words: [
      ...['add', 'https://cellar.example/cakes', tea, '--offline', '--section', 'Leaves', '--no-config'],
      ...['--name', 'Puerh Cellar', '--description', 'keeps cakes for years'],
    ],
  },
  {
    path: 'docs/pictures/tree.svg',
    title: 'Output of listwright tree for a list about tea',
    typed: 'listwright tree',
    words: ['tree', tea],
  },
];

/** Draws what commands print in a terminal of which nothing else is known; gives SVG by path. `root` is the working directory. */
export async function drawPictures(root: string): Promise<Readonly<Record<string, string>>> {
  const web = await startWeb(pottery);
  const demo: Picture = {
    path: 'docs/demo.svg',
    title: 'Output of listwright check for a short list about pottery',
    typed: 'listwright check',
    words: ['check', ...demoWords(web, 'short.md')],
  };
  const drawn: Record<string, string> = {};
  for (const picture of [demo, ...pictures]) drawn[picture.path] = draw(picture, await output(picture.words, root));
  await web.stop();
  return drawn;
}

function draw({ title, typed }: Picture, printed: string): string {
  return drawTerminal(title, [...`$ ${typed}`.split('\n'), '', ...printed.trimEnd().split('\n')]);
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
