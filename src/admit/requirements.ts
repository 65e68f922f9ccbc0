import type { Requirement } from '../model/admission.js';
import type { RepositoryFacts } from '../model/facts.js';
import type { Report } from '../model/report.js';
import { dayOf } from '../text/day.js';
import { plural, pluralForm } from '../text/plural.js';

const day = 86_400_000;
/** Days that a list exists before it is linked. */
const leastAge = 30;
const topics: readonly string[] = ['awesome', 'awesome-list'];
/** Licenses of programs; a list is a text (sindresorhus/awesome, pull_request_template.md). */
const ofCode = /^(?:MIT|BSD|Apache|A?L?GPL|MPL|ISC|WTFPL|Unlicense)/i;
const none = 'NONE';

/**
 * Compares a repository and the report on its README with what sindresorhus/awesome requires of lists.
 * @param facts null where GitHub does not tell: those requirements are unknown then, and never counted as not met
 */
export function requirementsOf(
  repository: string,
  facts: RepositoryFacts | null,
  report: Report,
  now: number,
): readonly Requirement[] {
  return [
    nameOf(facts?.name ?? repository),
    fact('age', facts?.createdAt, (created) => ageOf(created, now)),
    fact('fork', facts?.isFork, (isFork) => [
      !isFork,
      isFork ? 'It is a fork; submit the original repository' : 'Not a fork',
    ]),
    fact('archived', facts?.isArchived, (isArchived) => [!isArchived, isArchived ? 'It is archived' : 'Not archived']),
    // GitHub has null for an empty description, so that only the facts themselves tell whether it is known.
    fact('description', facts, ({ description }) =>
      description ? [true, `Description: ${description}`] : [false, 'No description; add one to the repository'],
    ),
    fact('topics', facts?.topics, topicsOf),
    fact('license', facts?.license, licenseOf),
    fact('branch', facts?.defaultBranch, (branch) => [
      branch !== 'master',
      branch === 'master' ? 'The default branch is `master`; rename it to `main`' : `Default branch: \`${branch}\``,
    ]),
    errorsOf(report),
    linksOf(report),
  ];
}

/** What the requirements say together: one that is not met decides. */
export function isAdmitted(requirements: readonly Requirement[]): boolean | null {
  if (requirements.some(({ state }) => state === 'not-met')) return false;
  return requirements.some(({ state }) => state === 'unknown') ? null : true;
}

type Judged = readonly [isMet: boolean, message: string];

/** A requirement about something that may not be known. */
function fact<Value>(
  name: Requirement['name'],
  value: Value | null | undefined,
  judge: (value: Value) => Judged,
): Requirement {
  if (value === null || value === undefined)
    return {
      name,
      state: 'unknown',
      message: 'Unknown: GitHub did not report it; try again with a token in GITHUB_TOKEN',
    };
  const [isMet, message] = judge(value);
  return { name, state: isMet ? 'met' : 'not-met', message };
}

function nameOf(repository: string): Requirement {
  const name = repository.split('/').at(-1) ?? '';
  const isMet = /^awesome-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
  const advice = 'rename it like `awesome-name-of-list`, in lowercase';
  return { name: 'name', state: isMet ? 'met' : 'not-met', message: `Name: \`${name}\`${isMet ? '' : `; ${advice}`}` };
}

function ageOf(createdAt: string, now: number): Judged {
  const created = Date.parse(createdAt);
  const days = Math.floor((now - created) / day);
  if (days >= leastAge) return [true, `Created on ${dayOf(created)}, ${plural(days, 'day')} ago`];
  return [
    false,
    `Created on ${dayOf(created)}, only ${plural(Math.max(0, days), 'day')} ago (minimum ${leastAge}); wait until ${dayOf(created + leastAge * day)}`,
  ];
}

function topicsOf(has: readonly string[]): Judged {
  const names = (some: readonly string[]): string => some.map((topic) => `\`${topic}\``).join(', ');
  const missing = topics.filter((topic) => !has.includes(topic));
  if (missing.length === 0) return [true, `Topics: ${names(topics)}`];
  const them = pluralForm(missing.length, 'it', 'them');
  return [
    false,
    `Missing ${pluralForm(missing.length, 'topic', 'topics')}: ${names(missing)}; add ${them} to the repository`,
  ];
}

function licenseOf(license: string): Judged {
  if (license === none) return [false, 'No license; add a content license such as CC0-1.0'];
  if (ofCode.test(license)) return [false, `${license} is a software license; use a content license such as CC0-1.0`];
  // GitHub finds the license files of many texts without knowing which they are.
  if (license === 'NOASSERTION') return [true, 'A license that GitHub does not recognize; review it'];
  return [true, `License: ${license}`];
}

function errorsOf({ findings, stats }: Report): Requirement {
  const errors = findings.filter(({ severity, verdict }) => severity === 'error' && verdict === null).length;
  if (stats.entries === 0)
    return { name: 'errors', state: 'not-met', message: 'The README has no entries, so it is not a list' };
  if (errors === 0) return { name: 'errors', state: 'met', message: 'No errors in the README' };
  return { name: 'errors', state: 'not-met', message: `${plural(errors, 'error')} in the README; fix them` };
}

function linksOf({ run, stats }: Report): Requirement {
  const { unique, broken, suspect, skipped } = stats.links;
  const state = (isMet: boolean | null, message: string): Requirement => ({
    ...{ name: 'links', message },
    state: isMet === null ? 'unknown' : isMet ? 'met' : 'not-met',
  });
  if (run.command === 'lint') return state(null, 'Links were not checked');
  if (broken > 0) return state(false, `${plural(broken, 'link is', 'links are')} broken; replace or remove them`);
  if (unique > 0 && skipped === unique) return state(null, 'No link could be checked');
  const doubt = suspect > 0 ? `; ${plural(suspect, 'is', 'are')} suspect; open them in a browser` : '';
  return state(true, `None of ${plural(unique, 'link')} is broken${doubt}`);
}
