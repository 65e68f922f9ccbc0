import type { ExceptionState, ListedException, ReportException } from '../model/exception.js';
import { plural } from '../text/plural.js';
import { codeSpan, markdownText, oneLine, tableCell } from './escape.js';

/** What is known of an exception in several lists: it is used if one uses it, and unused only if that was seen in all that have it. */
const inLists: readonly ListedException['state'][] = ['used', 'refused', 'expired', 'not-checked', 'unused', 'absent'];
/** In the parts of a run: each link was checked in one part. */
const inParts: readonly ExceptionState[] = ['used', 'refused', 'expired', 'unused', 'not-checked'];

/** Makes one row of those that several lists have of the same exception. */
export function joinLists(rows: readonly ListedException[]): readonly ListedException[] {
  return joinRows(rows, inLists, () => false);
}

/**
 * Makes one row of those that several parts of a run have of the same exception.
 * @param isShared true for an exception whose findings every part has
 */
export function joinParts(
  rows: readonly ReportException[],
  isShared: (row: ReportException) => boolean,
): readonly ReportException[] {
  return joinRows(rows, inParts, isShared);
}

function joinRows<Row extends ListedException>(
  rows: readonly Row[],
  mostTelling: readonly Row['state'][],
  isShared: (row: Row) => boolean,
): readonly Row[] {
  const joined = new Map<string, Row>();
  for (const row of rows) {
    const { option, match, rules, section, reason, until, path, line } = row;
    const key = JSON.stringify([option, match, rules, section, reason, until, path, line]);
    const known = joined.get(key);
    if (known === undefined) {
      joined.set(key, row);
      continue;
    }
    const [state = row.state] = mostTelling.filter((each) => each === known.state || each === row.state);
    const applied = isShared(row) ? Math.max(known.applied, row.applied) : known.applied + row.applied;
    joined.set(key, { ...known, state, applied });
  }
  return [...joined.values()];
}

/** A sentence for each entry of `except` that has expired or is not needed; comments are reported by a rule, and links by their check. */
export function exceptionNotices(rows: readonly ReportException[]): readonly string[] {
  return rows.flatMap(({ option, match, state, until }) => {
    if (option !== 'except') return [];
    const entry = `\`except\` entry \`${oneLine(match)}\``;
    if (state === 'expired') return [`${entry} expired on ${until}; remove it, or set a later date`];
    return state === 'unused' ? [`${entry} matches no finding; remove it`] : [];
  });
}

/** What a state means to a reader. */
const stateText: Readonly<Record<ExceptionState, string>> = {
  used: 'in use',
  unused: 'unused',
  expired: 'expired',
  'not-checked': 'not checked',
  refused: 'not applied',
};

const columns = ['What', 'Rules', 'Reason', 'Until', 'State'] as const;

function cellsOf({ option, match, rules, section, reason, until, state, applied, path, line }: ReportException) {
  const links = option === 'exclude' ? 'link checks' : option === 'accept' ? 'link results' : null;
  return {
    match,
    section,
    rules: links === null ? rules : [],
    others: links ?? (rules.length === 0 ? 'all rules' : ''),
    reason: reason ?? '',
    until: until ?? '',
    state:
      applied > 0 ? `${stateText[state]} (${plural(applied, links === null ? 'finding' : 'link')})` : stateText[state],
    place: path === null ? null : `${path}:${line}`,
  };
}

/** The exceptions as a table in Markdown, to show to contributors. */
export function exceptionsMarkdown(rows: readonly ReportException[]): string {
  if (rows.length === 0) return 'There are no exceptions.\n';
  const lines = rows.map((row) => {
    const { match, section, rules, others, reason, until, state, place } = cellsOf(row);
    const what = [
      codeSpan(match),
      ...(section === null ? [] : [`in ${codeSpan(section)}`]),
      ...(place === null ? [] : [`(${codeSpan(place)})`]),
    ].join(' ');
    const named = others === '' ? rules.map(codeSpan).join(', ') : others;
    const cells = [what, named, markdownText(reason), markdownText(until), state];
    return `| ${cells.map(tableCell).join(' | ')} |`;
  });
  return [`| ${columns.join(' | ')} |`, '| --- | --- | --- | --- | --- |', ...lines, ''].join('\n');
}

/** The exceptions for a terminal: what is excepted, then why, one below the other. */
export function exceptionsText(rows: readonly ReportException[]): string {
  if (rows.length === 0) return 'There are no exceptions.\n';
  return rows
    .map((row) => {
      const { match, section, rules, others, reason, until, state, place } = cellsOf(row);
      const named = others === '' ? rules.join(', ') : others;
      const head = [oneLine(match), ...(section === null ? [] : [`in ${oneLine(section)}`])].join(' ');
      const facts = [
        named,
        ...(until === '' ? [] : [`until ${oneLine(until)}`]),
        state,
        ...(place === null ? [] : [place]),
      ];
      return [head, `  ${oneLine(reason) || 'no reason given'}`, `  ${oneLine(facts.join(' · '))}`, ''].join('\n');
    })
    .join('\n');
}
