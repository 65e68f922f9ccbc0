import type { Command } from 'commander';
import { formatHelp } from '../../src/cli/help.js';
import { type Actions, buildProgram } from '../../src/cli/program.js';

/** The command line as its documentation shows it: 80 columns, no colour, whatever runs this; its commands do nothing. */
export function commandLine(): Command {
  const nothing = new Proxy({}, { get: () => async () => {} });
  const program = buildProgram(nothing as Actions);
  formatHelp(program, false, { stdout: {}, env: process.env });
  return program;
}
