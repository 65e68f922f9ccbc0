import type { ExceptionState, ReportException } from '../model/exception.js';
import type { List } from '../model/list.js';
import type { UnusedDirective } from '../model/rule.js';
import { firstFrom } from '../text/document-order.js';
import type { Suppressions } from './suppress.js';

/** The exceptions that comments at entries make, with what became of them. `idle` are the directives that did nothing. */
export function commentExceptions(
  list: List,
  { areas, applied }: Pick<Suppressions, 'areas' | 'applied'>,
  idle: readonly UnusedDirective[],
): readonly ReportException[] {
  const why = new Map(idle.map((one) => [one.directive, one.why]));
  return areas.areas.flatMap((area): readonly ReportException[] => {
    const { directive, start } = area;
    if (directive.verb !== 'except') return [];
    const entry = directive.entry ?? list.entries[firstFrom(list.entries, start)];
    const count = applied.get(area) ?? 0;
    return [
      {
        option: 'comment',
        match: entry?.name ?? '',
        rules: directive.rules,
        section: null,
        reason: directive.reason,
        until: directive.until,
        state: count > 0 ? 'used' : stateOf(why.get(directive)),
        applied: count,
        path: list.path,
        line: directive.position.start.line,
      },
    ];
  });
}

function stateOf(why: UnusedDirective['why'] | undefined): ExceptionState {
  if (why === undefined) return 'not-checked';
  if (why === 'refused') return why;
  return why === 'expired' || why === 'undated' ? 'expired' : 'unused';
}
