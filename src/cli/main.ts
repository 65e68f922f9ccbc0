#!/usr/bin/env node
import { UserError } from '../model/trouble.js';
import { runProgram } from './program.js';

// A reader that goes away (`listwright … | head`) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  if (error instanceof UserError) process.stderr.write(`listwright: ${error.message}\n`);
  else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n\n`);
    process.stderr.write(
      'This is a bug in listwright. Please report it with the lines above: https://github.com/listwright/listwright/issues\n',
    );
  }
}
