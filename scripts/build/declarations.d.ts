/** The declarations that some declarations lead to, themselves included; paths with the separators of this system. */
export function reachable(folder: string, entries: readonly string[]): Set<string>;
/** Takes away the declarations that nobody who imports the package can reach. */
export function prune(folder: string, entries: readonly string[]): void;
