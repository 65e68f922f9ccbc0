import { withInferred } from '../lint/infer-options.js';
import { lint } from '../lint/lint.js';
import type { RuleException } from '../model/exception.js';
import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import type { Point, Position } from '../model/position.js';
import type { RuleSetting } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { parse } from '../parse/parse.js';
import {
  changeBetween,
  definitionsBeside,
  editedRange,
  headingsIn,
  liesWithin,
  newlines,
  type TextRange,
} from './edited-range.js';

/** A quick look at a text that differs in a few places from one that was read in full. */
export interface IncrementalLinter {
  /**
   * What can be said at once, in the order of the text; null where only a full reading tells. What it says of the sections that were
   * edited is what a full reading says of them; what follows from the list as a whole stays as it was until then.
   */
  at(text: string): readonly Finding[] | null;
}

/** What a full reading knows that a quick one builds on. */
export interface FullReading {
  readonly list: List;
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleSetting[];
  readonly files: Files;
  /** All rules there are. */
  readonly known: readonly { readonly id: string }[];
  /** Verdicts of this session, by URL as written. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly exceptions: readonly RuleException[];
}

/** Anyone who edits more sections than this without a pause is no person who types. */
const mostPatches = 30;

/** Looks at later texts against what was read in full. */
export function openIncrementalLinter(exact: FullReading): IncrementalLinter {
  const { list, findings } = exact;
  const read = readerOf(exact);
  const fars = new Map<TextRange, ReadonlySet<string> | null>();
  let patches: readonly Patch[] = [];
  let last = list.text;

  /** The patches with that around a change of the text before: as it was made again, or grown with what was typed. */
  const patchesWith = (text: string): readonly Patch[] | null => {
    const { from, to, grown } = changeBetween(last, text);
    let moved = 0;
    for (const [index, patch] of patches.entries()) {
      const start = patch.stretch.start.offset + moved;
      const end = patch.stretch.end.offset + moved + patch.grown;
      if (from < start) break;
      if (to < end) {
        const next = patched(patch.stretch, patch.grown + grown, text.slice(start, end + grown));
        return next === null ? null : patches.with(index, next);
      }
      moved += patch.grown;
    }
    const stretch = editedRange(list, from - moved, to - moved);
    if (stretch === null || patches.length === mostPatches) return null;
    if (patches.some((one) => overlap(one.stretch, stretch))) return null;
    const start = stretch.start.offset + moved;
    const next = patched(stretch, grown, text.slice(start, stretch.end.offset + moved + grown));
    return next && [...patches, next].sort((a, b) => a.stretch.start.offset - b.stretch.start.offset);
  };
  /** The rules that only the list as a whole tells, for a stretch as it was; null where it is another one when it is read alone. */
  const farIn = (stretch: TextRange, before: string): ReadonlySet<string> | null => {
    const known = fars.get(stretch);
    if (known !== undefined) return known;
    const far = new Set<string>();
    const then = read(before, stretch, far);
    for (const rule of differing(then, findings, stretch)) far.add(rule);
    const same = sameEntries(then.list, list, stretch) ? far : null;
    fars.set(stretch, same);
    return same;
  };
  const patched = (stretch: TextRange, grown: number, text: string): Patch | null => {
    const before = list.text.slice(stretch.start.offset, stretch.end.offset);
    const known = farIn(stretch, before);
    if (known === null) return null;
    const far = new Set(known);
    const now = read(text, stretch, far);
    // A heading that comes or goes changes what all that follows belongs to.
    if (now.list.headings.length !== headingsIn(list, stretch)) return null;
    const { line, offset } = stretch.start;
    const own = findings.filter((finding) => liesWithin(finding, stretch) && far.has(finding.rule));
    const fresh = now.findings.filter(({ rule }) => !far.has(rule));
    const said = [...carried(own, stretch, before, text), ...fresh.map((one) => shifted(one, line - 1, offset))];
    const inOrder = said.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset);
    return { stretch, grown, lines: newlines(text) - newlines(before), findings: inOrder };
  };

  return {
    at(text) {
      const next = patchesWith(text);
      if (next === null) return null;
      patches = next;
      last = text;
      const all: Finding[] = [];
      let [lines, grown] = [0, 0];
      let from = 0;
      for (const patch of [...patches, null]) {
        const to = patch?.stretch.start.offset ?? list.text.length + 1;
        const between = findings.filter(({ start: { offset } }) => from <= offset && offset < to);
        for (const finding of between) all.push(shifted(finding, lines, grown));
        if (patch === null) break;
        for (const finding of patch.findings) all.push(shifted(finding, lines, grown));
        lines += patch.lines;
        grown += patch.grown;
        from = patch.stretch.end.offset;
      }
      return all;
    },
  };
}

/** A stretch that was edited. */
interface Patch {
  readonly stretch: TextRange;
  /** By how many UTF-16 units it is longer than it was. */
  readonly grown: number;
  readonly lines: number;
  /** What is said of it, as if nothing before it had been edited. */
  readonly findings: readonly Finding[];
}

