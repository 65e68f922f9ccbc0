import * as v from 'valibot';
import { changesBetween } from '../diff/list-diff.js';
import { type FixResult, fixText, type Linted } from '../lint/fix.js';
import { lint } from '../lint/lint.js';
import type { Facts, PackageFacts, RepositoryFacts } from '../model/facts.js';
import { type Files, noFiles } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { AnyRule, Example } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { parse } from '../parse/parse.js';
import { thrownText } from '../text/thrown.js';
import { commentTrust } from './comment-trust.js';

/** What an example expected, and what was found instead, in words. */
export interface ExampleFailure {
  /** 1-based. */
  readonly example: number;
  readonly says: string;
}

/** Runs the examples of a rule, even if it throws or never ends; empty if all of them pass. `others` are rules that may supersede it. */
export function testExamples(rule: AnyRule, others: readonly AnyRule[] = []): readonly ExampleFailure[] {
  return rule.examples.flatMap((example: Example, index: number) => {
    try {
      return [...failuresOf(rule, example, others)].map((says) => ({ example: index + 1, says }));
    } catch (error) {
      return [{ example: index + 1, says: thrownText(error) }];
    }
  });
}

function* failuresOf(rule: AnyRule, example: Example, others: readonly AnyRule[]): Generator<string> {
  const { findingsIn, fix } = openExample(rule, example, others);
  const found = inShort(rule, findingsIn(example.text));
  if (found.join('\n') !== example.finds.join('\n')) {
    yield `it finds ${JSON.stringify(found)}, but should find ${JSON.stringify(example.finds)}`;
  }
  const once = fix(example.text).text;
  if (once !== (example.fixed ?? example.text)) {
    yield `the fixed text is ${JSON.stringify(once)}, but should be ${JSON.stringify(example.fixed ?? example.text)}`;
  }
  if (fix(once).applied > 0) yield 'a second fix changes the text again';
}

/** A rule with its options, as the configuration would hand it over. */
export function settingOf(rule: AnyRule, options: object = {}): RuleSetting {
  return { rule, severity: rule.severity.default, options: v.parse(rule.options, options) as object };
}

/** A rule at work on one of its examples. */
export interface OpenExample {
  /** What the rule finds in a text that takes the place of the example's. */
  findingsIn(text: string): readonly Finding[];
  /** Fixes such a text, with what needs a look where that is all the rule offers. */
  fix(text: string): FixResult;
}

/** Each text is linted once. */
export function openExample(rule: AnyRule, example: Example, others: readonly AnyRule[] = []): OpenExample {
  const known = new Map<string, Linted>();
  const relint = (text: string): Linted => {
    const linted = known.get(text) ?? lintExample(rule, example, text, others);
    known.set(text, linted);
    return linted;
  };
  return {
    findingsIn: (text) => relint(text).findings,
    fix: (text) => fixText(text, relint, { unsafe: rule.fix === 'suggest' }),
  };
}

function lintExample(rule: AnyRule, example: Example, text: string, others: readonly AnyRule[]): Linted {
  const parsed = (from: string) =>
    parse(from, {
      path: example.path ?? 'README.md',
      lang: example.lang ?? null,
      root: rule.reads === 'markdown',
      entries: example.entries ?? null,
    });
  const list = parsed(text);
  const { verdicts = {}, facts = {}, now = '2030-01-01T00:00:00Z' } = example;
  const isChecked = example.verdicts !== undefined || example.facts !== undefined;
  const factsAt = (url: string): Facts | null => (facts[url] === undefined ? null : factsOf(facts[url], now));
  const judged = new Map(
    isChecked ? list.links.map(({ url }) => [url, verdictOf(url, { facts: factsAt(url), ...verdicts[url] })]) : [],
  );
  // What silences nothing is only known when there is something to suppress.
  const speaking = rule.reads === 'directives' ? others.filter((one) => one !== rule && one.reads !== 'markdown') : [];
  const before = example.base === undefined ? null : parsed(example.base);
  const changesTo = (after: List) => changesBetween(before, after);
  const trusts = before === null ? undefined : commentTrust({ list: before, changesTo }, list, Date.parse(now));
  const { findings, crashes } = lint(list, {
    ...(trusts === undefined ? {} : { trusts }),
    rules: [
      { ...settingOf(rule, example.options), brought: !others.includes(rule) },
      ...speaking.map((one) => settingOf(one)),
    ],
    files: filesOf(example),
    verdicts: judged,
    known: [rule, ...others],
    now: Date.parse(now),
    prefetched: new Map(rule.prefetch ? [[rule.prefetch, new Map(Object.entries(example.prefetched ?? {}))]] : []),
  });
  const [crash] = crashes;
  if (crash !== undefined) throw new Error(`the rule ${crash.rule} fails: ${crash.why}`);
  return { list, findings: findings.filter((finding) => finding.rule === rule.id) };
}

/** Each finding as examples write it: `line:column message id`. */
export function inShort(rule: AnyRule, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ start, message }) => `${start.line}:${start.column} ${messageId(rule, message)}`);
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
    ...{ suggestion: null, durationMs: 5, facts: null },
    ...given,
  };
}

/** Facts that were read at the time of the example, with null for what it does not say. */
function factsOf(given: NonNullable<Example['facts']>[string], now: string): Facts {
  const common = {
    service: 'example',
    readAt: now,
    name: 'owner/name',
    description: null,
    license: null,
    release: null,
  };
  if (given.kind === 'package') {
    const unknown = { downloads: null, downloadsPeriod: null, isDeprecated: null, isYanked: null };
    return { ...common, ...unknown, ...given } satisfies PackageFacts;
  }
  return {
    ...{ kind: 'repository', ...common, stars: null, forks: null, isFork: null, isArchived: null, createdAt: null },
    ...{ pushedAt: null, isReleased: null, tag: null, topics: null, language: null, defaultBranch: null },
    ...{ contributors: null, ...given },
  } satisfies RepositoryFacts;
}

function filesOf({ files, tracked = true }: Example): Files {
  if (files === undefined) return noFiles;
  const paths = Object.keys(files);
  const folders = new Set(
    paths.flatMap((path) => path.split('/').map((_, index, all) => all.slice(0, index).join('/'))),
  );
  return {
    known: true,
    tracked,
    folder: '',
    repository: null,
    kind: (path) => (paths.includes(path) ? 'file' : folders.has(path) || path === '.' ? 'folder' : null),
    nearest: (path) => [...paths, ...folders].find((one) => one.toLowerCase() === path.toLowerCase()) ?? null,
    names: (folder) => {
      const below = folder === '' || folder === '.' ? '' : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
      return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))];
    },
    text: (path) => files[path] ?? null,
    anchors: (path) => {
      const text = files[path];
      return text === undefined || !/\.md$/i.test(path)
        ? null
        : new Set(parse(text, { path }).anchors.map((anchor) => anchor.id));
    },
  };
}
