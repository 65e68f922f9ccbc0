import { styleText } from 'node:util';
import { type Command, Help } from 'commander';
import { requestGroup } from '../config/command-line/options.js';
import { examples, type HelpExample } from './examples.js';
import { type ExitStatus, statusesOf } from './exit-statuses.js';
import { wantsColor } from './terminal/colors.js';
import { terminalWidth } from './terminal/width.js';

/** Terms that are wider than this are on a line of their own, so that every description fits in 80 columns. */
const widestTerm = 28;
/** Longer lines are hard to read, however wide the terminal is. */
const widest = 100;

type Style = Parameters<typeof styleText>[0];
const painted = (style: Style) => (text: string) => styleText(style, text, { validateStream: false });
const [heading, term] = [painted('bold'), painted('cyan')];

/** What help is printed on. */
interface Printing {
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: NodeJS.ProcessEnv;
}

/** Gives the help of a program and its commands examples, the width of the terminal (COLUMNS or 80 without one), and colour where that is requested. */
export function formatHelp(program: Command, flag: boolean | undefined, { stdout, env }: Printing): void {
  const hasColours = wantsColor(stdout, flag, env);
  const width = Math.min(widest, terminalWidth(stdout, env));
  for (const command of [program, ...program.commands]) {
    const name = command === program ? '' : command.name();
    const shown = examples[name] ?? [];
    const statuses = statusesOf(name);
    const isShort = !['', 'check', 'lint', 'links'].includes(name) && takesRequests(command);
    command.configureOutput({ getOutHelpWidth: () => width, getOutHasColors: () => hasColours }).configureHelp({
      // commander would stop wrapping where less than 40 columns are left.
      minWidthToWrap: 20,
      ...{ padWidth, formatItem, subcommandTerm, commandDescription, styleTitle: heading },
      ...{ styleOptionTerm: term, styleSubcommandTerm: term, styleArgumentTerm: term },
      visibleOptions(this: Help, cmd: Command) {
        const options = Help.prototype.visibleOptions.call(this, cmd);
        return isShort ? options.filter(({ helpGroupHeading }) => helpGroupHeading !== requestGroup) : options;
      },
      formatHelp: (cmd, help) =>
        (command === program ? helpLast : unchanged)(Help.prototype.formatHelp.call(help, cmd, help)) +
        (isShort ? requestText(help, width) : '') +
        statusText(statuses, cmd, help) +
        exampleText(shown, help),
    });
  }
}

const unchanged = (text: string): string => text;

/** The options of the program itself below its commands. */
function helpLast(text: string): string {
  const parts = text.trimEnd().split('\n\n');
  const options = parts.filter((part) => part.includes('--version'));
  return `${[...parts.filter((part) => !options.includes(part)), ...options].join('\n\n')}\n`;
}

function takesRequests(command: Command): boolean {
  return command.options.some(({ helpGroupHeading }) => helpGroupHeading === requestGroup);
}

/** Where the options that were left out are explained. */
function requestText(help: Help, width: number): string {
  const text =
    'Request options such as --timeout and --header are the same as for `listwright links`; see `listwright help links`.';
  return `\n${help.styleTitle(requestGroup)}\n${help.boxWrap(text, width - 2).replace(/^/gm, '  ')}\n`;
}

function padWidth(command: Command, help: Help): number {
  return Math.min(widestTerm, Help.prototype.padWidth.call(help, command, help));
}

/** A wide term is above description of the entry. */
function formatItem(this: Help, shown: string, width: number, description: string, help: Help): string {
  const print = (text: string): string => Help.prototype.formatItem.call(this, text, width, description, help);
  return help.displayWidth(shown) <= width || description === '' ? print(shown) : `  ${shown}\n${print('')}`;
}

/** Below the usage it is a sentence; in the list of commands it has no period. */
function commandDescription(command: Command): string {
  return `${command.description().replace(/\.$/, '')}.`;
}

/** `add <url> [path]`: that it takes options is said once, above. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((each) => {
    const name = `${each.name()}${each.variadic ? '...' : ''}`;
    return each.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

function statusText(statuses: readonly ExitStatus[], command: Command, help: Help): string {
  if (statuses.length === 0) return '';
  const width = help.padWidth(command, help);
  const rows = statuses.map(({ status, means }) => help.formatItem(help.styleOptionTerm(status), width, means, help));
  return `\n${[help.styleTitle('Exit status:'), ...rows].join('\n')}\n`;
}

/** What a call does is above it, as a comment does in a shell. */
function exampleText(shown: readonly HelpExample[], help: Help): string {
  if (shown.length === 0) return '';
  const lines = shown.flatMap(({ call, does }) => [`  # ${does}`, `  ${help.styleOptionTerm(call)}`]);
  return `\n${[help.styleTitle('Examples:'), ...lines].join('\n')}\n`;
}
