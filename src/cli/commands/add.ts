import { sameness } from '../../add/duplicates.js';
import { type Proposal, proposalJson, sectionTrail } from '../../add/proposal.js';
import { proposeEntry } from '../../add/propose-entry.js';
import type { Flags } from '../../config/command-line/flags.js';
import { replaceText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { noFiles } from '../../model/files.js';
import { reasonWords } from '../../model/reasons.js';
import type { Settings } from '../../model/settings.js';
import { isKeptAsData, readSource } from '../../pipeline/read-list.js';
import { startSignals } from '../../pipeline/signals.js';
import { jsonText, messageText } from '../../report/escape.js';
import { evidenceText } from '../../report/evidence.js';
import type { Host } from '../host.js';
import { findOneList } from '../one-list.js';
import { tell } from '../tell.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** The options of `add` besides those that other commands have. */
export interface AddFlags extends Flags {
  readonly section?: string;
  readonly tier?: string;
  readonly name?: string;
  readonly description?: string;
  readonly write?: boolean;
  readonly json?: boolean;
  readonly offline?: boolean;
  /** The event file of an issue. */
  readonly issue?: string;
  readonly post?: string;
}

/** Proposes an entry, prints it with its place, and writes it where that is requested; gives the exit status of the contract. */
export async function addCommand(url: string, path: string | undefined, flags: AddFlags, host: Host): Promise<number> {
  return withSettings({ path, flags }, host, (loaded) => addEntry(url, path, flags, loaded, host));
}

async function addEntry(
  url: string,
  path: string | undefined,
  flags: AddFlags,
  loaded: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd, stdout } = host;
  const { settings, rules, readers } = loaded;
  const input = await findOneList('add', path, loaded, host);
  if (flags.write && (input.stdin || input.remote !== null))
    throw new UserError(
      `--write: ${input.stdin ? 'standard input' : input.path} cannot be modified; use the printed line or diff`,
    );
  const signals = startSignals();
  try {
    const source = await readSource(input, readers);
    const data = isKeptAsData(settings, source.text) ? dataNotice(input.path, settings) : null;
    if (flags.write && data !== null) throw new UserError(`--write: ${data}`);
    const proposal = await proposeEntry(source, {
      url,
      section: flags.section ?? null,
      tier: flags.tier ?? null,
      name: flags.name ?? null,
      description: flags.description ?? null,
      settings,
      rules,
      cwd,
      ask: settings.links.offline
        ? null
        : async (list) =>
            (await import('../../links/fetch-metadata.js')).fetchMetadata({ list, files: noFiles }, settings.links, {
              signal: signals.signal,
            }),
    });
    const interrupted = signals.status();
    if (interrupted !== null) return interrupted;
    const failed = proposal.line === null || proposal.findings.some(({ severity }) => severity === 'error');
    const writes = flags.write === true && !failed;
    if (writes) await replaceText(input.file, input.path, proposal.before, proposal.after);
    for (const notice of proposal.notices) tell(notice, host);
    if (data !== null) tell(data, host);
    if (flags.json) stdout.write(`${jsonText(JSON.stringify(proposalJson(proposal, writes), null, 2))}\n`);
    else {
      await print(proposal, writes, host);
      const isWritable = !input.stdin && input.remote === null && data === null;
      if (!writes && proposal.line !== null)
        tell(`nothing was written${!failed && isWritable ? '; add --write to insert the line' : ''}`, host);
    }
    return failed ? 1 : 0;
  } finally {
    signals.stop();
  }
}

/** What to do with an entry for a list that is written from data. */
export function dataNotice(path: string, { source }: Pick<Settings, 'source'>): string {
  const files = [source?.options.files ?? []].flat().map((one) => `\`${one}\``);
  return `${path} is written from data; add the entry to ${files.join(', ')}, and run \`listwright render\``;
}

async function print(proposal: Proposal, written: boolean, host: Host): Promise<void> {
  const { line, duplicates, verdict, findings, path } = proposal;
  for (const { name, line: at, section, by } of duplicates)
    tell(`already listed: "${name}"${section === '' ? '' : ` in ${section}`} (${path}:${at}) ${sameness(by)}`, host);
  if (verdict !== null && verdict.verdict !== 'alive' && verdict.verdict !== 'moved') {
    const why = verdict.reason === null ? '' : `: ${reasonWords(verdict.reason)}`;
    tell(`the link is ${verdict.verdict}${why} (${evidenceText(verdict.evidence.at(-1) ?? '')})`, host);
  }
  if (line === null) {
    tell('nothing was added', host);
    return;
  }
  for (const { rule, severity, message } of findings) tell(`${severity}: ${message} (${rule})`, host);
  host.stdout.write(messageText(`${line}\n\n${whereOf(proposal)}\n`));
  if (written) {
    tell(`written to ${path}`, host);
    return;
  }
  const { unifiedDiff } = await import('../../lint/unified-diff.js');
  host.stdout.write(`\n${await unifiedDiff(path, proposal.before, proposal.after)}`);
}

/** `In "Tools › Editors › Tier 2: Daily use", after "Ink" (new line README.md:42)`. */
function whereOf({ section, tier, neighbour, sorted, path, lineNumber, share, candidates }: Proposal): string {
  const place = sectionTrail([...(section ?? []), ...(tier === null || section?.at(-1) === tier ? [] : [tier])]);
  const where =
    neighbour === null
      ? 'as its first entry'
      : `${neighbour.side} "${neighbour.name}"${sorted ? ', alphabetically' : ''}`;
  const guess =
    share === null
      ? ''
      : `\nThe section is a guess (${Math.round(share * 100)}%)${othersOf(candidates)}; use --section to choose another.`;
  return `In ${place === '' ? 'the list' : `"${place}"`}, ${where} (new line ${path}:${lineNumber})${guess}`;
}

function othersOf(candidates: Proposal['candidates']): string {
  const others = candidates.slice(1, 4).map(({ section, share }) => `${section} (${Math.round(share * 100)}%)`);
  return others.length === 0 ? '' : `; next best: ${others.join(', ')}`;
}
