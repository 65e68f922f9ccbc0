/** Watches how a process ends. */
export interface ExitGuard {
  /** From here on the exit status is what the command has decided. */
  done(): void;
}

/**
 * Makes a process that ends before its command is done exit with 2: code of a plugin may call `process.exit(0)`, and an error
 * that no one awaits would exit with 1, which means findings.
 * @param onError reports an error that no one has caught
 */
export function guardExit(onError: (error: unknown) => void): ExitGuard {
  let isDone = false;
  process.on('exit', (status) => {
    if (!isDone && status < 2) process.exitCode = 2;
  });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      onError(error);
      process.exit(2);
    });
  return {
    done: () => {
      isDone = true;
    },
  };
}
