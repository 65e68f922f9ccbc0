import type { Files } from '../model/files.js';
import type { Finding, Fix } from '../model/finding.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/place.js';
import type { AnyRule, IdleDirective } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import { UserError } from '../model/trouble.js';
import type { JudgedLink } from '../model/verdict.js';
import { fillMessage } from './message.js';

/** A finding together with what only the lint room needs to know of it. */
export interface Spoken {
  readonly finding: Finding;
  readonly setting: RuleSetting;
  readonly link: Link | null;
  /** The other copies of the same defect. */
  readonly either: readonly Position[];
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
  readonly link?: Link;
}

/** What rules may read. */
export interface Facts {
  readonly list: List;
  readonly files: Files;
  readonly judged: readonly JudgedLink[];
  readonly idle: readonly IdleDirective[];
}

/** Runs one rule over one list. A rule that throws becomes an Error that names it. */
export function speak(setting: RuleSetting, facts: Facts): readonly Spoken[] {
  const { rule, severity } = setting;
  const spoken: Spoken[] = [];
  const report = (problem: AnyProblem): void => {
    const { at, link = null } = problem;
    spoken.push({
      finding: {
        rule: rule.id,
        severity,
        message: fillMessage(messageOf(rule, problem.message), problem.data),
        path: facts.list.path,
        start: at.start,
        end: at.end,
        url: problem.url ?? link?.url ?? null,
        fix: problem.fix ?? null,
        places: problem.places?.length ? problem.places : null,
      },
      setting,
      link,
      either: problem.either ?? [],
    });
  };
  try {
    rule.check({ ...facts, options: setting.options, report });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`rule ${rule.id} failed on ${facts.list.path}: ${why}`, { cause: error });
  }
  return spoken;
}

function messageOf(rule: AnyRule, id: string): string {
  const message: unknown = rule.messages[id];
  if (typeof message !== 'string') throw new Error(`it has no message called ${id}`);
  return message;
}
