import { relative } from 'node:path';
import type { InitPlan } from '../../init/plan.js';
import { configName } from '../../init/write-config.js';
import type { Finding } from '../../model/finding.js';
import { baselineName } from '../../model/version.js';
import { clean } from '../../report/escape.js';
import { inPlaces, placeCount } from '../../report/places.js';
import { severityCount } from '../../report/severity-words.js';
import { groupBy } from '../../text/group-by.js';
import { plural } from '../../text/plural.js';

/** The last words of `init`: what was written, taken over and left, what is found today, and what to do next. */
export function initText(plan: InitPlan, { cwd, dryRun }: { readonly cwd: string; readonly dryRun: boolean }): string {
  const { outcome, files } = plan;
  const hasBaseline = files.some(({ path }) => path === baselineName);
  const lines = [
    ...writtenLines(plan, cwd, dryRun),
    ...tookLines(plan),
    ...leftLines(plan),
    ...foundLines(outcome.report.findings, hasBaseline),
    ...nextLines(plan, hasBaseline, dryRun),
  ];
  return `${lines.join('\n')}\n`;
}

function writtenLines({ files, root, preset }: InitPlan, cwd: string, dryRun: boolean): readonly string[] {
  const where = relative(cwd, root);
  return [
    dryRun ? 'Would write (--dry-run):' : 'Written:',
    ...files.map(
      ({ path }) =>
        `  ${clean(where === '' ? path : `${where}/${path}`)}${path === configName ? ` (preset ${preset.value})` : ''}`,
    ),
  ];
}

function tookLines({ readings }: InitPlan): readonly string[] {
  const rows = readings
    .filter(({ took }) => took.length > 0)
    .map(({ file, took }) => `  ${clean(file)}: ${clean(took.join(', '))}`);
  return rows.length === 0 ? [] : ['', 'Imported:', ...rows];
}

function leftLines({ readings, disagreements }: InitPlan): readonly string[] {
  const rows = [...readings.flatMap(({ file, left }) => left.map((why) => `${file}: ${why}`)), ...disagreements];
  return rows.length === 0 ? [] : ['', 'Not imported:', ...rows.map((row) => `  ${clean(row)}`)];
}

const shownRules = 5;

function foundLines(findings: readonly Finding[], hasBaseline: boolean): readonly string[] {
  if (findings.length === 0) return ['', 'Lint finds no problems.'];
  const all = [...groupBy(findings, (finding) => finding.rule)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const others = all.slice(shownRules);
  const rows = [
    ...all.slice(0, shownRules),
    ...(others.length > 0 ? [[plural(others.length, 'other rule'), others.flatMap(([, own]) => own)] as const] : []),
  ];
  const wide = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    '',
    `Current findings: ${severityCounts(findings)}${hasBaseline ? '; they are in the baseline, so only new findings count' : ''}`,
    ...rows.map(([name, own]) => `  ${name.padEnd(wide)}${severityCounts(own)}${placesAside(own)}`),
  ];
}

/** `1 error, 2 info`. */
function severityCounts(findings: readonly Finding[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => severityCount(severity, count))
    .join(', ');
}

/** ` in 6 places` where some findings name several. */
function placesAside(findings: readonly Finding[]): string {
  const places = placeCount(findings);
  return places === findings.length ? '' : ` in ${plural(places, 'place')}`;
}

function nextLines(
  { outcome, list, inRepository, files, actionUpdates }: InitPlan,
  hasBaseline: boolean,
  dryRun: boolean,
): readonly string[] {
  if (dryRun) return ['', 'Nothing was written.'];
  const named = /^readme(?:\.\w+)?$/i.test(list) ? '' : ` ${clean(list)}`;
  const { findings } = outcome.report;
  const safe = findings.filter((finding) => finding.fix?.safe === true);
  const fix = safe.length > 0 ? `; \`listwright lint${named} --fix\` fixes ${inPlaces(safe)}` : '';
  const known =
    hasBaseline || findings.length === 0
      ? ''
      : `\n  \`listwright lint${named} --update-baseline\` accepts them, so that only new findings count`;
  const commit = files.length > 1 ? 'commit the files to start the workflows' : 'commit the file';
  // The workflows run without a path, and then it is the README of the repository that is read.
  const elsewhere = named !== '' && files.some(({ path }) => path.startsWith('.github/'));
  return [
    '',
    'Next:',
    `  \`listwright lint${named}\` shows ${findings.length === 0 || hasBaseline ? 'new findings' : 'all findings'}${fix}${known}`,
    `  \`listwright check${named}\` also checks the links`,
    ...(elsewhere ? [`  the workflows check the README at the root of the repository; name${named} in them`] : []),
    ...(actionUpdates === null ? [] : [`  ${clean(actionUpdates)}`]),
    `  ${inRepository ? commit : 'this folder is not in a git repository; workflows run on GitHub, from the root of one'}`,
  ];
}
