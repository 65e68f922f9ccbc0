import { topicOf } from '../../src/config/rule-facts.js';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import { type Point, pointAfter } from '../../src/model/position.js';
import type { Report, ReportLink } from '../../src/model/report.js';
import type { Verdict } from '../../src/model/verdict.js';
import { parse } from '../../src/parse/parse.js';
import { buildReport, type ReportInput } from '../../src/report/build.js';
import { outlineOf } from '../../src/report/outline.js';
import { type Colors, noColors } from '../../src/report/terminal/colors.js';
import { pretty } from '../../src/report/terminal/pretty.js';
import type { View } from '../../src/report/terminal/view.js';

const origin: Point = { line: 1, column: 1, offset: 0 };

/** A finding about the `nth` place where `text` stands in the list. */
export function finding(list: List, text: string, facts: Partial<Finding> = {}, nth = 1): Finding {
  let at = -1;
  for (let count = 0; count < nth; count++) at = list.text.indexOf(text, at + 1);
  if (at < 0) throw new Error(`the list does not hold ${text}`);
  const start = pointAfter(list.text, origin, at);
  return {
    rule: 'some-rule',
    ...topicOf(facts.rule ?? 'some-rule'),
    severity: 'error',
    message: `\`${text}\` is wrong; fix it`,
    path: list.path,
    start,
    end: pointAfter(list.text, start, at + text.length),
    url: null,
    fix: null,
    places: null,
    ...facts,
  };
}

/** A row of links, alive unless told otherwise. */
export function row(url: string, facts: Partial<ReportLink> = {}): ReportLink {
  const verdict: Verdict = {
    url,
    verdict: 'alive',
    reason: null,
    status: 200,
    finalUrl: url,
    redirects: [],
    notes: [],
    probe: 'http',
    evidence: [`GET ${url} -> 200 (OK)`],
    cached: false,
    firstFailedAt: null,
    failures: 0,
    suggestion: null,
    facts: null,
    durationMs: 12,
  };
  return { ...verdict, occurrences: [{ path: 'README.md', line: 1, column: 1, entry: null }], ...facts };
}

export const listOf = (text: string, path = 'README.md'): List => parse(text, { path });

/** The report of a lint run over the lists. */
export function reportOf(
  lists: readonly List[],
  findings: readonly Finding[],
  more: Partial<ReportInput> = {},
): Report {
  const facts = {
    version: '1.2.3',
    command: 'lint',
    startedAt: 0,
    facts: null,
    durationMs: 7,
    vantage: 'local',
  } as const;
  return buildReport({
    ...{ ...facts, shard: null, interrupted: false, suppressed: 0, links: [], exceptions: [], pullRequest: null },
    ...{ lists: lists.map((list) => outlineOf(list, 'awesome', null)), findings },
    ...more,
  });
}

/** The pretty text, its last newline taken off; 80 plain columns unless told otherwise. */
export async function shown(report: Report, lists: readonly List[], view: Partial<View> = {}): Promise<string> {
  const outlines = lists.map((list) => outlineOf(list, 'awesome', null));
  const text = pretty(report, {
    painter: noColors,
    width: 80,
    unicode: true,
    verbose: false,
    lists: outlines,
    ...view,
  });
  return text.replace(/\n$/, '');
}

/** Marks what it would paint: `<red:text>`. */
export const markingPainter: Colors = Object.fromEntries(
  Object.keys(noColors).map((name) => [name, (text: string) => `<${name}:${text}>`]),
) as unknown as Colors;
