import type { Keyboard } from './terminal/keys.js';

/** A stream that a command prints to. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a command gets from its process; a test hands in its own. */
export interface Host {
  /** The folder that paths count from. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array> & Keyboard;
  readonly stdout: Output;
  readonly stderr: Output;
}
