import { admit } from '../../admit/admit.js';
import type { Flags } from '../../config/command-line/flags.js';
import { loadSettings } from '../../config/command-line/settings.js';
import { version } from '../../model/version.js';
import { startSignals } from '../../pipeline/signals.js';
import { admissionJson, admissionMarkdown, admissionText } from '../../report/admission.js';
import type { Host } from '../host.js';
import { readStdin } from '../terminal/stdin.js';

/** The options of `admit` besides those that other commands have. */
export interface AdmitFlags extends Flags {
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** False where links are not to be checked. */
  readonly links?: boolean;
}

/** Checks a repository for a list of lists: 0 where all requirements are met, 1 where one is not, 2 where one is not known. */
export async function admitCommand(repository: string, flags: AdmitFlags, host: Host): Promise<number> {
  const { json, markdown, links = true, ...others } = flags;
  // No configuration counts: the requirements are those of the list of lists.
  const { settings, rules } = await loadSettings(
    undefined,
    { ...others, config: false, preset: 'awesome-strict' },
    host,
  );
  const signals = startSignals();
  try {
    const request = { repository, links, settings, rules };
    const stdin = () => readStdin(host);
    const admission = await admit(request, { cwd: host.cwd, version, signal: signals.signal, stdin, now: Date.now });
    const format = json === true ? admissionJson : markdown === true ? admissionMarkdown : admissionText;
    host.stdout.write(format(admission));
    const status = admission.admitted === null ? 2 : admission.admitted ? 0 : 1;
    return signals.status() ?? status;
  } finally {
    signals.stop();
  }
}
