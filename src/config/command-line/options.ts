import { type Command, Option } from 'commander';
import { type LinkOption, linkOptionList, repeatableKinds } from '../../model/link-options.js';
import { baselineName } from '../../model/version.js';
import { reporterNames } from '../../report/registry.js';
import { kebab } from '../../text/kebab.js';
import { oneOf } from '../../text/one-of.js';

/** Options of the three commands that check, in the groups of their help. `lint` takes those of links too, and hides them. */
export function addOptions(command: Command, name: 'check' | 'lint' | 'links'): void {
  addShared(command);
  command
    .optionsGroup('What counts:')
    .option('--preset <name>', 'minimal, list, awesome, awesome-strict or roadmap (default: detected from the list)')
    .option('--rule <name=severity>', 'override one rule: off, info, warning or error; repeatable', collect)
    .option('--baseline <file>', `findings that are known and do not count (default: ${baselineName})`)
    .option('--update-baseline', 'write what is found now as known')
    .option('--max-warnings <n>', 'more warnings than this are a failure (default: any number passes)')
    .optionsGroup('What is read:')
    .option('--since <ref>', 'only what was added or changed since this git ref; auto in GitHub Actions')
    .option('--staged', 'what is staged for the next commit, not the work tree')
    .option('--no-cache', 'lint anew what an earlier run has linted')
    .option('--watch', 'stay and check again what changed')
    .optionsGroup('Fixes:')
    .option('--fix', 'apply the safe fixes; --fix=unsafe also those that need a look')
    .option('--fix-dry-run', 'print the fixes as a diff that git apply takes, and write nothing')
    .optionsGroup('Output:')
    .option('-r, --reporter <name[=file]>', `${oneOf(reporterNames)}; repeatable (default: pretty)`, collect)
    .option('-q, --quiet', 'errors only')
    .option('--verbose', 'everything unfolded')
    .option('--no-progress', 'no progress on standard error');
  command.optionsGroup('');
  // `lint` takes them too, so that one set of options serves all three commands.
  for (const option of linkOptionList.flatMap(([key, each]) => flagsOf(key, each)))
    command.addOption(name === 'lint' ? option.hideHelp() : option);
}

/** Options of every command that reads a list. */
export function addShared(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('-c, --config <file>', 'configuration file (default: looked up from the folder of the list)')
    .option('--no-config', 'use no configuration file')
    .option('--stdin-filename <path>', 'the path that standard input (-) stands for (default: README.md)')
    .option('--lang <tag>', 'language of the list, such as en or pt-BR (default: told from its text)')
    .option('--no-color', 'use no colour');
}

/** Takes an option that is repeated. */
export const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

/** Gives `add` what it needs for the one link that it requests. */
export function addLinkOptions(command: Command): void {
  command.optionsGroup('');
  for (const [name, option] of linkOptionList)
    if (option.add === true) for (const flag of flagsOf(name, option)) command.addOption(flag);
}

/** The flag of a link option, and `--no-…` where there is one. */
function flagsOf(name: string, option: LinkOption): readonly Option[] {
  const long = kebab(name);
  const { metavar, means, help = `${means.charAt(0).toLowerCase()}${means.slice(1)}`, negated } = option;
  const isRepeatable = repeatableKinds.has(option.kind);
  const usual = option.default ?? option.defaultText;
  const text = `${help}${isRepeatable ? '; repeatable' : ''}${usual === undefined ? '' : ` (default: ${usual})`}`;
  const flag = new Option(metavar === null ? `--${long}` : `--${long} ${metavar}`, text);
  if (isRepeatable) flag.argParser(collect);
  const flags = negated === undefined ? [flag] : [flag, new Option(`--no-${long}`, negated)];
  return flags.map((each) => each.helpGroup(`${option.group}:`));
}
