import type { RawOptions } from '../../config/config-file.js';
import { type Checked, type CheckHost, check } from '../../pipeline/check.js';
import type { CheckRequest } from '../../pipeline/check-request.js';
import { type Signals, startSignals } from '../../pipeline/signals.js';
import { terminal } from '../reporters.js';
import { showsUnicode, wantsColor } from '../terminal/colors.js';
import { type Progress, startProgress } from '../terminal/progress.js';
import { readStdin } from '../terminal/stdin.js';

/** Runs `check`, `lint` or `links`; gives the exit status of the contract. */
export async function checkCommand(request: CheckRequest): Promise<number> {
  const signals = startSignals();
  try {
    return (await checkOnce(request, signals)).status;
  } finally {
    signals.stop();
  }
}

/** Checks once in a terminal, with its progress; `turn` is what differs while files are watched. */
export async function checkOnce(
  request: CheckRequest,
  signals: Signals,
  turn: Partial<CheckHost> = {},
): Promise<Checked> {
  let progress: Progress | null = null;
  const unwatch = request.command === 'lint' ? null : (await import('../../pipeline/heap-limit.js')).watchHeap();
  try {
    const checked = await check(request, {
      ...{ cwd: process.cwd(), env: process.env, signal: signals.signal, stdin: readStdin, printer: terminal },
      notify: (sentence) => void process.stderr.write(`listwright: ${sentence}\n`),
      // Computing ten times a second what is not shown costs time.
      ...(process.stderr.isTTY === true ? { onProgress: (now) => progress?.update(now) } : {}),
      ...turn,
      onSettings(loaded) {
        progress = progressOf(loaded.raw);
        turn.onSettings?.(loaded);
      },
      onOutcome(outcome) {
        progress?.stop();
        return turn.onOutcome?.(outcome) ?? true;
      },
    });
    return { ...checked, status: signals.status() ?? checked.status };
  } finally {
    stop(progress);
    unwatch?.();
  }
}

/** Shows progress on a terminal; null where there is none, or nobody wants it. */
function progressOf({ progress, color }: RawOptions): Progress | null {
  if (process.stderr.isTTY !== true || progress === false || process.env.CI) return null;
  return startProgress(process.stderr, {
    isTerminal: true,
    colour: wantsColor(process.stderr, color, process.env),
    unicode: showsUnicode(process.env),
    now: Date.now,
  });
}

function stop(progress: Progress | null): void {
  progress?.stop();
}
