import { guardExit } from '../pipeline/exit-guard.js';
import { messageText } from '../report/escape.js';
import { runAction } from './run.js';

const guard = guardExit((error) =>
  process.stderr.write(`${messageText(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`),
);
process.exitCode = await runAction(process.env);
guard.done();
