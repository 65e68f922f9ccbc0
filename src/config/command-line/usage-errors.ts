import type { Command, CommanderError } from 'commander';
import { oneOf } from '../../text/one-of.js';
import { pluralForm } from '../../text/plural.js';
import { nameHere } from '../names-elsewhere.js';

/** What selects the format of a report; `export` has its own formats. */
const isReport = /^(?:-[fro]|--(?:format|reporter|output|type))$/;

/** What the option parser refuses, in a sentence that says what to write instead. */
export function usageError({ code, message }: CommanderError, program: Command, words: readonly string[]): string {
  const name = program.commands.find((command) => words.includes(command.name()))?.name() ?? 'check';
  const near = /\(Did you mean (.*)\?\)/.exec(message)?.[1];
  const [quoted = ''] = [/'([^']*)'/.exec(message)?.[1] ?? ''];
  const [option = ''] = quoted.split(/[ =]/, 1);
  switch (code) {
    case 'commander.unknownOption': {
      const isKnown = program.commands.some((command) => command.options.some(({ long }) => long === option));
      if (quoted.includes('=') && isKnown) return `${option} does not take a value; use ${option} alone`;
      const help = `see \`listwright ${name} --help\``;
      const elsewhere = name === 'export' && isReport.test(option) ? '--to' : nameHere('options', option);
      // What is switched off must not become what is switched on.
      const alike = near === option.replace('--no-', '--') ? undefined : near;
      const here = elsewhere === null || !isTaken(elsewhere, name, program) ? alike : elsewhere;
      if (here === undefined) return `unknown option ${option}; ${help}`;
      return `unknown option ${option}${adviceOf(here)}`;
    }
    case 'commander.optionMissingArgument': {
      // `-r, --reporter <name[=file]>`: the long name and what it takes.
      const form = /--\S+ <.*>$/.exec(quoted)?.[0] ?? quoted;
      return `${form.split(' ')[0]}: missing value; use ${form}`;
    }
    case 'commander.excessArguments': {
      const most = program.commands.find((command) => command.name() === name)?.registeredArguments.length ?? 1;
      const many = pluralForm(most, 'one argument', `${most} words`);
      return `${name} takes at most ${many}; remove the others, or run it for each`;
    }
    case 'commander.missingArgument': {
      const needed = program.commands.find((command) => command.name() === name)?.registeredArguments ?? [];
      const missing = needed.find((each) => each.name() === quoted);
      const usage = needed.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`)).join(' ');
      const choices = missing?.argChoices;
      if (choices !== undefined) return `${name}: missing ${quoted}; use ${oneOf(choices)}`;
      return `${name}: missing ${quoted}; use \`listwright ${name} ${usage}\``;
    }
    case 'commander.invalidArgument': {
      const known = program.commands.flatMap((command) => command.registeredArguments);
      const argument = known.find((each) => message.includes(`argument '${each.name()}'`));
      return `${name}: unknown ${argument?.name() ?? 'value'} "${quoted}"; use ${oneOf(argument?.argChoices ?? [])}`;
    }
    default:
      return message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)$/, ' (did you mean $1?)');
  }
}

/** How a name from another tool is replaced: by advice, by a command or a variable, or by an option. */
function adviceOf(here: string): string {
  if (here.startsWith('to ')) return `; ${here}`;
  return here.startsWith('the ') ? `; use ${here}` : ` (did you mean ${here}?)`;
}

/** True where the command takes an option; what is no option is advice for each command. */
function isTaken(option: string, name: string, program: Command): boolean {
  const command = program.commands.find((each) => each.name() === name);
  return !option.startsWith('--') || (command?.options.some(({ long }) => long === option.split(' ')[0]) ?? false);
}
