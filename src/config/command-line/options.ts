import { type Command, Option } from 'commander';
import { baselineName } from '../../model/version.js';
import { reporterNames } from '../../report/registry.js';
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
  for (const option of linkOptions()) command.addOption(name === 'lint' ? option.hideHelp() : option);
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

/** The options of links that `add` takes, which asks for one. */
const addsLink = new Set(
  '--timeout --retries --confirm-after --header --user-agent --accept --allow-private --connect-to --cacert --offline'.split(
    ' ',
  ),
);

/** Gives `add` what it needs for the one link that it asks for. */
export function addLinkOptions(command: Command): void {
  command.optionsGroup('');
  for (const option of linkOptions()) if (addsLink.has(option.long ?? '')) command.addOption(option);
}

/** Options that only links need; `lint` takes them too, so that one set of options serves all three commands. */
function linkOptions(): readonly Option[] {
  return [
    ...grouped('Which links:', [
      new Option('--include <regex>', 'check these URLs; repeatable, wins over --exclude').argParser(collect),
      new Option('--exclude <regex>', 'do not check these URLs; repeatable').argParser(collect),
      new Option('--offline', 'only what needs no network: relative paths, anchors, syntax'),
      new Option('--shard <i/n>', 'check the i-th of n parts, such as 2/4'),
    ]),
    ...grouped('How links are asked:', [
      new Option('--concurrency <n>', 'requests in flight in all (default: 64)'),
      new Option('--per-host <n>', 'the most requests in flight to one host (default: 8)'),
      new Option('--timeout <duration>', 'total time for one request, redirects included (default: 15s)'),
      new Option('--retries <n>', 'retries of a transient failure (default: 2)'),
      new Option('--confirm-after <duration>', 'ask a broken link again at least this long after (default: 10s)'),
      new Option('--header <host=name: value>', 'extra header for one host; repeatable').argParser(collect),
      new Option('--user-agent <text>', 'what the checker calls itself (default: listwright and its version)'),
      new Option('--accept <codes>', 'status codes that count as alive, such as 200..299,403 (default: 200..299)'),
      new Option('--allow-private', 'let links reach private addresses'),
      new Option(
        '--connect-to <host:port:host2:port2>',
        'send what goes to one host and port to another, as with curl; repeatable',
      ).argParser(collect),
      new Option('--cacert <file>', 'extra certificate authority (PEM)'),
    ]),
    ...grouped('What is remembered of links:', [
      new Option('--ledger <file>', "the memory of earlier verdicts (default: in the user's cache folder)"),
      new Option('--no-ledger', 'remember nothing'),
      new Option('--max-age <duration>', 'do not ask again what was alive so lately (default: 1d)'),
      new Option('--archive', 'look up an archived copy for what is broken'),
    ]),
  ];
}

const grouped = (heading: string, options: readonly Option[]): readonly Option[] =>
  options.map((option) => option.helpGroup(heading));
