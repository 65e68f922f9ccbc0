import { guardExit } from '../pipeline/exit-guard.js';
import { runAction } from './run.js';

const guard = guardExit((error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`));
process.exitCode = await runAction(process.env);
guard.done();
