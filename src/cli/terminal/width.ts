/** Columns of a terminal; elsewhere those that COLUMNS names (POSIX.1-2024, section 8.3), or 80. */
export function terminalWidth(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: NodeJS.ProcessEnv,
): number {
  if (stream.isTTY === true && (stream.columns ?? 0) > 0) return stream.columns ?? 80;
  return /^[1-9]\d{0,3}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 80;
}
