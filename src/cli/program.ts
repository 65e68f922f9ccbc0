import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../model/trouble.js';
import { version } from '../version.js';
import type { AddFlags } from './add.js';
import { readArgv } from './argv.js';
import type { Flags } from './flags.js';
import type { InitFlags } from './init.js';

/** Runs the command line; gives the exit status. Throws UserErrors for a wrong call. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const { words, fix, since } = readArgv(argv);
  let status = 0;
  const program = buildProgram({
    async run(command, paths, flags) {
      if (words[0] !== undefined && words[0] === paths[0]) await refuseCommand(words[0]);
      const call = { command, paths, flags, special: { fix, since } };
      status =
        flags.watch === true
          ? await (await import('./watch.js')).watchCommand(call)
          : await (await import('./check.js')).checkCommand(call);
    },
    async tree(path, flags) {
      const { treeCommand } = await import('./tree.js');
      status = await treeCommand(path, flags);
    },
    async rules(name, flags) {
      const { rulesCommand } = await import('./rules.js');
      status = await rulesCommand(name, flags);
    },
    async init(path, flags) {
      const { initCommand } = await import('./init.js');
      status = await initCommand(path, flags);
    },
    async add(url, path, flags) {
      const { addCommand } = await import('./add.js');
      status = await addCommand(url, path, flags);
    },
    async lsp() {
      const { runServer } = await import('../lsp/main.js');
      await runServer();
    },
    async merge(paths, flags) {
      const { mergeCommand } = await import('./merge.js');
      status = await mergeCommand(paths, flags.reporter ?? []);
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const { inPlainWords } = await import('./misuse.js');
    throw new UserError(inPlainWords(error, program, words));
  }
  return status;
}

const commands = ['check', 'lint', 'links', 'tree', 'rules', 'init', 'add', 'merge', 'lsp'];

/** A mistyped command would be taken for the path of a list. */
async function refuseCommand(word: string): Promise<void> {
  const { existsSync } = await import('node:fs');
  if (!/^[a-z]+$/i.test(word) || existsSync(word)) return;
  const { didYouMean } = await import('../config/near.js');
  // There are few commands: one that begins alike may be two slips away.
  const alike = commands.filter((command) => command[0] === word[0]?.toLowerCase());
  const near = didYouMean(word, commands) || didYouMean(word, alike, 2);
  throw new UserError(
    `there is no command and no file "${word}"${near === '' ? `; there are ${commands.join(', ')}` : near}`,
  );
}

/** What the commands do; a test or the documentation may hand in others. */
export interface Actions {
  run(command: 'check' | 'lint' | 'links', paths: readonly string[], flags: Flags): Promise<void>;
  tree(path: string | undefined, flags: Flags & { readonly json?: boolean }): Promise<void>;
  rules(
    name: string | undefined,
    flags: Flags & { readonly json?: boolean; readonly effective?: string; readonly test?: string },
  ): Promise<void>;
  init(path: string | undefined, flags: InitFlags): Promise<void>;
  add(url: string, path: string | undefined, flags: AddFlags): Promise<void>;
  merge(paths: readonly string[], flags: Flags): Promise<void>;
  lsp(): Promise<void>;
}

