import type { Command } from 'commander';
import { argumentValues, type KnownNames, optionValues, type ValueSource } from './values.js';

/** Shells that a completion can be printed for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What can be typed, as the shells' scripts are made from. */
export interface CallShape {
  /** The first is the one that counts where none is named. */
  readonly commands: readonly CommandShape[];
  /** Options that stand before any command. */
  readonly options: readonly OptionShape[];
}

export interface CommandShape {
  readonly name: string;
  readonly means: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly { readonly name: string; readonly variadic: boolean; readonly values: ValueSource }[];
}

export interface OptionShape {
  readonly long: string;
  readonly short: string | null;
  readonly means: string;
  readonly repeatable: boolean;
  /** Null for a switch. */
  readonly values: ValueSource | null;
}

/** Reads a program: its visible commands and options, and what each takes. */
export function callShape(program: Command, known: Omit<KnownNames, 'commands'>): CallShape {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const all = { ...known, commands: commands.map((command) => command.name()) };
  const [byOption, byArgument] = [optionValues(all), argumentValues(all)];
  const optionsOf = (command: Command): readonly OptionShape[] =>
    help.visibleOptions(command).flatMap((option): readonly OptionShape[] => {
      if (option.long === undefined) return [];
      const repeatable = /\brepeatable\b/.test(option.description);
      const values = option.required || option.optional ? (byOption[option.long] ?? { kind: 'free' as const }) : null;
      const shape = { long: option.long, short: option.short ?? null, means: option.description, repeatable, values };
      const unsafe = { ...shape, long: '--fix=unsafe', means: 'Also apply fixes that need review' };
      return option.long === '--fix' ? [shape, unsafe] : [shape];
    });
  return {
    options: optionsOf(program),
    commands: commands.map((command) => ({
      ...{ name: command.name(), means: command.description(), options: optionsOf(command) },
      arguments: command.registeredArguments.map((each) => ({
        ...{ name: each.name(), variadic: each.variadic },
        values: each.argChoices ? { kind: 'words', words: each.argChoices } : (byArgument[each.name()] ?? free),
      })),
    })),
  };
}

const free: ValueSource = { kind: 'free' };

/** A word as one word of a POSIX shell. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
