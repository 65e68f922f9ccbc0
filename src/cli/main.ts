#!/usr/bin/env node
import nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheFolder, nameHome } from '../fs/cache-folder.js';
import { runCommand } from './run-command.js';

nameHome(process.env);

// From Node 22.1 on what was compiled is kept for the next start, which saves a seventh of it; so nothing large is imported above.
// In the user's own folder: what others may write is not to be run.
(nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }).enableCompileCache?.(
  join(cacheFolder(process.env), 'listwright', 'compiled'),
);

// A reader that goes away (`listwright … | head`) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
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
