import { lookup } from 'node:dns/promises';
import type { Flags } from '../../config/command-line/flags.js';
import { loadSettings } from '../../config/command-line/settings.js';
import { diagnose } from '../../doctor/diagnose.js';
import type { Diagnosis } from '../../doctor/diagnosis.js';
import { githubAccess } from '../../links/github-access.js';
import { version } from '../../model/version.js';
import { readTrust } from '../../pipeline/trust.js';
import { jsonText, logText } from '../../report/escape.js';
import { type Colors, noColors } from '../../report/terminal/colors.js';
import { wrap } from '../../report/terminal/wrap.js';
import { plural } from '../../text/plural.js';
import type { Host } from '../host.js';
import { colors, wantsColor } from '../terminal/colors.js';
import { terminalWidth } from '../terminal/width.js';

/** Looks at what decides how a run goes, and prints it; gives 1 where something keeps commands from working. */
export async function doctorCommand(
  path: string | undefined,
  flags: Flags & { readonly json?: boolean; readonly offline?: boolean },
  host: Host,
): Promise<number> {
  const { cwd, env, stdout } = host;
  const trust = await readTrust(cwd, env);
  const { trusted, noCode, confinedTo } = trust;
  const found = await diagnose(
    { path, config: flags.config ?? true, offline: flags.offline === true },
    {
      ...{ cwd, env, nodeVersion: process.versions.node, confinedTo },
      lookup: async (name) => (await lookup(name)).address,
      github: (settings) => githubAccess(settings, { signal: new AbortController().signal }),
      load: () => loadSettings(path, flags, host, trusted, noCode),
    },
  ).finally(trust.end);
  const failed = found.filter(({ status }) => status === 'error').length;
  if (flags.json === true) {
    const checks = found.map((each) => ({ ...each, message: logText(each.message) }));
    stdout.write(`${jsonText(JSON.stringify({ name: 'listwright', version, ok: failed === 0, checks }, null, 2))}\n`);
  } else {
    const painter = wantsColor(stdout, flags.color, env) ? colors() : noColors;
    stdout.write(textOf(found, painter, terminalWidth(stdout, env)));
  }
  return failed === 0 ? 0 : 1;
}

function textOf(found: readonly Diagnosis[], painter: Colors, width: number): string {
  const paint = { ok: painter.green, info: painter.dim, warning: painter.yellow, error: painter.red } as const;
  const wide = Math.max(...found.map(({ check }) => check.length));
  const indent = ' '.repeat(wide + 11);
  const wrapped = (text: string): readonly string[] => wrap(logText(text), Math.max(20, width - indent.length));
  const rows = found.flatMap(({ check, status, message, advice }) => {
    const [first = '', ...rest] = wrapped(message);
    return [
      `${paint[status](status.padEnd(7))}  ${check.padEnd(wide)}  ${first}`,
      ...rest.map((line) => indent + line),
      ...(advice === null ? [] : wrapped(`hint: ${advice}`).map((line) => painter.dim(indent + line))),
    ];
  });
  const count = (wanted: Diagnosis['status']): number => found.filter(({ status }) => status === wanted).length;
  const problems = [
    ...(count('error') > 0 ? [plural(count('error'), 'error')] : []),
    ...(count('warning') > 0 ? [plural(count('warning'), 'warning')] : []),
  ];
  const end = problems.length === 0 ? 'No problems found.' : problems.join(', ');
  return `listwright ${version}\n\n${rows.join('\n')}\n\n${end}\n`;
}
