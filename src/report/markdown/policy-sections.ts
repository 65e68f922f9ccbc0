import type { Finding } from '../../model/finding.js';
import type { ReportPullRequest } from '../../model/pull-request.js';
import { shorten } from '../../text/shorten.js';
import { codeSpan, markdownText } from '../escape.js';
import type { MarkdownSection } from './fit-to-limit.js';

/** Sentences on what was not checked that are shown at most. */
const mostNotChecked = 10;
/** UTF-16 units of a path, which a stranger may have named, and of a sentence. */
const longest = 300;

/** What is reported about a pull request as a whole, and what of it could not be checked. */
export function pullRequestSections(findings: readonly Finding[], pull: ReportPullRequest | null): MarkdownSection[] {
  const sections: MarkdownSection[] = [];
  if (findings.length > 0) {
    const items = findings.map(({ severity, message, rule, path, start, end }) => {
      const place = end.offset === 0 ? '' : `${codeSpan(shorten(path, longest))} line ${start.line}, `;
      const mark = severity === 'error' ? '**Error**: ' : '';
      return { text: `- ${mark}${markdownText(message)} (${place}${codeSpan(rule)})\n`, count: 1 };
    });
    sections.push({ open: '#### About the pull request\n\n', items, close: '\n' });
  }
  const unknown = pull?.notChecked.slice(0, mostNotChecked) ?? [];
  if (unknown.length > 0) {
    const items = unknown.map((sentence) => ({ text: `- ${markdownText(shorten(sentence, longest))}\n`, count: 0 }));
    sections.push({ open: '#### Not checked\n\n', items, close: '\n' });
  }
  return sections;
}
