import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { groupBy } from '../text/group-by.js';
import { plural } from '../text/plural.js';
import { oneLine, xmlText } from './escape.js';
import type { ReportFacts } from './report-facts.js';

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

/**
 * JUnit's XML, as the XSD of Jenkins' xUnit plugin has it (`junit-10.xsd`): a suite for each file, in it a case for each rule
 * that found something. Errors fail their case; warnings and notes are its output. Times are seconds.
 */
export function junit(report: Report, { rules, lists }: ReportFacts): string {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const found = groupBy(report.findings, ({ path }) => path);
  const paths = [...new Set([...lists.map(({ path }) => path), ...found.keys()])];
  const seconds = (Math.max(0, report.run.durationMs) / 1000).toFixed(3);
  const began = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(report.run.startedAt)?.[0] ?? null;
  // How long a single file took is not known.
  const time = paths.length === 1 ? seconds : '0.000';
  const suites = paths.map((path) => suiteOf(path, found.get(path) ?? [], summaries, time, began));
  const sum = (count: (suite: Suite) => number): number => suites.reduce((total, suite) => total + count(suite), 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="listwright" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0" time="${seconds}">`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
  ].join('\n')}\n`;
}

function suiteOf(
  path: string,
  findings: readonly Finding[],
  summaries: ReadonlyMap<string, string>,
  time: string,
  began: string | null,
): Suite {
  const name = inLine(path);
  const byRule = groupBy(findings, ({ rule }) => rule);
  const cases = [...byRule].map(([rule, group]) => caseOf(name, rule, group, summaries.get(rule)));
  if (cases.length === 0) cases.push(`    <testcase name="no findings" classname="${name}" time="0.000"/>`);
  const failures = [...byRule.values()].filter((group) => group.some(isError)).length;
  const when = began === null ? '' : ` timestamp="${began}"`;
  const head = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${time}"${when}>`;
  return { tests: cases.length, failures, xml: [head, ...cases, '  </testsuite>'].join('\n') };
}

function caseOf(name: string, rule: string, group: readonly Finding[], summary: string | undefined): string {
  const errors = group.filter(isError);
  const others = group.filter((finding) => !isError(finding));
  const lines = [`    <testcase name="${inLine(rule)}" classname="${name}" time="0.000">`];
  const [first] = errors;
  if (first !== undefined) {
    const message =
      errors.length === 1 ? first.message : `${plural(errors.length, 'error')}: ${summary ?? first.message}`;
    lines.push(
      `      <failure type="${inLine(rule)}" message="${inLine(message)}">${errors.map(failureText).join('\n')}</failure>`,
    );
  }
  if (others.length > 0) lines.push(`      <system-out>${others.map(failureText).join('\n')}</system-out>`);
  return [...lines, '    </testcase>'].join('\n');
}

function failureText({ severity, path, start, message }: Finding): string {
  return inLine(`${path}:${start.line}:${start.column} ${severity}: ${message}`);
}

function inLine(text: string): string {
  return xmlText(oneLine(text));
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
