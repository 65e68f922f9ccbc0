import { type Command, Option } from 'commander';
import { type LinkOption, linkOptionList, repeatableKinds } from '../../model/link-options.js';
import { presetNames } from '../../model/preset-names.js';
import { baselineName } from '../../model/version.js';
import { reporterNames } from '../../report/registry.js';
import { kebab } from '../../text/kebab.js';
import { oneOf } from '../../text/one-of.js';

/** Options of the three commands that check, in the groups of their help. `lint` takes those of links too, and hides them. */
export function addOptions(command: Command, name: 'check' | 'lint' | 'links'): void {
  command
    .optionsGroup('Fixes:')
    .option('--fix', 'Apply safe fixes; --fix=unsafe also applies fixes that need review')
    .option('--fix-dry-run', 'Print the fixes as a patch for git apply, without writing them')
    .optionsGroup('Input:')
    .option(
      '--since <ref>',
      'Report only what was added or changed since this git ref; set automatically in GitHub Actions',
    )
    .option('--staged', 'Check staged content instead of the working tree')
    .optionsGroup('Execution:')
    .option('--watch', 'Keep running, and recheck on changes')
    .option('--no-cache', 'Ignore the lint cache')
    .optionsGroup('Severity:')
    .option('--rule <name=severity>', 'Set the severity of a rule: off, info, warning or error; repeatable', collect)
    .option('--baseline <file>', `File of accepted findings to ignore (default: ${baselineName})`)
    .option('--update-baseline', 'Accept all current findings: write them to the baseline')
    .option('--max-warnings <n>', 'Fail if there are more than n warnings (default: no limit)')
    .optionsGroup('Output:')
    .option(
      '-r, --reporter <name[=file]>',
      `Report format: ${oneOf(reporterNames)}; repeatable (default: pretty)`,
      collect,
    );
  addReporterAliases(command);
  command
    .option('-q, --quiet', 'Show errors only')
    .option('--verbose', 'Show every finding in full')
    .option('--explain-exceptions', 'Instead of a report, list all exceptions with their reasons')
    .option('--no-progress', 'Do not show progress');
  addShared(command, { preset: true }).optionsGroup('');
  // `lint` takes them too, so that one set of options serves all three commands.
  for (const option of linkOptionList.flatMap(([key, each]) => flagsOf(key, each)))
    command.addOption(name === 'lint' ? option.hideHelp() : option);
}

/** Options of every command that reads a list, with `--preset` where it applies. */
export function addShared(command: Command, { preset = false }: { readonly preset?: boolean } = {}): Command {
  command
    .optionsGroup('Configuration:')
    .option('-c, --config <file>', 'Configuration file (default: the nearest one, searching upward from the list)')
    .option('--no-config', 'Ignore configuration files');
  if (preset) command.option('--preset <name>', presetHelp);
  return command
    .option('--stdin-filename <path>', 'Path to assume for a list from standard input (default: README.md)')
    .option('--lang <tag>', 'Language of the list, such as en or pt-BR (default: auto-detected)')
    .optionsGroup('Output:')
    .option('--no-color', 'Disable colors');
}

/** What `--preset` takes, in the help of each command that has it. */
export const presetHelp = `Rule preset: ${oneOf(presetNames)} (default: detected from the list)`;

/** What other tools call the reporter and its file. */
export function addReporterAliases(command: Command): void {
  command
    .option('-f, --format <name[=file]>', 'Same as --reporter', collect)
    .option(
      '-o, --output <file>',
      'Write the report to a file; without --reporter, its extension selects the format',
      collect,
    );
}

/** Takes an option that is repeated. */
export const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

/** The heading of the options for requests, which the help of a command that is not about links leaves to that of `links`. */
export const requestGroup = 'How links are requested:';

/** Gives a command what it needs for the few links that it requests. */
export function addLinkOptions(command: Command): void {
  command.optionsGroup('');
  for (const [name, option] of linkOptionList) {
    if (option.add !== true) continue;
    const help = name === 'offline' ? 'Do not use the network' : option.help;
    for (const flag of flagsOf(name, help === undefined ? option : { ...option, help }))
      command.addOption(name === 'offline' ? flag.helpGroup('Configuration:') : flag);
  }
}

/** The flag of a link option, and `--no-…` where there is one. */
function flagsOf(name: string, option: LinkOption): readonly Option[] {
  const long = kebab(name);
  const { metavar, means, help = means, negated } = option;
  const isRepeatable = repeatableKinds.has(option.kind);
  const usual = option.default ?? option.defaultText;
  const text = `${help}${isRepeatable ? '; repeatable' : ''}${usual === undefined ? '' : ` (default: ${usual})`}`;
  const flag = new Option(metavar === null ? `--${long}` : `--${long} ${metavar}`, text);
  if (isRepeatable) flag.argParser(collect);
  const flags = negated === undefined ? [flag] : [flag, new Option(`--no-${long}`, negated)];
  return flags.map((each) => each.helpGroup(`${option.group}:`));
}