/** The command line as it is, for parsing and for `--help`. */
export function buildProgram(actions: Actions): Command {
  const program = new Command('listwright')
    .description('Keeps awesome lists alive: lints a list, checks every link, fixes what is safe to fix.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ sortSubcommands: false, helpWidth: 100 })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .showSuggestionAfterError(true)
    .enablePositionalOptions(false);
  for (const [name, means] of [
    ['check', 'lint and check links (the default)'],
    ['lint', 'lint only; never touches the network'],
    ['links', 'check links only'],
  ] as const) {
    const command = program.command(`${name} [paths...]`, { isDefault: name === 'check' }).description(means);
    addOptions(command, name);
    command.action((paths: string[], flags: Flags) => actions.run(name, paths, flags));
  }
  const tree = program.command('tree [path]').description('print the typed tree of a list');
  addShared(tree)
    .option('--json', 'as data')
    .action((path: string | undefined, flags: Flags) => actions.tree(path, flags));
  const rules = program.command('rules [name]').description('list the rules, or explain one');
  addShared(rules)
    .option('--json', 'as data')
    .option('--effective <file>', 'which rules apply to a file, and how; what was learnt from it too')
    .option('--test <file>', 'run the examples of a custom rule')
    .option('--preset <name>', 'the rules to begin with')
    .action((name: string | undefined, flags: Flags) => actions.rules(name, flags));
  const add = program.command('add <url> [path]').description('propose one well-formed entry and where it belongs');
  add
    .option('--section <title>', 'the section it goes into: a title, a path of titles, or an anchor')
    .option('--tier <n or title>', 'the tier inside the section')
    .option('--name <text>', 'what it is called, with its kind where the list has kinds: "Title (Book)"')
    .option('--description <text>', 'what is said of it')
    .option('--write', 'write it into the list')
    .option('--json', 'as data');
  addShared(add).option('--preset <name>', 'minimal, awesome, awesome-strict or roadmap');
  for (const option of linkOptions()) if (addsLink.has(option.long ?? '')) add.addOption(option);
  add.action((url: string, path: string | undefined, flags: AddFlags) => actions.add(url, path, flags));
  program
    .command('init [path]')
    .description('write a configuration and workflows for a list; take over the settings of other tools')
    .option('--preset <name>', 'minimal, awesome, awesome-strict or roadmap (told from the list)')
    .option('--workflows <kinds>', 'pull-request, comment, audit; separated by commas (all)')
    .option('--no-workflows', 'write no workflows')
    .option('--baseline', 'write what lint finds today as known, so that only new findings count')
    .option('--force', 'overwrite files that are there')
    .option('--dry-run', 'print what would be written, and write nothing')
    .action((path: string | undefined, flags: InitFlags) => actions.init(path, flags));
  program
    .command('merge [reports...]')
    .description('join the JSON reports of shards, or ledgers, into one')
    .option('-r, --reporter <name[=file]>', 'how the joined report is printed (json); repeatable', collect)
    .action((paths: string[], flags: Flags) => actions.merge(paths, flags));
  program
    .command('lsp')
    .description('language server on stdio, for editors')
    .addOption(new Option('--stdio', 'as many editors ask; there is no other way').hideHelp())
    .addOption(new Option('--clientProcessId <id>', 'as some editors say; the server asks for it itself').hideHelp())
    .action(() => actions.lsp());
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  return program;
}

function addShared(command: Command): Command {
  return command
    .option('-c, --config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file')
    .option('--stdin-filename <path>', 'the path that standard input (-) stands for')
    .option('--lang <tag>', 'language of the list')
    .option('--no-color', 'use no colour');
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

function addOptions(command: Command, name: 'check' | 'lint' | 'links'): void {
  addShared(command)
    .option('--preset <name>', 'minimal, awesome, awesome-strict or roadmap')
    .option('--rule <name=severity>', 'override one rule: off, info, warning, error; repeatable', collect)
    .option(
      '-r, --reporter <name[=file]>',
      'pretty, json, ndjson, github, sarif, junit, gitlab, markdown or html; repeatable',
      collect,
    )
    .addOption(new Option('--fix', 'apply the safe fixes; --fix=unsafe also those that need a look'))
    .option('--fix-dry-run', 'print the fixes as a diff that git apply takes, and write nothing')
    .addOption(new Option('--since <ref>', 'only what was added or changed since this git ref; auto in GitHub Actions'))
    .option('--staged', 'what is staged for the next commit, not the work tree')
    .option('--baseline <file>', 'findings that are known and do not count (.listwright-baseline.json)')
    .option('--update-baseline', 'write what is found now as known')
    .option('--max-warnings <n>', 'more warnings than this are a failure')
    .option('-q, --quiet', 'errors only')
    .option('--verbose', 'everything unfolded')
    .option('--watch', 'stay and check again what changed')
    .option('--no-cache', 'lint anew what an earlier run has linted')
    .option('--no-progress', 'no progress on standard error');
  for (const option of linkOptions()) command.addOption(name === 'lint' ? option.hideHelp() : option);
}

/** The options of links that `add` takes, which asks for one. */
const addsLink = new Set(
  '--timeout --retries --confirm-after --header --user-agent --accept --allow-private --connect-to --cacert --offline'.split(
    ' ',
  ),
);

/** Options that only links need; `lint` takes them too, so that one set of options serves all three commands. */
function linkOptions(): readonly Option[] {
  return [
    new Option('--concurrency <n>', 'requests in flight in all (64)'),
    new Option('--per-host <n>', 'the most requests in flight to one host (8)'),
    new Option('--timeout <duration>', 'total time for one request, redirects included (15s)'),
    new Option('--retries <n>', 'retries of a transient failure (2)'),
    new Option('--confirm-after <duration>', 'ask a broken link again at least this long after (10s)'),
    new Option('--include <regex>', 'check these URLs; repeatable, wins over --exclude').argParser(collect),
    new Option('--exclude <regex>', 'do not check these URLs; repeatable').argParser(collect),
    new Option('--header <host=name: value>', 'extra header for one host; repeatable').argParser(collect),
    new Option('--user-agent <text>', 'what the checker calls itself'),
    new Option('--accept <codes>', 'status codes that count as alive (200..299)'),
    new Option('--ledger <file>', 'the memory of earlier verdicts'),
    new Option('--no-ledger', 'remember nothing'),
    new Option('--max-age <duration>', 'do not ask again what was alive so lately (1d)'),
    new Option('--allow-private', 'let links reach private addresses'),
    new Option('--connect-to <host:port:host2:port2>', "as curl's; repeatable").argParser(collect),
    new Option('--cacert <file>', 'extra certificate authority (PEM)'),
    new Option('--offline', 'only what needs no network'),
    new Option('--archive', 'look up an archived copy for what is broken'),
    new Option('--shard <i/n>', 'check the i-th of n parts'),
  ];
}
