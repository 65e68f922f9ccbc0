import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../model/trouble.js';
import { readArgv } from './argv.js';
import type { Flags } from './flags.js';
import { version } from './version.js';

/** Runs the command line; gives the exit status. Throws UserErrors for a wrong call. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const { words, fix, since } = readArgv(argv);
  let status = 0;
  const program = buildProgram({
    async run(command, paths, flags) {
      const { runCommand } = await import('./check.js');
      status = await runCommand(command, paths, flags, { fix, since });
    },
    async tree(path, flags) {
      const { treeCommand } = await import('./tree.js');
      status = await treeCommand(path, flags);
    },
    async rules(name, flags) {
      const { rulesCommand } = await import('./rules.js');
      status = await rulesCommand(name, flags);
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new UserError(
      error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)$/, ' (did you mean $1?)'),
    );
  }
  return status;
}

/** What the commands do; a test or the documentation may hand in others. */
export interface Actions {
  run(command: 'check' | 'lint' | 'links', paths: readonly string[], flags: Flags): Promise<void>;
  tree(path: string | undefined, flags: Flags & { readonly json?: boolean }): Promise<void>;
  rules(
    name: string | undefined,
    flags: Flags & { readonly json?: boolean; readonly effective?: string },
  ): Promise<void>;
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
    .option('--effective <file>', 'which rules apply to a file, and how')
    .option('--preset <name>', 'the rules to begin with')
    .action((name: string | undefined, flags: Flags) => actions.rules(name, flags));
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  return program;
}

function addShared(command: Command): Command {
  return command
    .option('-c, --config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file')
    .option('--stdin-filename <path>', 'the path that standard input (-) stands for')
    .option('--no-color', 'use no colour');
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

function addOptions(command: Command, name: 'check' | 'lint' | 'links'): void {
  addShared(command)
    .option('--preset <name>', 'minimal, awesome, awesome-strict or roadmap')
    .option('--rule <name=severity>', 'override one rule: off, info, warning, error; repeatable', collect)
    .option('-r, --reporter <name[=file]>', 'pretty or json; repeatable, one at most without a file', collect)
    .addOption(new Option('--fix', 'apply the safe fixes; --fix=unsafe also those that need a look'))
    .option('--fix-dry-run', 'print the fixes as a diff that git apply takes, and write nothing')
    .option('--lang <tag>', 'language of the list')
    .option('--max-warnings <n>', 'more warnings than this are a failure')
    .option('-q, --quiet', 'errors only')
    .option('--verbose', 'everything unfolded')
    .option('--no-progress', 'no progress on standard error');
  if (name === 'lint') return;
  command
    .option('--concurrency <n>', 'requests in flight in all (64)')
    .option('--per-host <n>', 'the most requests in flight to one host (8)')
    .option('--timeout <duration>', 'total time for one request, redirects included (15s)')
    .option('--retries <n>', 'retries of a transient failure (2)')
    .option('--confirm-after <duration>', 'ask a broken link again at least this long after (10s)')
    .option('--include <regex>', 'check these URLs; repeatable, wins over --exclude', collect)
    .option('--exclude <regex>', 'do not check these URLs; repeatable', collect)
    .option('--header <host=name: value>', 'extra header for one host; repeatable', collect)
    .option('--user-agent <text>', 'what the checker calls itself')
    .option('--accept <codes>', 'status codes that count as alive (200..299)')
    .option('--ledger <file>', 'the memory of earlier verdicts')
    .option('--no-ledger', 'remember nothing')
    .option('--max-age <duration>', 'do not ask again what was alive so lately (1d)')
    .option('--allow-private', 'let links reach private addresses')
    .option('--connect-to <host:port:host2:port2>', "as curl's; repeatable", collect)
    .option('--cacert <file>', 'extra certificate authority (PEM)')
    .option('--offline', 'only what needs no network')
    .option('--shard <i/n>', 'check the i-th of n parts');
}
