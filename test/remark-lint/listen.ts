import * as v from 'valibot';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { AnyRule } from '../../src/model/rule.js';
import { parse } from '../../src/parse/parse.js';

/** What rules of plugins find in a text; throws where one of them fails. */
export function listen(rules: readonly AnyRule[], text: string, path = 'readme.md', options: object = {}) {
  const settings = rules.map((rule) => ({
    rule,
    severity: rule.severity.default,
    options: v.parse(rule.options, options) as object,
  }));
  const list = parse(text, { path, root: true });
  const { findings, crashes } = lint(list, { rules: settings, files: noFiles });
  const [crash] = crashes;
  if (crash) throw new Error(crash.why);
  return findings;
}

/** Checks a rule as it is, without the lint room; what it reports is lost. */
export function check(rule: AnyRule, list: List): void {
  rule.check({
    list,
    files: noFiles,
    options: {},
    judged: [],
    now: 0,
    prefetched: new Map(),
    unusedDirectives: [],
    foldOver: 20,
    report: () => {},
  });
}

/** Where findings begin, as `line:column`. */
export const places = (findings: readonly Finding[]) => findings.map(({ start }) => `${start.line}:${start.column}`);
