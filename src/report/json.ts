import type { ReportException } from '../model/exception.js';
import type { Finding } from '../model/finding.js';
import type { Point } from '../model/position.js';
import type { Report, ReportLink } from '../model/report.js';
import type { Verdict } from '../model/verdict.js';
import { jsonText } from './escape.js';
import { evidenceText } from './evidence.js';
import { factsJson } from './facts-json.js';

/** The report as JSON with a final newline. Only what the schema names is written, in its order. */
export function json(report: Report): string {
  const { version, tool, run, stats } = report;
  const findings = report.findings.map(findingJson);
  const links = report.links.map(linkJson);
  const exceptions = report.exceptions.map(exceptionJson);
  const { labels = [], otherLabels = [], notChecked = [] } = report.pullRequest ?? {};
  const pullRequest = report.pullRequest === null ? null : { labels, otherLabels, notChecked };
  return `${jsonText(JSON.stringify({ version, tool, run, stats, findings, links, exceptions, pullRequest }, null, 2))}\n`;
}

/** One finding as data: only what the schema names. */
export function findingJson(finding: Finding): object {
  const { rule, severity, message, path, start, end, url, fix, places } = finding;
  return {
    ...{ rule, severity, message, path, start: point(start), end: point(end), url },
    fix:
      fix === null
        ? null
        : { safe: fix.safe, edits: fix.edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })) },
    places: places === null ? null : places.map((place) => ({ start: point(place.start), end: point(place.end) })),
  };
}

function exceptionJson(exception: ReportException): object {
  const { option, match, rules, section, reason, until, state, applied, path, line } = exception;
  return { option, match, rules, section, reason, until, state, applied, path, line };
}

function linkJson({ occurrences, ...verdict }: ReportLink): object {
  return {
    ...verdictJson(verdict),
    occurrences: occurrences.map(({ path, line, column, entry }) => ({ path, line, column, entry })),
  };
}

/** One verdict as data, without the places where its link is. */
export function verdictJson(link: Verdict): object {
  const { url, verdict, reason, status, finalUrl, redirects, notes, probe, evidence, cached } = link;
  const { firstFailedAt, failures, suggestion, durationMs } = link;
  return {
    ...{ url, verdict, reason, status, finalUrl },
    redirects: redirects.map((hop) => ({ status: hop.status, url: hop.url })),
    ...{ notes, probe, evidence: evidence.map(evidenceText), cached, firstFailedAt, failures, suggestion, durationMs },
    facts: factsJson(link.facts),
  };
}

function point({ line, column, offset }: Point): Point {
  return { line, column, offset };
}
