import type { Finding, Fix, Severity } from '../model/finding.js';
import type { Point, Position } from '../model/position.js';
import type { Report } from '../model/report.js';
import { type Lines, linesOf } from '../text/lines.js';
import { countText, plural } from '../text/plural.js';
import { jsonText, markdownText, oneLine } from './escape.js';
import { fingerprintsOf } from './fingerprint.js';
import { bySeverity } from './group-findings.js';
import type { ReportFacts } from './report-facts.js';

/** GitHub keeps this many results of an upload (GitHub Docs, "SARIF support for code scanning"). */
const mostResults = 5000;

/** Places beyond these are not shown by anyone. */
const mostPlaces = 100;

/** `level` of SARIF 2.1.0, section 3.27.10. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0 with a final newline: errors first, at most 5,000 results; a notification counts those left out. */
export function sarif(report: Report, facts: ReportFacts): string {
  const { tool, findings } = report;
  const rules = rulesOf(findings, facts);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const prints = fingerprintsOf(findings, facts.lists);
  const lines = new Map(facts.lists.map((list) => [list.path, linesOf(list.text)]));
  const printed = findings.map((finding, index) => ({ ...finding, print: prints[index] ?? '' }));
  const results = bySeverity(printed)
    .slice(0, mostResults)
    .map((finding) => resultOf(finding, finding.print, indexes.get(oneLine(finding.rule)) ?? -1, lines));
  const run = {
    tool: { driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules } },
    invocations: [invocationOf(report, findings.length - results.length)],
    columnKind: 'utf16CodeUnits',
    results,
  };
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
  return `${jsonText(JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2))}\n`;
}

/** The rules that are known, then those that only findings name; the level is the heaviest that the run gave. */
function rulesOf(findings: readonly Finding[], { rules }: ReportFacts): readonly { readonly id: string }[] {
  const severities = new Map<string, Severity>();
  for (const { rule, severity } of bySeverity(findings)) {
    const id = oneLine(rule);
    if (!severities.has(id)) severities.set(id, severity);
  }
  const known = new Map(rules.map((rule) => [oneLine(rule.id), rule]));
  return [...new Set([...known.keys(), ...severities.keys()])].map((id) => {
    const { summary = id, why = null, url = null } = known.get(id) ?? {};
    const shortDescription = { text: inMessage(summary) };
    const help =
      why === null
        ? { text: inMessage(summary) }
        : { text: inMessage(`${summary}. ${why}`), markdown: markdownText(`${summary}. ${why}`) };
    const defaultConfiguration = { level: levels[severities.get(id) ?? 'warning'] };
    return { id, shortDescription, help, ...(url === null ? {} : { helpUri: url }), defaultConfiguration };
  });
}

function resultOf(finding: Finding, print: string, ruleIndex: number, lines: ReadonlyMap<string, Lines>): object {
  const { rule, severity, message, path, fix, places } = finding;
  const related = (places ?? []).slice(0, mostPlaces);
  const fixed = fix === null ? null : fixOf(fix, path, lines.get(path));
  return {
    ruleId: oneLine(rule),
    ruleIndex,
    level: levels[severity],
    message: { text: inMessage(message) },
    locations: [locationOf(path, finding)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((place) => locationOf(path, place)) }),
    partialFingerprints: { 'listwrightPlace/v1': print },
    ...(fixed === null ? {} : { fixes: [fixed] }),
  };
}

function locationOf(path: string, { start, end }: Position): object {
  return { physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(start, end) } };
}

function regionOf(start: Point, end: Point): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: Math.max(0, end.offset - start.offset),
  };
}

/** A relative reference (RFC 3986, section 4.2) to a file in the repository, or the address of a file elsewhere. */
function artifactOf(path: string): object {
  // A half of a pair has no UTF-8 and cannot be encoded.
  const whole = path.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/^(?:\.\/)+/, '');
  const uri = whole.split('/').map(encodeURIComponent).join('/');
  if (whole.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(whole)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return whole.startsWith('../') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

/** The text of a fix is written unchanged, or not at all. */
function fixOf({ safe, edits }: Fix, path: string, lines: Lines | undefined): object | null {
  if (edits.length === 0 || edits.some(({ text }) => /\p{Surrogate}/u.test(text))) return null;
  const replacements = edits.map(({ start, end, text }) => {
    const place = lines?.place(start, end);
    const deletedRegion =
      place === undefined
        ? { charOffset: start, charLength: Math.max(0, end - start) }
        : regionOf(place.start, place.end);
    return { deletedRegion, insertedContent: { text } };
  });
  const text = safe ? 'Safe fix: apply with listwright --fix.' : 'Needs review: apply with listwright --fix=unsafe.';
  return { description: { text }, artifactChanges: [{ artifactLocation: artifactOf(path), replacements }] };
}

function invocationOf({ run }: Report, left: number): object {
  const notices = [
    ...(run.interrupted ? ['The run was interrupted: the results are incomplete.'] : []),
    ...(left > 0
      ? [
          `${plural(left, 'finding')} omitted: GitHub accepts at most ${countText(mostResults)} results; errors come first.`,
        ]
      : []),
  ];
  const began = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(run.startedAt)
    ? { startTimeUtc: run.startedAt }
    : {};
  return {
    executionSuccessful: !run.interrupted,
    ...began,
    toolExecutionNotifications: notices.map((text) => ({ level: 'warning', message: { text } })),
  };
}

/** Plain text of a message; `[text](target)` would be a link in it (SARIF 2.1.0, section 3.11.6). */
function inMessage(text: string): string {
  return oneLine(text).replaceAll('](', '] (');
}
