/** What was thrown, in words. Anything can be thrown by code of others, also what cannot be made a text. */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return 'something without words was thrown';
  }
}

/** Where an error was thrown; null for what has no such text. It is made when it is first asked for, which may throw. */
export function thrownStack(thrown: unknown): string | null {
  try {
    return thrown instanceof Error && typeof thrown.stack === 'string' ? thrown.stack : null;
  } catch {
    return null;
  }
}
