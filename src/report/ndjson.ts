import type { Finding } from '../model/finding.js';
import type { Report, ReportLink } from '../model/report.js';
import { jsonText } from './escape.js';
import { withSentences } from './evidence.js';
import type { ReportFacts } from './report-facts.js';

/** What is written of a finding and of what is in it, in this order. */
const findingKeys = [
  ...['type', 'rule', 'severity', 'message', 'path', 'start', 'end', 'line', 'column', 'offset'],
  ...['url', 'fix', 'safe', 'edits', 'text', 'places'],
];

/** What is written of a link and of what is in it, in this order. */
const linkKeys = [
  ...['type', 'url', 'verdict', 'reason', 'status', 'finalUrl', 'redirects', 'notes', 'probe', 'evidence', 'cached'],
  ...[
    'firstFailedAt',
    'failures',
    'suggestion',
    'durationMs',
    'facts',
    'occurrences',
    'path',
    'line',
    'column',
    'entry',
  ],
  ...[
    'kind',
    'service',
    'readAt',
    'name',
    'description',
    'license',
    'release',
    'publishedAt',
    'stars',
    'forks',
    'isFork',
  ],
  ...[
    'isArchived',
    'createdAt',
    'pushedAt',
    'isReleased',
    'tag',
    'topics',
    'language',
    'defaultBranch',
    'contributors',
  ],
  ...['downloads', 'downloadsPeriod', 'isDeprecated', 'isYanked'],
];

/** The report as JSON objects, one a line: the run, the findings, the links, and last the counts. */
export function ndjson(report: Report, _facts: ReportFacts): string {
  const { version, tool, run, stats, findings, links } = report;
  return [
    line({ type: 'run', version, tool, ...run }),
    ...findings.map(findingLine),
    ...links.map(linkLine),
    line({ type: 'stats', ...stats }),
  ].join('');
}

/** One link as a line, its newline included, for those who print links as they come. */
export function linkLine(link: ReportLink): string {
  return line({ type: 'link', ...withSentences(link) }, linkKeys);
}

function findingLine(finding: Finding): string {
  // A place may be all of a finding; only where it is belongs here.
  const places = finding.places?.map(({ start, end }) => ({ start, end })) ?? null;
  return line({ type: 'finding', ...finding, places }, findingKeys);
}

function line(row: object, keys?: string[]): string {
  const text = JSON.stringify(row, keys);
  return `${jsonText(text)}\n`;
}
