import type { Finding } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import { groupBy } from '../../text/group-by.js';
import { countText, plural, pluralForm } from '../../text/plural.js';
import { codeSpan, markdownText } from '../escape.js';
import { foldFindings } from '../group-findings.js';
import { lineNames } from '../places.js';
import type { ReportedRule } from '../report-facts.js';
import type { Suggest } from '../suggestion.js';
import type { MarkdownItem } from './fit-to-limit.js';

/** An item names this many lines at most. */
const mostLines = 60;

/** Of what was seen of a broken link, the last so many sentences are shown. */
const mostEvidence = 10;

/** What items show next to the findings. */
export interface ItemView {
  readonly rules: ReadonlyMap<string, ReportedRule>;
  readonly evidence: (finding: Finding) => readonly string[];
  readonly suggest: Suggest;
}

/** Broken links in a Markdown list, one item for each address, with what the checker saw folded below it. */
export function brokenItems(findings: readonly Finding[], view: Pick<ItemView, 'evidence'>): readonly MarkdownItem[] {
  return [...groupBy(findings, ({ url, message }) => url ?? message).values()].map((group) => {
    const [first] = group;
    if (first === undefined) return { text: '', count: 0 };
    const places = [...groupBy(group, ({ path }) => path)].map(
      ([path, found]) => `${codeSpan(path)} ${linesNamed(found)}`,
    );
    const shown = places.length > 8 ? [...places.slice(0, 8), `${places.length - 8} more files`] : places;
    const seen = view
      .evidence(first)
      .slice(-mostEvidence)
      .map((sentence) => `  - ${codeSpan(sentence)}\n`);
    const details =
      seen.length === 0 ? '' : `  <details><summary>Evidence</summary>\n\n${seen.join('')}\n  </details>\n`;
    return { text: `- ${markdownText(first.message)} (${shown.join('; ')})\n${details}`, count: group.length };
  });
}

/** Findings of one file and one severity in a Markdown list: by line, with the corrected line; what one rule says often is one item. */
export function itemsOf(findings: readonly Finding[], view: ItemView): readonly MarkdownItem[] {
  const { many, single } = foldFindings(findings);
  const byLine = groupBy(single, ({ start }) => start.line);
  return [
    ...many.map((group) => foldedItem(group, view)),
    ...[...byLine].map(([line, group]) => lineItem(line, group, view)),
  ];
}

/** `31 times: End every description as a sentence ends: lines 3, 5, …`. */
function foldedItem(group: readonly Finding[], view: ItemView): MarkdownItem {
  const [first] = group;
  if (first === undefined) return { text: '', count: 0 };
  const same = group.every(({ message }) => message === first.message);
  const what = same ? first.message : (view.rules.get(first.rule)?.summary ?? first.message);
  const safe = group.filter(({ fix }) => fix?.safe === true).length;
  const fixNote = safe === 0 ? '' : ` \`--fix\` fixes ${safe === group.length ? 'all' : `${safe} of them`}.`;
  const places = group.reduce((sum, finding) => sum + 1 + (finding.places?.length ?? 0), 0);
  const text = `- **${countText(places)} times** ${markdownText(what)}: ${linesNamed(group)} (${ruleName(first.rule, view)}).${fixNote}\n`;
  return { text, count: group.length };
}

function lineItem(line: number, group: readonly Finding[], view: ItemView): MarkdownItem {
  const alone = group.length === 1;
  const texts = group.map((finding) => {
    const places = finding.places ?? [];
    const more = places.length === 0 ? '' : `. ${places.length + 1} places: ${linesNamed([finding])}`;
    const seen = view
      .evidence(finding)
      .slice(-2)
      .map((sentence) => `${alone ? '  ' : '    '}- ${codeSpan(sentence)}\n`);
    const lead = alone ? '' : '  - ';
    return `${lead}${markdownText(finding.message)} (${ruleName(finding.rule, view)})${more}\n${seen.join('')}`;
  });
  const head = alone ? '' : `${plural(texts.length, 'finding')}\n`;
  const severity = group[0]?.severity ?? 'info';
  const suggestion = view.suggest(line, severity);
  return {
    text: `- **Line ${line}**: ${head}${texts.join('')}${suggestion}`,
    count: group.length,
  };
}

function ruleName(id: string, { rules }: ItemView): string {
  const url = rules.get(id)?.url ?? null;
  return url === null || /[\s<>()\\]/.test(url) ? codeSpan(id) : `[${codeSpan(id)}](${url})`;
}

/** `lines 3, 5 (2×), 8 and 12 more`. */
function linesNamed(found: readonly (Position & Partial<Pick<Finding, 'places'>>)[]): string {
  const lines = lineNames(found.flatMap((one) => [one, ...(one.places ?? [])]));
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
  return `${pluralForm(lines.length, 'line')} ${lines.slice(0, mostLines).join(', ')}${more}`;
}
