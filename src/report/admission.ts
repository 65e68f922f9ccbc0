import type { Admission, Requirement } from '../model/admission.js';
import type { Finding } from '../model/finding.js';
import { countText, plural } from '../text/plural.js';
import { codeSpan, jsonText, markdownText, messageText, oneLine, tableCell } from './escape.js';
import { evidenceText } from './evidence.js';
import { findingJson, verdictJson } from './json.js';

/** Findings and links that a page shows of each kind. */
const most = 20;

const marks: Readonly<Record<Requirement['state'], string>> = { met: '✓', 'not-met': '✗', unknown: '?' };

/** The answer in a sentence. */
function answerOf({ admitted, requirements }: Admission): string {
  const open = requirements.filter(({ state }) => state === 'not-met').length;
  if (admitted === true) return 'All requirements are met.';
  if (admitted === false) return `${plural(open, 'requirement is', 'requirements are')} not met.`;
  return 'Some requirements could not be checked.';
}

/** The findings that count, errors first. */
function toShow({ report }: Admission): readonly Finding[] {
  const shown = report.findings.filter(({ severity }) => severity !== 'info');
  return [...shown].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** One page for a terminal or a log. */
export function admissionText(admission: Admission): string {
  const { repository, requirements } = admission;
  const findings = toShow(admission);
  const lines = [
    `${repository}: ${answerOf(admission)}`,
    '',
    ...requirements.map(({ state, message }) => `  ${marks[state]} ${message}`),
    ...(findings.length > 0 ? ['', `Findings in the README: ${countText(findings.length)}`, ''] : []),
    ...findings
      .slice(0, most)
      .map(({ severity, start, message, rule }) => `  ${severity} line ${start.line}: ${message} (${rule})`),
    ...restOf(findings, '  '),
  ];
  return `${lines.map((line) => messageText(line)).join('\n')}\n`;
}

/** One page in Markdown, for a comment on a pull request. */
export function admissionMarkdown(admission: Admission): string {
  const { repository, requirements } = admission;
  const findings = toShow(admission);
  return [
    `### ${codeSpan(repository)}: ${answerOf(admission)}`,
    '',
    '| | requirement | result |',
    '| --- | --- | --- |',
    ...requirements.map(
      ({ name, state, message }) => `| ${marks[state]} | ${name} | ${tableCell(markdownText(message))} |`,
    ),
    ...(findings.length > 0 ? ['', `#### Findings in the README: ${countText(findings.length)}`, ''] : []),
    ...findings
      .slice(0, most)
      .map(
        ({ severity, start, message, rule }) =>
          `- ${severity === 'error' ? '**Error**, l' : 'L'}ine ${start.line}: ${markdownText(message)} (${codeSpan(rule)})`,
      ),
    ...restOf(findings, '- '),
    '',
  ].join('\n');
}

function restOf(findings: readonly Finding[], indent: string): readonly string[] {
  const rest = findings.length - most;
  return rest > 0 ? [`${indent}and ${plural(rest, 'more finding')}; \`listwright check\` shows all`] : [];
}

/** The page as data. */
export function admissionJson({ version, repository, admitted, requirements, facts, report }: Admission): string {
  const links = report.links
    .filter(({ verdict }) => verdict !== 'alive' && verdict !== 'skipped')
    .map((link) => ({ ...verdictJson(link), evidence: link.evidence.map(evidenceText) }));
  const data = {
    ...{ version, repository, admitted },
    requirements: requirements.map(({ name, state, message }) => ({ name, state, message: oneLine(message) })),
    facts,
    stats: report.stats,
    findings: report.findings.map(findingJson),
    links,
  };
  return `${jsonText(JSON.stringify(data, null, 2))}\n`;
}
