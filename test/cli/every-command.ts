import { buildProgram } from '../../src/cli/program.js';

/** The names of all commands, as the program declares them. */
export const commandNames: readonly string[] = buildProgram({} as Parameters<typeof buildProgram>[0]).commands.map(
  (command) => command.name(),
);

/** A list that every command reads, and that is written from `looms.yaml`. */
export const list = `# Awesome Looms

> Machines that make cloth out of yarn.

<!-- listwright:start -->

## Looms

- [Warp](https://warp.example/) - Holds the warp.

<!-- listwright:end -->
`;

const format = '- [{name}]({url}) - {description}.';
const source = { files: 'looms.yaml', entries: 'entries', sections: { at: 'sections' }, contents: false };
const entries = { entries: { format } };

/** What a command is called with, and the configuration that it needs. */
export interface Call {
  readonly args: readonly string[];
  readonly config: object;
}

/** A call of each command that reads the configuration and the list of a folder, without a network. */
export const listCalls = {
  check: { args: ['check', '--offline'], config: {} },
  lint: { args: ['lint', '--no-cache'], config: {} },
  links: { args: ['links', '--offline'], config: {} },
  tree: { args: ['tree'], config: {} },
  rules: { args: ['rules', '--effective', 'README.md'], config: {} },
  stats: { args: ['stats'], config: {} },
  doctor: { args: ['doctor', '--offline'], config: {} },
  add: {
    args: ['add', 'https://reed.example/', '--offline', '--name', 'Reed', '--description', 'Parts the warp.'],
    config: {},
  },
  export: { args: ['export'], config: {} },
  render: { args: ['render'], config: { ...entries, source } },
  extract: { args: ['extract'], config: entries },
  prune: { args: ['prune'], config: {} },
  refresh: { args: ['refresh'], config: { ...entries, refresh: { stars: 10 } } },
} as const satisfies Readonly<Record<string, Call>>;

/** Commands that read no configuration of a folder: `init` writes one, the others take what they are given. */
export const otherCommands: readonly string[] = ['init', 'admit', 'merge', 'completion', 'lsp'];

/** The files of a folder in which a call does its work. */
export const filesFor = ({ config }: Call): Readonly<Record<string, string>> => ({
  'README.md': list,
  'listwright.config.json': JSON.stringify(config),
  'looms.yaml':
    'sections:\n  - title: Looms\nentries:\n  - section: Looms\n    name: Warp\n    url: https://warp.example/\n    description: Holds the warp\n',
});
