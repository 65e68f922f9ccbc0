import { UserError } from '../model/errors.js';
import type { Host } from './host.js';

/** Runs the command with the words after its name, and explains on standard error what went wrong; gives the exit status. */
export async function runCommand(argv: readonly string[], host: Host): Promise<number> {
  try {
    const { runProgram } = await import('./program.js');
    return await runProgram(argv, host);
  } catch (error) {
    if (error instanceof UserError) host.stderr.write(`listwright: ${error.message}\n`);
    else if ((error as NodeJS.ErrnoException | null)?.syscall === 'uv_cwd')
      host.stderr.write('listwright: the folder that you are in is no longer there; go to another one\n');
    else {
      host.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n\n`);
      host.stderr.write(
        'This is a bug in listwright. Please report it with the lines above: https://github.com/listwright/listwright/issues\n',
      );
    }
    return 2;
  }
}
