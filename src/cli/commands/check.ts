import type { RawOptions } from '../../config/config-file.js';
import { type Checked, type CheckHost, check } from '../../pipeline/check.js';
import type { CheckRequest } from '../../pipeline/check-request.js';
import { type Signals, startSignals } from '../../pipeline/signals.js';
import type { Host } from '../host.js';
import { printerFor } from '../reporters.js';
import { tell } from '../tell.js';
import { showsUnicode, wantsColor } from '../terminal/colors.js';
import { type Progress, startProgress } from '../terminal/progress.js';
import { readStdin } from '../terminal/stdin.js';

/** Runs `check`, `lint` or `links`; gives the exit status of the contract. */
export async function checkCommand(request: CheckRequest, host: Host): Promise<number> {
  const signals = startSignals();
  try {
    return (await checkOnce(request, host, signals)).status;
  } finally {
    signals.stop();
  }
}

/** Checks once in a terminal, with its progress; `turn` is what differs while files are watched. */
export async function checkOnce(
  request: CheckRequest,
  host: Host,
  signals: Signals,
  turn: Partial<CheckHost> = {},
): Promise<Checked> {
  const { cwd, env, stderr } = host;
  let progress: Progress | null = null;
  const unwatch = (await import('../../process/heap-limit.js')).watchHeap();
  try {
    const checked = await check(request, {
      ...{ cwd, env, signal: signals.signal, stdin: () => readStdin(host), printer: printerFor(host) },
      notify: (sentence) => tell(sentence, host),
      // Computing ten times a second what is not shown costs time.
      ...(stderr.isTTY === true ? { onProgress: (now) => progress?.update(now) } : {}),
      ...turn,
      onSettings(loaded) {
        progress = progressOf(loaded.raw, host);
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
    unwatch();
  }
}

/** Shows progress on a terminal; null where there is none, or no one wants it. */
function progressOf({ progress, color }: RawOptions, { env, stderr }: Host): Progress | null {
  if (stderr.isTTY !== true || progress === false || env.CI) return null;
  return startProgress(stderr, {
    isTerminal: true,
    colour: wantsColor(stderr, color, env),
    unicode: showsUnicode(env),
    now: Date.now,
  });
}

function stop(progress: Progress | null): void {
  progress?.stop();
}
