#!/usr/bin/env node
import nodeModule from 'node:module';
import { join } from 'node:path';
import v8 from 'node:v8';
import { cacheFolder, nameHome } from '../fs/cache-folder.js';
import { reasonOf } from '../fs/read.js';
import { UserError } from '../model/errors.js';
import { guardExit } from '../pipeline/exit-guard.js';
import { reportError, runCommand } from './run-command.js';

/** Defined where the command is built as a single executable. */
declare const SINGLE_FILE: true | undefined;

nameHome(process.env);

// Node 20 optimizes functions so early that the compiler takes a third of the processor time of a run that ends within seconds;
// later versions have a tier in between. Waiting four times as long costs the main thread nothing.
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=600000');

// From Node 22.1 on what was compiled is kept for the next start, which saves a seventh of it; so nothing large is imported above.
// In the user's own folder: what others may write is not to be run. In CI that folder may be in the checkout.
// A single executable holds its compiled code.
if (!process.env.CI && typeof SINGLE_FILE === 'undefined')
  (nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }).enableCompileCache?.(
    join(cacheFolder(process.env), 'listwright', 'compiled'),
  );

const guard = guardExit(report);
// Editors end the server, which has no exit status of its own.
if (process.argv.includes('lsp')) guard.done();

// A reader that goes away (`listwright … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // What is watched would go on forever; all else ends by itself, with the status of its findings.
  if (error.code === 'EPIPE' && process.argv.includes('--watch')) process.exit(2);
  if (error.code === 'EPIPE') return;
  report(new UserError(`standard output cannot be written: ${reasonOf(error)}`));
  process.exit(2);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(2);
});

process.exitCode = await runCommand(process.argv.slice(2), {
  // Asked only when it is needed: it throws where the folder is gone, which help need not know.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
});
guard.done();

function report(error: unknown): void {
  reportError(error, process.stderr);
}
