import { changesBetween } from '../../src/diff/list-diff.js';
import { newFindings } from '../../src/diff/new-findings.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';
import { settingOf } from '../../src/pipeline/test-rule.js';
import { everyRule } from '../rules/every-rule.js';

const spoken = ['description-end', 'description-required', 'no-duplicate-url', 'no-duplicate-name', 'entries-sorted']
  .concat(['toc-sync', 'no-trailing-spaces', 'heading-unique', 'tier-sequence', 'url-https', 'fragment-resolves'])
  .concat(['description-length', 'heading-format', 'no-orphan-entry', 'no-placeholder', 'no-empty-section']);

/** A list and what a handful of rules say of it. */
export interface Heard {
  readonly list: List;
  readonly findings: readonly Finding[];
}

/** Reads and lints a text with some of the real rules. */
export function heard(text: string, rules: readonly string[] = spoken, path = 'README.md', folds = true): Heard {
  const list = parse(text, { path, lang: 'en' });
  const settings = everyRule
    .filter(({ id }) => rules.includes(id))
    .map((rule) => settingOf(rule, rule.id === 'description-length' ? { min: 0 } : {}));
  const { findings, crashes } = lint(list, { rules: settings, files: noFiles, folds });
  if (crashes.length > 0) throw new Error(crashes[0]?.why);
  return { list, findings };
}

/** What the change of a text causes; without `folds` each place is compared by itself, as in a run. */
export function caused(
  before: string | null,
  after: string,
  rules?: readonly string[],
  folds = true,
): readonly Finding[] {
  const now = heard(after, rules, 'README.md', folds);
  const was = before === null ? null : heard(before, rules, 'README.md', folds);
  const changes = changesBetween(was?.list ?? null, now.list);
  const lists = { before: was?.list ?? null, after: now.list };
  return newFindings(was?.findings ?? null, now.findings, lists, changes);
}

/** Findings as `line rule`. */
export function short(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ start, rule }) => `${start.line} ${rule}`);
}