/** What a stretch is and says when it is read alone. */
interface Alone {
  readonly list: List;
  readonly findings: readonly Finding[];
}

/** Reads stretches alone; `far` takes the rules that look at what one stretch cannot tell. */
function readerOf({
  list,
  rules,
  files,
  known,
  verdicts,
  exceptions,
}: FullReading): (text: string, at: TextRange, far: Set<string>) => Alone {
  let settings: readonly RuleSetting[] | null = null;
  return (text, stretch, far) => {
    // What the list has for its style is learnt from all of it, not from one section.
    settings ??= rules.map((setting) => withInferred(setting, list));
    const { path, lang } = list;
    const read = parse(text + definitionsBeside(list, stretch), { path, lang });
    const watching = settings.map((setting) => watched(setting, far, stretch.start.line - 1));
    const said = lint(read, { rules: watching, files, verdicts, known, exceptions }).findings;
    return { list: read, findings: said.filter(({ start }) => start.offset < text.length) };
  };
}

/** Findings that only a full reading can judge again, moved with the text; those at the edited place itself are left out. */
function carried(own: readonly Finding[], { start }: TextRange, before: string, after: string): readonly Finding[] {
  const { from, to, grown } = changeBetween(before, after);
  const lines = newlines(after.slice(from, to + grown)) - newlines(before.slice(from, to));
  return own.flatMap((finding) => {
    if (finding.end.offset - start.offset < from) return [finding];
    // On the edited line its columns would be guessed.
    const behind = before.slice(to, finding.start.offset - start.offset);
    return /[\r\n]/.test(behind) ? [shifted(finding, lines, grown)] : [];
  });
}

/** True where a stretch has the same entries when it is read alone. */
function sameEntries(alone: List, list: List, stretch: TextRange): boolean {
  const inside = list.entries.filter(({ position }) => liesWithin(position, stretch));
  const tell = ({ name, kind, url, description, form, naming, position, parent }: Entry, base: number): string =>
    JSON.stringify([
      ...[name, kind, url, description, form, naming],
      ...[parent.type === 'tier' ? parent.level : null, position.start.offset - base, position.end.offset - base],
    ]);
  return (
    inside.length > 0 &&
    inside.length === alone.entries.length &&
    inside.every((entry, index) => {
      const other = alone.entries[index];
      return other !== undefined && tell(entry, stretch.start.offset) === tell(other, 0);
    })
  );
}

/** The rules that say something else of a stretch that is read alone than of the list. */
function differing({ findings: alone }: Alone, findings: readonly Finding[], stretch: TextRange): readonly string[] {
  const keysOf = (all: readonly Finding[], base: number): Map<string, string> => {
    const byRule = new Map<string, string>();
    for (const { rule, start, end, message } of all) {
      const one = `${start.offset - base} ${end.offset - base} ${message}\n`;
      byRule.set(rule, (byRule.get(rule) ?? '') + one);
    }
    return byRule;
  };
  const apart = keysOf(alone, 0);
  const inside = findings.filter((finding) => liesWithin(finding, stretch));
  const inList = keysOf(inside, stretch.start.offset);
  return [...apart.keys(), ...inList.keys()].filter((rule) => apart.get(rule) !== inList.get(rule));
}

function overlap(one: TextRange, other: TextRange): boolean {
  return one.start.offset < other.end.offset && other.start.offset < one.end.offset;
}

/** Facts that one section cannot tell. */
const wide = new Set<string | symbol>(
  'title description children tiers ladders headings contents anchors directives definitions root'.split(' '),
);

/** The setting of a rule that is noted down as `far` when it looks at what one section cannot tell. Lines that its messages name count from the top of the list. */
function watched(setting: RuleSetting, far: Set<string>, lines: number): RuleSetting {
  const { rule } = setting;
  if (rule.reads !== 'list' && rule.reads !== 'verdict') {
    const check = (): void => void far.add(rule.id);
    return { ...setting, rule: { ...rule, check } };
  }
  const check: typeof rule.check = (context) => {
    const list = new Proxy(context.list, {
      get(target, key) {
        if (wide.has(key)) far.add(rule.id);
        return Reflect.get(target, key);
      },
    });
    const report: typeof context.report = (problem) => {
      const { data } = problem as { readonly data?: { readonly line?: unknown } };
      const isNamed = typeof data?.line === 'number';
      context.report(isNamed ? { ...problem, data: { ...data, line: Number(data.line) + lines } } : problem);
    };
    rule.check({ ...context, list, report });
  };
  return { ...setting, rule: { ...rule, check } };
}

/** A finding further down. Edits are not moved: a fix waits for the full reading. */
function shifted(finding: Finding, lines: number, grown: number): Finding {
  if (lines === 0 && grown === 0) return finding;
  const point = ({ line, column, offset }: Point): Point => ({ line: line + lines, column, offset: offset + grown });
  const place = ({ start, end }: Position): Position => ({ start: point(start), end: point(end) });
  return { ...finding, ...place(finding), fix: null, places: finding.places?.map(place) ?? null };
}
