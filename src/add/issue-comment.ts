import { reasonWords } from '../model/reasons.js';
import { codeSpan, fenceOf, markdownText, oneLine, stripped } from '../report/escape.js';
import { evidenceText } from '../report/evidence.js';
import { sameness } from './duplicates.js';
import { type Proposal, sectionTrail } from './proposal.js';

/** An entry that was in the list before. */
export interface RemovedBefore {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly commit: string;
  /** The first line of the message of its commit. */
  readonly subject: string;
}

/** What became of an issue form. */
export interface IssueAnswer {
  /** Null where nothing could be proposed. */
  readonly proposal: Proposal | null;
  /** Sentences on why nothing could be proposed. */
  readonly problems: readonly string[];
  readonly removed: RemovedBefore | null;
}

/** A patch longer than this is for a computer. UTF-16 units. */
const longestPatch = 20_000;

/** True where the form became an entry without an error. */
export function isAccepted({ proposal, problems }: IssueAnswer): boolean {
  return (
    problems.length === 0 &&
    proposal !== null &&
    proposal.line !== null &&
    !proposal.findings.some(({ severity }) => severity === 'error')
  );
}

/** The answer as a comment in GitHub's Markdown. All text of the form, the page and the list is escaped: it mentions no one and runs nothing. */
export function issueComment(answer: IssueAnswer, patch: string): string {
  const { proposal, problems, removed } = answer;
  const parts: string[] = [];
  const line = proposal?.line ?? null;
  if (line === null || proposal === null) {
    const reasons = [...problems.map(withoutFlags), ...(proposal === null ? [] : refusals(proposal))].map(
      (each) => `- ${markdownText(each)}`,
    );
    parts.push(`**No entry can be proposed yet.**`, reasons.join('\n'), 'Edit the issue to try again.');
  } else {
    const place = sectionTrail([...(proposal.section ?? []), ...(proposal.tier === null ? [] : [proposal.tier])]);
    const { neighbour, share } = proposal;
    const next = neighbour === null ? '' : `, ${neighbour.side} ${codeSpan(neighbour.name)}`;
    const guess = share === null ? '' : ` The section is a guess (${Math.round(share * 100)}%).`;
    parts.push(
      `**Proposed entry** in ${place === '' ? 'the list' : codeSpan(place)}${next}.${guess}`,
      fenced(line, 'markdown'),
    );
    const findings = proposal.findings.map(({ severity, message }) => `- **${severity}**: ${markdownText(message)}`);
    if (findings.length > 0) parts.push(findings.join('\n'));
    const notes = [...proposal.notices.map(withoutFlags), ...linkNotes(proposal)].map(
      (each) => `- ${markdownText(each.charAt(0).toUpperCase() + each.slice(1))}`,
    );
    if (notes.length > 0) parts.push(notes.join('\n'));
  }
  if (removed !== null)
    parts.push(
      `This URL was in the list before: commit ${removed.commit} removed it on ${removed.day} (${codeSpan(removed.subject)}).`,
    );
  if (patch !== '' && patch.length <= longestPatch)
    parts.push(`<details><summary>Patch</summary>\n\n${fenced(patch.trimEnd(), 'diff')}\n\n</details>`);
  return `${parts.join('\n\n')}\n`;
}

/** A form has no command line: advice about its options is left out, and what is about one names the field. */
function withoutFlags(sentence: string): string {
  return sentence
    .replace(/; (?:add|name|pass|use)\b[^;]*--[a-z-]+\b[^:]*/, '')
    .replace(/^--([a-z]+)(?: [^:]*)?: /, 'The field `$1`: ');
}

/** Why a proposal has no entry. */
function refusals(proposal: Proposal): readonly string[] {
  const { duplicates, path } = proposal;
  const listed = duplicates.map(
    ({ name, section, line, by }) =>
      `It is already listed: \`${name}\`${section === '' ? '' : ` in ${section}`} (${path}, line ${line}) ${sameness(by)}.`,
  );
  return [...listed, ...linkNotes(proposal)];
}

/** What is wrong with the link, with the last evidence. */
function linkNotes({ verdict }: Proposal): readonly string[] {
  if (verdict === null || verdict.verdict === 'alive' || verdict.verdict === 'moved') return [];
  const why = verdict.reason === null ? '' : `: ${reasonWords(verdict.reason)}`;
  return [`The link is ${verdict.verdict}${why} (${evidenceText(verdict.evidence.at(-1) ?? '')}).`];
}

/** Text as a block of code that ends where it should. */
function fenced(text: string, language: string): string {
  const fence = fenceOf(text, 3);
  return `${fence}${language}\n${stripped(text)}\n${fence}`;
}

/** The title of a pull request or commit that adds the entry. */
export function pullTitle({ facts }: Proposal): string {
  return `Add ${oneLine(facts?.name ?? 'an entry')
    .replace(/[@#]/g, '')
    .slice(0, 60)
    .trim()}`;
}
