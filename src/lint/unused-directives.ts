import type { Link, List } from '../model/list.js';
import type { AnyRule, UnusedDirective } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import { upkeepNames } from '../model/upkeep.js';
import { isBuiltinName } from '../rule-kit/rule-aliases.js';
import { readDay } from '../text/day.js';
import { firstFrom } from '../text/document-order.js';
import type { CoveredRange } from './directive-ranges.js';
import type { JudgedTest } from './judged.js';
import type { Suppressions } from './suppress.js';

/** What is needed to tell a directive that does nothing from one whose rule had no say in this run. */
export interface DirectiveUse {
  readonly list: List;
  readonly rules: readonly RuleSetting[];
  /** True where a rule could see what it reads about a link. */
  readonly isJudged: JudgedTest;
  /** All rule ids there are, those that are off included. */
  readonly known: ReadonlySet<string>;
  /** Ids of the rules that read directives: one that names them is in use. */
  readonly readers: ReadonlySet<string>;
}

/** The directives that did nothing, in document order. Those that name a rule which is off, or could not judge, are given the benefit of the doubt. */
export function unusedDirectives(silence: Suppressions, hearing: DirectiveUse): readonly UnusedDirective[] {
  const idle: UnusedDirective[] = [];
  const others: readonly string[] = upkeepNames;
  const dumbIn = muteIn(hearing);
  for (const area of silence.areas.areas) {
    const { directive } = area;
    if (area.isExpired) {
      idle.push({ directive, why: readDay(directive.until ?? '') === null ? 'undated' : 'expired', rules: [] });
      continue;
    }
    if (silence.refused.has(area) && !silence.used.has(area)) {
      idle.push({ directive, why: 'refused', rules: [] });
      continue;
    }
    if (!isBuiltinName(directive, hearing.known) || directive.rules.some((name) => hearing.readers.has(name))) continue;
    const used = silence.used.get(area) ?? new Set();
    if (area.rules === null) {
      if (used.size === 0 && dumbIn(area).size === 0) idle.push({ directive, why: 'idle', rules: [] });
      continue;
    }
    const unknown = directive.rules.filter((name) => !hearing.known.has(name) && !others.includes(name));
    const dumb = dumbIn(area);
    const silent = directive.rules.filter((name) => hearing.known.has(name) && !used.has(name) && !dumb.has(name));
    const named = { directive, rules: unknown };
    if (unknown.length > 0) idle.push({ ...named, why: 'unknown' });
    if (silent.length > 0) {
      idle.push({ directive, why: 'idle', rules: silent.length === directive.rules.length ? [] : silent });
    }
  }
  for (const { directive, rules } of silence.areas.unmatched) {
    if (directive.dialect === 'remark') continue;
    const whole = rules.length === directive.rules.length;
    idle.push({ directive, why: 'unmatched', rules: whole ? [] : rules });
  }
  return idle.sort((a, b) => a.directive.position.start.offset - b.directive.position.start.offset);
}

/** Tells which rules of a directive had no say: those that are off, and those that wait for what is not there. */
function muteIn({ list, rules, isJudged }: DirectiveUse): (area: CoveredRange) => ReadonlySet<string> {
  const on = new Map(rules.map((setting) => [setting.rule.id as string, setting.rule]));
  const unjudged = new Map<AnyRule, readonly Link[]>();
  const unjudgedBy = (rule: AnyRule): readonly Link[] => {
    const links = unjudged.get(rule) ?? list.links.filter((link) => !isJudged(rule, link));
    unjudged.set(rule, links);
    return links;
  };
  return ({ start, end, rules: named }) => {
    const isMute = (name: string): boolean => {
      const rule = on.get(name);
      if (rule === undefined) return true;
      const links = unjudgedBy(rule);
      return (links[firstFrom(links, start)]?.position.start.offset ?? end) < end;
    };
    return new Set([...(named ?? on.keys())].filter(isMute));
  };
}
