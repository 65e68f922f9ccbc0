import type { Finding } from '../../model/finding.js';
import type { ReportPullRequest } from '../../model/pull-request.js';
import { codeSpan, markdownText } from '../escape.js';
import type { MarkdownSection } from './fit-to-limit.js';

/** Sentences on what was not checked that are shown at most. */
const mostNotChecked = 10;

/** What is reported about a pull request as a whole, and what of it could not be checked. */
export function pullRequestSections(findings: readonly Finding[], pull: ReportPullRequest | null): MarkdownSection[] {
  const sections: MarkdownSection[] = [];
  if (findings.length > 0) {
    const items = findings.map(({ severity, message, rule, path, start, end }) => {
      const place = end.offset === 0 ? '' : `${codeSpan(path)} line ${start.line}, `;
      const mark = severity === 'error' ? '**Error**: ' : '';
      return { text: `- ${mark}${markdownText(message)} (${place}${codeSpan(rule)})\n`, count: 1 };
    });
    sections.push({ open: '#### About the pull request\n\n', items, close: '\n' });
  }
  const unknown = pull?.notChecked.slice(0, mostNotChecked) ?? [];
  if (unknown.length > 0) {
    const items = unknown.map((sentence) => ({ text: `- ${markdownText(sentence)}\n`, count: 0 }));
    sections.push({ open: '#### Not checked\n\n', items, close: '\n' });
  }
  return sections;
}
