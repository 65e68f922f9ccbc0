import { Argument, Command, CommanderError, Option } from 'commander';
import { readArgv } from '../config/command-line/argv.js';
import type { Flags } from '../config/command-line/flags.js';
import {
  addLinkOptions,
  addOptions,
  addReporterAliases,
  addShared,
  collect,
  presetHelp,
} from '../config/command-line/options.js';
import { UserError } from '../model/errors.js';
import { version } from '../model/version.js';
import type { AddFlags } from './commands/add.js';
import type { AdmitFlags } from './commands/admit.js';
import type { InitFlags } from './commands/init.js';
import type { TreeFlags } from './commands/tree.js';
import { type Shell, shells } from './completion/command-shape.js';
import { addDataCommands, type DataActions, dataActions } from './data-commands.js';
import type { Host } from './host.js';
import { refuseCommand } from './refuse-command.js';
import { addUpkeepCommands, type UpkeepActions } from './upkeep-commands.js';

/** Runs the command line; gives the exit status. Throws UserErrors for a wrong call. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  const { words, fix, since } = readArgv(argv);
  if (words.includes('--json') && words.every((word) => /^(?:-V|--version|--json)$/.test(word))) {
    if (words.length > 1) host.stdout.write(`${JSON.stringify(versionFacts())}\n`);
    else
      throw new UserError(
        '--json: not available without a command such as tree or stats; for a report, use --reporter json',
      );
    return 0;
  }
  let status = 0;
  const program = buildProgram({
    async run(command, paths, flags) {
      if (words[0] !== undefined && words[0] === paths[0]) await refuseCommand(words[0], program, host.cwd);
      const call = { command, paths, flags, special: { fix, since } };
      status =
        flags.watch === true
          ? await (await import('./commands/watch.js')).watchCommand(call, host)
          : await (await import('./commands/check.js')).checkCommand(call, host);
    },
    async tree(path, flags) {
      const { treeCommand } = await import('./commands/tree.js');
      status = await treeCommand(path, flags, host);
    },
    async rules(name, flags) {
      const { rulesCommand } = await import('./commands/rules.js');
      status = await rulesCommand(name, flags, host);
    },
    async init(path, flags) {
      const { initCommand } = await import('./commands/init.js');
      status = await initCommand(path, flags, host);
    },
    async add(url, path, flags) {
      if (flags.issue !== undefined) {
        if (path !== undefined)
          throw new UserError('--issue takes the URL from the issue; pass only the path of the list');
        const { addIssueCommand } = await import('./commands/add-issue.js');
        status = await addIssueCommand(flags.issue, url, flags, host);
        return;
      }
      if (url === undefined)
        throw new UserError(
          'add: missing URL; use `listwright add <url> [path]` or `listwright add --issue <event> [path]`',
        );
      const { addCommand } = await import('./commands/add.js');
      status = await addCommand(url, path, flags, host);
    },
    async admit(repository, flags) {
      const { admitCommand } = await import('./commands/admit.js');
      status = await admitCommand(repository, flags, host);
    },
    async doctor(path, flags) {
      const { doctorCommand } = await import('./commands/doctor.js');
      status = await doctorCommand(path, flags, host);
    },
    ...dataActions(host, (ended) => {
      status = ended;
    }),
    async stats(path, flags) {
      const { statsCommand } = await import('./commands/stats.js');
      status = await statsCommand(path, flags, host);
    },
    async upkeep(name, paths, flags) {
      const { runUpkeep } = await import('./upkeep-commands.js');
      status = await runUpkeep(name, paths, flags, host);
    },
    async lsp() {
      const { runServer } = await import('../lsp/main.js');
      await runServer();
    },
    async merge(paths, flags) {
      const { mergeCommand } = await import('./commands/merge.js');
      status = await mergeCommand(paths, flags, host);
    },
    async completion(shell) {
      const { completionCommand } = await import('./commands/completion.js');
      completionCommand(shell, program, host);
    },
  });
  const printing = { writeOut: (text: string) => void host.stdout.write(text) };
  for (const command of [program, ...program.commands]) command.configureOutput(printing);
  // What help says next to the options is loaded only where someone may ask for it.
  if (words.some((word) => /^(?:-[a-z]*h[a-z]*|--help|help)$/i.test(word)))
    (await import('./help.js')).formatHelp(program, words.includes('--no-color') ? false : undefined, host);
  try {
    // commander has no page about its own `help`.
    const asked = words[0] === 'help' && words[1] === 'help' ? ['--help'] : words;
    await program.parseAsync(asked, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') await refuseCommand(words[1] ?? '', program, null);
    const { usageError } = await import('../config/command-line/usage-errors.js');
    throw new UserError(usageError(error, program, words));
  }
  return status;
}

/** The version, and what a report of a bug needs besides. */
function versionFacts(): Readonly<Record<string, string>> {
  const { arch, platform, versions } = process;
  return { name: 'listwright', version, node: versions.node, platform, arch };
}

