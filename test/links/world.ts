import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { type CheckContext, checkLinks, type LinkOutcome } from '../../src/links/check.js';
import { noFiles } from '../../src/model/files.js';
import type { ReportLink } from '../../src/model/report.js';
import type { LinkSettings } from '../../src/model/settings.js';
import { parse } from '../../src/parse/parse.js';
import { withSentences } from '../../src/report/evidence.js';

/** Settings that confirm soon and do not retry. What answers has time on the busiest machine; a host that hangs gets less by `hosts`. */
export async function settingsFor(
  options: RawOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<LinkSettings> {
  const { links } = await resolveSettings(
    {},
    { ledger: false, timeout: '300s', confirmAfter: '200ms', retries: 0, ...options },
    [],
    {
      rules: [],
      configFile: null,
      cwd: process.cwd(),
      reporters: [],
      userAgent: 'listwright-test',
      ledger: '',
      vantage: 'local',
      env,
    },
  );
  return links;
}

/** Checks the links of a list with these settings; `lines` are Markdown list items or bare URLs. */
export async function checkLines(
  lines: readonly string[],
  options: RawOptions,
  world: Partial<CheckContext> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<LinkOutcome> {
  const items = lines.map((line) => (line.startsWith('-') ? line : `- [Pots and kilns](${line}) - All about pots.`));
  const list = parse(`# Pots\n\n## Tools\n\n${items.join('\n')}\n`);
  const settings = await settingsFor(options, env);
  return checkLinks([{ list, files: noFiles }], settings, { signal: new AbortController().signal, ...world });
}

/** The row of one URL, as reports word it. */
export function rowOf(outcome: LinkOutcome, url: string): ReportLink<string> {
  const row = outcome.rows.find((each) => each.url === url);
  if (row === undefined) throw new Error(`no row for ${url}`);
  return withSentences(row);
}
