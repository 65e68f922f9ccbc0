import { UserError } from '../model/errors.js';
import type { Files } from '../model/files.js';
import type { Finding, Fix, Severity } from '../model/finding.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { JsonValue, Prefetch } from '../model/prefetch.js';
import type { AnyRule, UnusedDirective } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import type { JudgedLink } from '../model/verdict.js';
import { lastUpTo } from '../text/document-order.js';
import { countText } from '../text/plural.js';
import { TimeLimitError, withTimeLimit } from '../text/regex-timeout.js';
import { thrownStack, thrownText } from '../text/thrown.js';

/** Long names and descriptions are cut at this many UTF-16 units, so that a message stays one line a person can read. */
const longest = 300;

/** Placeholders whose numbers are no counts. */
const ordinals = new Set(['line', 'year']);

/**
 * Fills the `{name}` placeholders of a message: line breaks and control characters of the data become single spaces, what cannot be seen is named, and numbers
 * other than a line or a year get thousands separators.
 */
export function fillMessage(template: string, data: Readonly<Record<string, string | number>> | undefined): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data?.[name];
    if (value === undefined) return placeholder;
    return plain(typeof value === 'number' && !ordinals.has(name) ? countText(value) : String(value));
  });
}

/** What cannot be seen or turns the direction of a line (UAX #9); joiners and variation selectors make letters and emoji. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/g;

/** `<U+202E>`. */
const codePoint = (character: string): string =>
  `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;

function plain(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(unseen, codePoint);
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** A finding together with what only src/lint needs to know of it. */
export interface RawFinding {
  readonly finding: Finding;
  readonly setting: RuleSetting;
  readonly link: Link | null;
  /** The other copies of the same defect. */
  readonly either: readonly Position[];
  /** Where this defect causes others. */
  readonly explains: readonly Position[];
}

/** What a rule reports, its message ids unknown. */
interface AnyProblem {
  readonly message: string;
  readonly at: Position;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly fix?: Fix | null;
  readonly url?: string | null;
  readonly places?: readonly Position[];
  readonly either?: readonly Position[];
  readonly explains?: readonly Position[];
  readonly atMost?: Severity;
  readonly link?: Link;
}

/** What rules may read. */
export interface RuleInput {
  readonly list: List;
  readonly files: Files;
  readonly judged: readonly JudgedLink[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** What plugins read about links. */
  readonly prefetched: ReadonlyMap<Prefetch, ReadonlyMap<string, JsonValue>>;
  readonly unusedDirectives: readonly UnusedDirective[];
  readonly foldOver: number;
}

/** A rule that did not finish: a bug in that rule, not in the list. */
export interface Crash {
  readonly rule: string;
  readonly path: string;
  /** In words. */
  readonly why: string;
  /** Null if it was stopped and did not throw. */
  readonly stack: string | null;
}

/** More places than this of something that is only a matter of taste are one finding. */
const mostNotes = 2;

/** Rules that come with the tool end by themselves; one that someone brought may run this long over one list, in milliseconds. */
const patience = 5_000;

/** Runs one rule over one list. What a rule said before it threw is dropped. Throws UserErrors alone. */
export function runRule(setting: RuleSetting, facts: RuleInput): readonly RawFinding[] | Crash {
  const { rule, severity } = setting;
  const spoken: RawFinding[] = [];
  const report = (problem: AnyProblem): void => {
    const { link = null } = problem;
    const outside = outsideOf(facts.list.frontMatter, problem);
    if (outside === null) return;
    const { at, places } = outside;
    const fix = touchesUnread(outside.fix, facts.list) ? null : outside.fix;
    spoken.push({
      finding: {
        rule: rule.id,
        topic: rule.topic,
        verdict: rule.verdict ?? null,
        severity: lower(severity, problem.atMost),
        message: fillMessage(messageOf(rule, problem.message), problem.data),
        path: facts.list.path,
        start: at.start,
        end: at.end,
        url: problem.url ?? link?.url ?? null,
        fix,
        places: places.length > 0 ? places : null,
      },
      setting,
      link,
      either: problem.either ?? [],
      explains: problem.explains ?? [],
    });
  };
  const prefetched = (rule.prefetch && facts.prefetched.get(rule.prefetch)) ?? new Map();
  try {
    const folds = facts.foldOver !== Number.POSITIVE_INFINITY;
    const foldOver = folds && severity === 'info' ? mostNotes : facts.foldOver;
    const check = (): unknown => rule.check({ ...facts, foldOver, prefetched, options: setting.options, report });
    const returned = setting.brought === true ? withTimeLimit(patience, check) : check();
    if (returned instanceof Promise) {
      // What it rejects with later would end the whole run.
      returned.catch(() => {});
      throw new Error('`check` is asynchronous; it must report before it returns');
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const stopped = error instanceof TimeLimitError;
    const why = thrownText(error);
    const stack = stopped ? null : thrownStack(error);
    return { rule: rule.id, path: facts.list.path, why, stack };
  }
  return spoken;
}

const bySeverity: readonly Severity[] = ['info', 'warning', 'error'];

function lower(one: Severity, other: Severity = one): Severity {
  return bySeverity.indexOf(other) < bySeverity.indexOf(one) ? other : one;
}

/** What of a problem is outside of front matter, which is not Markdown and never rewritten; null when nothing is. */
function outsideOf(
  frontMatter: Position | null,
  { at, places = [], fix = null }: AnyProblem,
): { readonly at: Position; readonly places: readonly Position[]; readonly fix: Fix | null } | null {
  if (frontMatter === null) return { at, places, fix };
  const { start, end } = frontMatter;
  // The beginning of the file is where findings about the whole file are.
  const isOutside = (place: Position): boolean =>
    place.start.offset >= end.offset || place.end.offset > end.offset || place.end.offset <= start.offset + 1;
  const [first, ...others] = [at, ...places].filter(isOutside);
  if (first === undefined) return null;
  const edits = fix?.edits.filter((edit) => edit.start >= end.offset) ?? [];
  return { at: first, places: others, fix: fix === null || edits.length === 0 ? null : { ...fix, edits } };
}

/** True for a fix of what goes on in a stretch that is over a limit: where it ends is not known. */
function touchesUnread(fix: Fix | null, { unread }: List): boolean {
  if (fix === null || unread.length === 0) return false;
  return fix.edits.some(({ start, end }) => (lastUpTo(unread, end)?.position.end.offset ?? -1) >= start);
}

function messageOf(rule: AnyRule, id: string): string {
  const message: unknown = rule.messages[id];
  if (typeof message !== 'string') throw new Error(`it has no message called ${id}`);
  return message;
}
