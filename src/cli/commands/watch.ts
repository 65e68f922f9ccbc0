import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { configPlaces } from '../../config/find.js';
import { findInputs, remoteOf } from '../../fs/inputs.js';
import { startWatcher } from '../../fs/watcher.js';
import { UserError } from '../../model/errors.js';
import type { Verdict } from '../../model/verdict.js';
import { baselineName } from '../../model/version.js';
import type { Checked, CheckHost } from '../../pipeline/check.js';
import type { CheckRequest } from '../../pipeline/check-request.js';
import { type Signals, startSignals } from '../../pipeline/signals.js';
import { clean } from '../../report/escape.js';
import { plural, pluralForm } from '../../text/plural.js';
import type { Host } from '../host.js';
import { tell } from '../tell.js';
import { type Keys, startKeys } from '../terminal/keys.js';
import { checkOnce } from './check.js';

/** What makes the next check begin, or ends the watch. */
type Event = 'changed' | 'all' | 'fix' | 'quit' | 'interrupted';

/** Clears the screen and leaves what was scrolled away. */
const clear = '\u001B[H\u001B[2J';

/** Stays, and checks again what changed; gives the exit status of the last check, or that of the interrupt. */
export async function watchCommand(call: CheckRequest, host: Host): Promise<number> {
  const { cwd, stdin, stderr } = host;
  refuse(call, host);
  const stdinFilename = call.flags.stdinFilename ?? 'README.md';
  const signals = startSignals();
  const events = queueOf<Event>();
  const watcher = startWatcher(() => events.put('changed'));
  const keys = startKeys(stdin, (key) => events.put(key));
  signals.signal.addEventListener('abort', () => events.put('interrupted'), { once: true });
  const session: Session = { verdicts: new Map(), links: '', config: [] };
  let status = 0;
  let event: Event = 'changed';
  let first = true;
  try {
    for (;;) {
      if (event === 'quit') return status;
      if (event === 'interrupted') return signals.status() ?? 130;
      try {
        const inputs = await findInputs(call.paths, cwd, stdinFilename);
        const files = inputs.map(({ file }) => file);
        const others = [...configPlaces(files, call.flags.config, cwd), ...session.config, baselineOf(call, cwd)];
        await watcher.watch([...files, ...others]);
        const checked = await turnOf(call, event, session, { host, signals, events });
        if (checked !== null) {
          status = checked.status;
          session.config = checked.settings.configFile === null ? [] : [checked.settings.configFile];
        }
        if (event === 'fix') await watcher.accept();
        if (signals.signal.aborted) return status;
        if (checked !== null && events.waiting === null) say(checked, keys, host);
      } catch (error) {
        // What is wrong from the beginning is a wrong call; what is wrong later is being written.
        if (!(error instanceof UserError) || first) throw error;
        tell(error.message, host);
        stderr.write('Watching; the list is checked again once the file is fixed.\n');
        status = 2;
      }
      first = false;
      event = await events.take();
    }
  } finally {
    watcher.close();
    keys.stop();
    signals.stop();
  }
}

interface Session {
  readonly verdicts: Map<string, Verdict>;
  /** The settings under which the verdicts were found, as a text. */
  links: string;
  /** The configuration that was used, which may lie above all that is looked after anyhow. */
  config: readonly string[];
}

