import * as v from 'valibot';
import { fixText } from '../../src/lint/fix.js';
import { lint } from '../../src/lint/lint.js';
import { type Files, noFiles } from '../../src/model/files.js';
import type { Finding } from '../../src/model/finding.js';
import type { AnyRule, Example } from '../../src/model/rule.js';
import type { RuleSetting } from '../../src/model/settings.js';
import type { Verdict } from '../../src/model/verdict.js';
import { parse } from '../../src/parse/parse.js';
import { everyRule } from './every.js';

/** A rule with its options, as the configuration would hand it over. */
export function setting(rule: AnyRule, options: object = {}): RuleSetting {
  return { rule, severity: rule.severity.default, options: v.parse(rule.options, options) as object };
}

/** What one rule finds in the text of an example. */
export function findingsOf(rule: AnyRule, example: Example, text: string): readonly Finding[] {
  const list = parse(text, { path: 'README.md' });
  const { verdicts } = example;
  const judged =
    verdicts === undefined
      ? []
      : list.links.map((link) => ({ link, verdict: verdictOf(link.url, verdicts[link.url]) }));
  // What silences nothing can only be told when there is something to silence.
  const others = rule.reads === 'directives' ? everyRule.filter((one) => one !== rule) : [];
  return lint(list, {
    rules: [setting(rule, example.options), ...others.map((one) => setting(one))],
    files: filesOf(example),
    judged,
    known: everyRule.map((one) => String(one.id)),
  }).findings.filter((finding) => finding.rule === rule.id);
}

/** Each finding as examples write it: `line:column message id`. */
export function inShort(rule: AnyRule, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ start, message }) => `${start.line}:${start.column} ${messageId(rule, message)}`);
}

/** Fixes the text of an example, with what needs a look where that is all the rule offers. */
export function fixed(rule: AnyRule, example: Example, text: string) {
  return fixText(text, (current) => findingsOf(rule, example, current), { unsafe: rule.fix === 'suggest' });
}

function messageId(rule: AnyRule, message: string): string {
  const words = Object.entries<string>(rule.messages)
    .sort(([, a], [, b]) => b.length - a.length)
    .find(([, template]) => {
      const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[^\w\s]/g, '\\$&'));
      return new RegExp(`^${parts.join('.+')}$`, 's').test(message);
    });
  return words?.[0] ?? `?? ${message}`;
}

function verdictOf(url: string, given: Partial<Verdict> = {}): Verdict {
  return {
    ...{ url, verdict: 'alive', reason: null, status: 200, finalUrl: null, redirects: [], notes: [], probe: 'http' },
    ...{ evidence: [`GET ${url} -> ${given.status ?? 200}`], cached: false, firstFailedAt: null, failures: 0 },
    ...{ suggestion: null, durationMs: 5 },
    ...given,
  };
}

function filesOf({ files }: Example): Files {
  if (files === undefined) return noFiles;
  const paths = Object.keys(files);
  const folders = new Set(
    paths.flatMap((path) => path.split('/').map((_, index, all) => all.slice(0, index).join('/'))),
  );
  return {
    known: true,
    folder: '',
    repository: null,
    kind: (path) => (paths.includes(path) ? 'file' : folders.has(path) || path === '.' ? 'folder' : null),
    nearest: (path) => [...paths, ...folders].find((one) => one.toLowerCase() === path.toLowerCase()) ?? null,
    text: (path) => files[path] ?? null,
    anchors: (path) => {
      const text = files[path];
      return text === undefined || !/\.md$/i.test(path)
        ? null
        : new Set(parse(text, { path }).anchors.map((anchor) => anchor.id));
    },
  };
}
