import { isAbsolute, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import { messageText } from '../report/escape.js';
import { thrownStack, thrownText } from '../text/thrown.js';
import type { Host, Output } from './host.js';
import { tell } from './tell.js';

/** Runs the command with the words after its name, and explains on standard error what went wrong; gives the exit status. */
export async function runCommand(argv: readonly string[], host: Host): Promise<number> {
  try {
    const { runProgram } = await import('./program.js');
    return await runProgram(argv, host);
  } catch (error) {
    reportError(error instanceof UserError ? new UserError(nearer(error.message, host)) : error, host.stderr);
    return 2;
  }
}

/** A sentence that begins with a file below the working directory, with the path as a person would type it. */
function nearer(sentence: string, host: Host): string {
  if (!isAbsolute(sentence)) return sentence;
  try {
    const folder = `${host.cwd}${sep}`;
    return sentence.startsWith(folder) ? sentence.slice(folder.length) : sentence;
  } catch {
    // The working directory is gone.
    return sentence;
  }
}

/** Explains an error that ends the command: in a sentence where the user can help it, else as a bug. */
export function reportError(error: unknown, stderr: Output): void {
  if (error instanceof UserError) tell(error.message, { stderr });
  else if (isWithoutDescriptors(error))
    tell('too many files are open; raise the limit, as with `ulimit -n 1024`', { stderr });
  else if ((error as NodeJS.ErrnoException | null)?.syscall === 'uv_cwd')
    tell('the current directory no longer exists; change to another one', { stderr });
  else {
    stderr.write(`${messageText(thrownStack(error) ?? thrownText(error))}\n\n`);
    stderr.write(
      'This is a bug in listwright. Please report it with the lines above: https://github.com/listwright/listwright/issues\n',
    );
  }
}

/** True when the limit of open files ended it, which counts the files of the command itself. */
function isWithoutDescriptors(error: unknown): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'EMFILE' || code === 'ENFILE';
}