/** One check. On a terminal what lint says is shown at once, before links that are new are checked. A new event ends it early; then it gives null. */
async function turnOf(
  call: CheckRequest,
  event: Event,
  session: Session,
  { host, signals, events }: { readonly host: Host; readonly signals: Signals; readonly events: Queue<Event> },
): Promise<Checked | null> {
  const { stdout, stderr } = host;
  const onTerminal = stdout.isTTY === true;
  if (event === 'all') session.verdicts.clear();
  const ending = new AbortController();
  const fix = event === 'fix' ? 'safe' : call.special.fix;
  const request = { ...call, special: { ...call.special, fix } };
  const turn = (ask: boolean, onOutcome: () => boolean): Partial<CheckHost> => ({
    signal: AbortSignal.any([signals.signal, ending.signal]),
    recent: { verdicts: session.verdicts, most: ask ? Number.POSITIVE_INFINITY : 0 },
    afresh: event === 'all',
    onOutcome,
    onSettings({ settings: { links } }) {
      const now = inspect(links, { depth: null });
      if (session.links !== now) session.verdicts.clear();
      session.links = now;
    },
  });
  const show = (): true => {
    if (onTerminal) stdout.write(clear);
    return true;
  };
  const off = events.watch(() => ending.abort());
  try {
    if (onTerminal && call.command !== 'lint' && event !== 'fix') {
      const quick = await checkOnce(request, host, signals, turn(false, show));
      const left = quick.outcome.report.links.filter(({ reason }) => reason === 'pending').length;
      if (left === 0 || ending.signal.aborted) return quick;
      stderr.write(`Checking ${plural(left, 'link')} …\n`);
    }
    // A check that a change has cut short is not shown: the next one follows at once.
    const isWhole = (): boolean => signals.signal.aborted || !ending.signal.aborted;
    const before = (): boolean => isWhole() && show();
    const checked = await checkOnce(request, host, signals, turn(true, before));
    return isWhole() ? checked : null;
  } finally {
    off();
  }
}

function baselineOf({ flags }: CheckRequest, cwd: string): string {
  return resolve(cwd, typeof flags.baseline === 'string' ? flags.baseline : baselineName);
}

/** What cannot be watched is refused before anything is done. */
function refuse({ paths, flags, special }: CheckRequest, { cwd, env }: Host): void {
  if (paths.includes('-')) throw new UserError('--watch: standard input cannot be watched; pass a file');
  const remote = paths.find((path) => remoteOf(path, cwd) !== null);
  if (remote !== undefined)
    throw new UserError(`--watch: ${remote} is on GitHub and cannot be watched; pass a local file`);
  for (const [flag, name] of [
    [flags.fixDryRun, '--fix-dry-run'],
    [flags.explainExceptions, '--explain-exceptions'],
    [flags.updateBaseline, '--update-baseline'],
  ] as const)
    if (flag === true) throw new UserError(`--watch: cannot be combined with ${name}; remove one of them`);
  if (special.since === 'auto' && env.CI)
    throw new UserError('--watch: not available in continuous integration; remove it');
}

/** What is watched and what a person can do, on standard error. */
function say({ outcome, settings }: Checked, keys: Keys, { stderr }: Host): void {
  const [first, ...others] = outcome.files.map(({ input }) => input.path);
  const lists = others.length === 0 ? (first ?? '') : `${outcome.files.length} files`;
  const config = settings.configFile === null ? '' : ' and the configuration';
  const safe = outcome.report.findings.filter(({ fix }) => fix?.safe === true).length;
  const keyWords = [
    'q quits',
    outcome.report.run.command === 'lint' ? '' : 'a rechecks all links',
    safe > 0 ? `f applies the ${pluralForm(safe, 'safe fix', `${safe} safe fixes`)}` : '',
  ].filter((word) => word !== '');
  stderr.write(`Watching ${clean(lists)}${config}: ${keys.listening ? keyWords.join(', ') : 'Ctrl-C ends'}.\n`);
}

/** Events in the order in which they come; of those that wait only the weightiest is kept. */
interface Queue<T> {
  readonly waiting: T | null;
  put(event: T): void;
  take(): Promise<T>;
  /** Calls back at once when something comes or waits; gives what ends that. */
  watch(listener: () => void): () => void;
}

const weights: Readonly<Record<Event, number>> = { changed: 0, fix: 1, all: 2, quit: 3, interrupted: 4 };

function queueOf<T extends Event>(): Queue<T> {
  let waiting: T | null = null;
  let resolve: ((event: T) => void) | null = null;
  let listener: (() => void) | null = null;
  return {
    get waiting() {
      return waiting;
    },
    put(event) {
      if (resolve !== null) {
        const settle = resolve;
        resolve = null;
        settle(event);
        return;
      }
      if (waiting === null || weights[event] > weights[waiting]) waiting = event;
      listener?.();
    },
    take: () =>
      new Promise((done) => {
        if (waiting === null) resolve = done;
        else {
          const event = waiting;
          waiting = null;
          done(event);
        }
      }),
    watch(next) {
      listener = next;
      if (waiting !== null) next();
      return () => {
        listener = null;
      };
    },
  };
}