/** What the commands do; a test or the documentation may hand in others. */
export interface Actions extends DataActions, UpkeepActions {
  run(command: 'check' | 'lint' | 'links', paths: readonly string[], flags: Flags): Promise<void>;
  tree(path: string | undefined, flags: TreeFlags): Promise<void>;
  rules(
    name: string | undefined,
    flags: Flags & { readonly json?: boolean; readonly effective?: string; readonly test?: string },
  ): Promise<void>;
  init(path: string | undefined, flags: InitFlags): Promise<void>;
  add(url: string | undefined, path: string | undefined, flags: AddFlags): Promise<void>;
  admit(repository: string, flags: AdmitFlags): Promise<void>;
  stats(path: string | undefined, flags: Flags & { readonly json?: boolean }): Promise<void>;
  merge(paths: readonly string[], flags: Flags): Promise<void>;
  doctor(path: string | undefined, flags: Flags & { readonly json?: boolean }): Promise<void>;
  lsp(): Promise<void>;
  completion(shell: Shell): Promise<void>;
}

/** The command line, for parsing and for `--help`. */
export function buildProgram(actions: Actions): Command {
  const program = new Command('listwright')
    .description('Lint awesome lists and find broken links, with few false alarms.')
    .usage('[command] [options] [paths...]')
    .optionsGroup('Help:')
    .version(version, '-V, --version', 'Print the version; with --json, also the Node and system versions')
    .helpOption('-h, --help', 'Print this help')
    .configureHelp({ sortSubcommands: false })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .showSuggestionAfterError(true)
    .enablePositionalOptions(false);
  program.commandsGroup('Check a list:');
  for (const [name, means] of [
    ['check', 'Lint lists and check their links (the default)'],
    ['lint', 'Lint lists without using the network'],
    ['links', 'Check links only'],
  ] as const) {
    const command = program.command(`${name} [paths...]`, { isDefault: name === 'check' }).description(means);
    addOptions(command, name);
    command.action((paths: string[], flags: Flags) => actions.run(name, paths, flags));
  }
  program.commandsGroup('Inspect:');
  const tree = program.command('tree [path]').description('Print the sections and entries of a list as a tree');
  addShared(tree)
    .optionsGroup('Output:')
    .option('--json', 'Print JSON')
    .option('--facts', 'With --json: add facts about repositories and packages')
    .option('--ledger <file>', "File that stores facts between runs (default: in the user's cache folder)")
    .option('--no-ledger', 'Neither use nor store facts')
    .action((path: string | undefined, flags: TreeFlags) => actions.tree(path, flags));
  addLinkOptions(tree);
  const rules = program.command('rules [name]').description('List the rules, or explain one');
  addShared(rules, { preset: true })
    .optionsGroup('Output:')
    .option('--effective <file>', 'Show the rules for a list, with severities, options and detected style')
    .option('--test <file>', 'Run the examples of a custom rule')
    .option('--json', 'Print JSON')
    .action((name: string | undefined, flags: Flags) => actions.rules(name, flags));
  const admission = program
    .command('admit <owner/repo>')
    .description('Check a repository against the submission rules of sindresorhus/awesome')
    .optionsGroup('Output:')
    .option('--json', 'Print JSON')
    .option('--markdown', 'Print Markdown, for a comment')
    .optionsGroup('Input:')
    .option('--no-links', 'Do not check the links of the list');
  addLinkOptions(admission);
  admission.action((repository: string, flags: AdmitFlags) => actions.admit(repository, flags));
  const stats = program
    .command('stats [path]')
    .description('Show the growth of a list, the age of its entries, and the health of its links');
  addShared(stats)
    .optionsGroup('Output:')
    .option('--json', 'Print JSON')
    .optionsGroup('Input:')
    .option('--ledger <file>', 'File with the link results of earlier runs, for the health of links')
    .action((path: string | undefined, flags: Flags) => actions.stats(path, flags));
  const doctor = program
    .command('doctor [path]')
    .description('Diagnose Node, git, network, token, cache and configuration; never prints the token');
  addShared(doctor).optionsGroup('Output:').option('--json', 'Print JSON');
  addLinkOptions(doctor);
  doctor.action((path: string | undefined, flags: Flags) => actions.doctor(path, flags));
  program.commandsGroup('Write:');
  const add = program
    .command('add [url] [path]')
    .usage('[options] <url> [path]\n       listwright add [options] --issue <event> [path]')
    .description('Propose an entry for a URL, in the style of the list');
  add
    .optionsGroup('The entry:')
    .option('--section <title>', 'Section to add it to: a title, a path of titles, or an anchor')
    .option('--tier <n or title>', 'Tier within the section')
    .option('--name <text>', 'Name of the entry, followed by its kind if entries have one: "Title (Book)"')
    .option('--description <text>', 'Description of the entry')
    .option('--issue <event>', 'Read the entry from the issue form in this GitHub event file')
    .optionsGroup('Output:')
    .option('--write', 'Write the entry to the list')
    .option('--post <comment|pull-request>', 'With --issue: post the result to GitHub')
    .option('--json', 'Print JSON');
  addShared(add, { preset: true });
  addLinkOptions(add);
  add.action((url: string | undefined, path: string | undefined, flags: AddFlags) => actions.add(url, path, flags));
  program
    .command('init [path]')
    .description('Create a configuration and workflows; import settings from other tools')
    .optionsGroup('Files:')
    .option('--preset <name>', presetHelp)
    .option(
      '--workflows <kinds>',
      'Workflows to write, separated by commas: pull-request, comment, audit, issue-form (default: the first three)',
    )
    .option('--no-workflows', 'Write no workflows')
    .option('--baseline', 'Accept all current findings; only new ones are reported')
    .optionsGroup('How:')
    .option('--force', 'Overwrite existing files')
    .option('--dry-run', 'Print what would be written, without writing it')
    .action((path: string | undefined, flags: InitFlags) => actions.init(path, flags));
  addDataCommands(program, actions);
  addUpkeepCommands(program, actions);
  program.commandsGroup('Integration:');
  const merge = program
    .command('merge [reports...]')
    .description('Merge JSON reports from split runs or several networks, or merge ledgers (saved link results)')
    .optionsGroup('Output:')
    .option('-r, --reporter <name[=file]>', 'Format of the merged report; repeatable (default: json)', collect);
  addReporterAliases(merge);
  merge.action((paths: string[], flags: Flags) => actions.merge(paths, flags));
  program
    .command('completion')
    .description('Print a shell completion script')
    .addArgument(new Argument('<shell>', 'The shell').choices(shells))
    .action((shell: Shell) => actions.completion(shell));
  program
    .command('lsp')
    .description('Start the language server for editors, on stdio')
    .addOption(new Option('--stdio', 'the only transport; accepted because editors pass it').hideHelp())
    .addOption(new Option('--clientProcessId <id>', 'accepted because editors pass it').hideHelp())
    .action(() => actions.lsp());
  program.helpCommand('help [command]', 'Show help for a command');
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  return program;
}
