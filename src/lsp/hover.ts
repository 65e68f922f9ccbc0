import type { Hover } from 'vscode-languageserver';
import type { Finding } from '../model/finding.js';
import type { Entry, Link, List } from '../model/list.js';
import { reasonWithStatus } from '../model/reasons.js';
import type { AnyRule } from '../model/rule.js';
import type { Verdict } from '../model/verdict.js';
import { ruleUrl } from '../model/version.js';
import { codeSpan, markdownText } from '../report/escape.js';
import { evidenceText } from '../report/evidence.js';
import { overlaps, rangeOf } from './ranges.js';

/** What a person may want to know at a place. */
export interface HoverFacts {
  readonly list: List;
  readonly findings: readonly Finding[];
  readonly rules: readonly AnyRule[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Epoch milliseconds, by URL. */
  readonly asked: ReadonlyMap<string, number>;
}

/** What is known at an offset: rules that were broken there, the rule that a comment names, the verdict of the link, or those of the entry. Null for nothing. */
export function hoverAt(facts: HoverFacts, offset: number): Hover | null {
  const { list, findings, rules } = facts;
  const named = ruleNamedAt(list, offset);
  if (named !== null) {
    const rule = rules.find(({ id }) => id === named);
    return rule === undefined ? null : { contents: { kind: 'markdown', value: ruleWords(rule) } };
  }
  const entry = list.entries.findLast(({ position }) => overlaps(position, offset, offset)) ?? null;
  const isHere = (finding: Finding): boolean =>
    [finding, ...(finding.places ?? [])].some((place) => overlaps(place, offset, offset));
  const broken = new Set(findings.filter(isHere).map(({ rule }) => rule));
  const parts = [
    ...rules.filter(({ id }) => broken.has(String(id))).map(ruleWords),
    ...linksAt(list, entry, offset).map((link) => linkWords(link, facts)),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const range = entry === null ? {} : { range: rangeOf(entry.label) };
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, ...range };
}

/** The rule whose name is at an offset in a directive. */
function ruleNamedAt(list: List, offset: number): string | null {
  const directive = list.directives.find(({ position }) => overlaps(position, offset, offset));
  if (directive === undefined) return null;
  const { start, end } = directive.position;
  for (const match of list.text.slice(start.offset, end.offset).matchAll(/[\w/-]+/g)) {
    const at = start.offset + match.index;
    if (at <= offset && offset <= at + match[0].length && directive.rules.includes(match[0])) return match[0];
  }
  return null;
}

/** The link at an offset; elsewhere in an entry the links of the entry, its badges left out. */
function linksAt(list: List, entry: Entry | null, offset: number): readonly Link[] {
  const under = list.links.filter(({ position }) => overlaps(position, offset, offset));
  if (under.length > 0) return under.slice(-1);
  return (entry?.links ?? []).filter(({ place }) => place !== 'badge');
}

function ruleWords(rule: AnyRule): string {
  const id = String(rule.id);
  return `**[${markdownText(id)}](${ruleUrl(id)})**: ${markdownText(rule.summary)}. ${markdownText(rule.why)}`;
}

function linkWords({ url }: Link, { verdicts, asked }: HoverFacts): string {
  const verdict = verdicts.get(url);
  if (verdict === undefined) return '';
  const at = asked.get(url);
  const { finalUrl, notes, suggestion } = verdict;
  const why = verdict.reason === null ? '' : `, ${markdownText(reasonWithStatus(verdict))}`;
  const lines = [
    `**${verdict.verdict}**${why}: ${codeSpan(url)}`,
    ...(finalUrl === null || finalUrl === url ? [] : [`redirects to ${codeSpan(finalUrl)}`]),
    ...(suggestion === null ? [] : [`suggested URL: ${codeSpan(suggestion)}`]),
    ...(at === undefined ? [] : [`checked at ${new Date(at).toISOString()}`]),
    ...verdict.evidence.map((seen) => markdownText(evidenceText(seen))),
    ...notes.map(markdownText),
  ];
  return `${lines[0]}\n${lines
    .slice(1)
    .map((line) => `\n- ${line}`)
    .join('')}`.trimEnd();
}
