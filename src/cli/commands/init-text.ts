import { relative } from 'node:path';
import type { InitPlan } from '../../init/plan.js';
import { countsByRule } from '../../init/style-overrides.js';
import { configName } from '../../init/write-config.js';
import type { Finding } from '../../model/finding.js';
import { baselineName } from '../../model/version.js';
import { clean } from '../../report/escape.js';
import { severityCount } from '../../report/severity-words.js';
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
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const words = (['error', 'warning', 'info'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => severityCount(severity, count(severity)));
  const severity = new Map(findings.map((finding) => [finding.rule, finding.severity]));
  const all = [...countsByRule(findings)].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const wide = Math.max(...all.slice(0, shownRules).map(([rule]) => rule.length)) + 2;
  const rest = all.length - shownRules;
  return [
    '',
    `Lint finds ${words.join(', ')}${hasBaseline ? '; they are in the baseline, so only new findings count' : ''}:`,
    ...all
      .slice(0, shownRules)
      .map(([rule, places]) => `  ${rule.padEnd(wide)}${severity.get(rule)?.padEnd(9)}${plural(places, 'place')}`),
    ...(rest > 0 ? [`  and ${plural(rest, 'more rule', 'more rules')}`] : []),
  ];
}

function nextLines(
  { outcome, list, inRepository, files, actionUpdates }: InitPlan,
  hasBaseline: boolean,
  dryRun: boolean,
): readonly string[] {
  if (dryRun) return ['', 'Nothing was written.'];
  const named = /^readme(?:\.\w+)?$/i.test(list) ? '' : ` ${clean(list)}`;
  const { findings } = outcome.report;
  const safe = findings.filter((finding) => finding.fix?.safe === true).length;
  const fix = safe > 0 ? `; \`listwright lint${named} --fix\` fixes ${safe} of them` : '';
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
