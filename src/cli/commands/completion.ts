import type { Command } from 'commander';
import { builtinRules } from '../../config/builtin-rules.js';
import { severities } from '../../config/read-severity.js';
import { presetNames } from '../../model/preset-names.js';
import { reporterNames } from '../../report/registry.js';
import { bashScript } from '../completion/bash.js';
import { type CallShape, callShape, type Shell } from '../completion/command-shape.js';
import { fishScript } from '../completion/fish.js';
import { zshScript } from '../completion/zsh.js';
import type { Host } from '../host.js';
import { kinds } from './init.js';

const scripts: Readonly<Record<Shell, (shape: CallShape) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The script that completes a program in one shell; it holds all words, so that no TAB has to start the program. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](
    callShape(program, {
      ...{ presets: presetNames, severities, reporters: reporterNames, workflows: kinds },
      rules: builtinRules.map(({ id }) => String(id)),
    }),
  );
}

/** Prints the completion of a shell. */
export function completionCommand(shell: Shell, program: Command, { stdout }: Host): void {
  stdout.write(completionScript(shell, program));
}
