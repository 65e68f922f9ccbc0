#!/usr/bin/env node
import nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheFolder, nameHome } from '../fs/cache-folder.js';
import { reasonOf } from '../fs/read.js';
import { UserError } from '../model/errors.js';
import { guardExit } from '../pipeline/exit-guard.js';

nameHome(process.env);

// From Node 22.1 on what was compiled is kept for the next start, which saves a seventh of it; so nothing large is imported above.
// In the user's own folder: what others may write is not to be run. In CI that folder may be in the checkout.
if (!process.env.CI)
  (nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }).enableCompileCache?.(
    join(cacheFolder(process.env), 'listwright', 'compiled'),
  );

const guard = guardExit(report);
// Editors end the server, which has no exit status of its own.
if (process.argv.includes('lsp')) guard.done();

// A reader that goes away (`listwright … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    guard.done();
    process.exit(process.exitCode ?? 0);
  }
  report(new UserError(`standard output cannot be written: ${reasonOf(error)}`));
  process.exit(2);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(2);
});

try {
  const { runProgram } = await import('./program.js');
  process.exitCode = await runProgram(process.argv.slice(2));
  guard.done();
} catch (error) {
  process.exitCode = 2;
  report(error);
}

function report(error: unknown): void {
  if (error instanceof UserError) process.stderr.write(`listwright: ${error.message}\n`);
  else if ((error as NodeJS.ErrnoException | null)?.syscall === 'uv_cwd')
    process.stderr.write('listwright: the current directory no longer exists; change to another one\n');
  else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n\n`);
    process.stderr.write(
      'This is a bug in listwright. Please report it with the lines above: https://github.com/listwright/listwright/issues\n',
    );
  }
}
