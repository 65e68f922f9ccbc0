/** Keys that a person presses while a list is watched. */
export interface Keys {
  /** False where no one is at a keyboard. */
  readonly listening: boolean;
  /** Gives the keyboard back as it was; can be called more than once. */
  stop(): void;
}

/** What a keyboard needs to have. */
export interface Keyboard {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (data: Buffer) => void): unknown;
  off(event: 'data', listener: (data: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

const meanings: Readonly<Record<string, 'quit' | 'all' | 'fix'>> = {
  q: 'quit',
  Q: 'quit',
  // Ctrl-D, the end of input.
  '\u0004': 'quit',
  a: 'all',
  A: 'all',
  f: 'fix',
  F: 'fix',
};

/** Listens for keys, one by one, where standard input is a terminal. Ctrl-C stays an interrupt. */
export function startKeys(
  keyboard: Keyboard,
  onKey: (meaning: 'quit' | 'all' | 'fix') => void,
  interrupt: () => void = () => process.kill(process.pid, 'SIGINT'),
): Keys {
  if (keyboard.isTTY !== true || keyboard.setRawMode === undefined) return { listening: false, stop: () => {} };
  const listen = (data: Buffer): void => {
    // A paste or the sequence of an arrow key is no command.
    const key = String(data);
    if (key === '\u0003') interrupt();
    const meaning = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
    if (meaning !== undefined) onKey(meaning);
  };
  keyboard.setRawMode(true);
  keyboard.on('data', listen);
  keyboard.resume();
  let stopped = false;
  return {
    listening: true,
    stop() {
      if (stopped) return;
      stopped = true;
      keyboard.off('data', listen);
      keyboard.setRawMode?.(false);
      keyboard.pause();
    },
  };
}
