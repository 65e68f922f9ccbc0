import type { Severity } from '../../model/finding.js';
import type { VerdictName } from '../../model/verdict-names.js';

/** What a row of the page is about: the verdict on a link, or the severity of another finding. */
export type RowKind = VerdictName | Severity;

/** How a kind is shown: never by its colour alone. */
interface KindWords {
  /** A character that most fonts have. */
  readonly sign: string;
  /** The heading of its group. */
  readonly heading: string;
  /** A sentence below the heading. */
  readonly lead: string;
}

/** All kinds in the order in which a maintainer reads them. */
export const rowKinds: Readonly<Record<RowKind, KindWords>> = {
  broken: { sign: '✕', heading: 'Broken links', lead: 'Confirmed gone.' },
  error: { sign: '■', heading: 'Errors', lead: 'Problems in the list itself.' },
  suspect: { sign: '?', heading: 'Suspect links', lead: 'These respond, but not with the expected page.' },
  moved: { sign: '→', heading: 'Moved links', lead: 'These have a new URL that works.' },
  unreachable: {
    sign: '○',
    heading: 'Unreachable links',
    lead: 'These could not be reached this time. Recheck in a few days before removing them.',
  },
  warning: { sign: '▲', heading: 'Warnings', lead: 'Problems that do not break the list.' },
  info: { sign: '•', heading: 'Info', lead: 'For information; no action needed.' },
  unverifiable: {
    sign: '∅',
    heading: 'Unverifiable links',
    lead: 'These sites block automated checks; that is not a fault of the list. Open them in a browser to be sure.',
  },
  skipped: { sign: '–', heading: 'Skipped links', lead: 'These were not checked.' },
  alive: { sign: '✓', heading: 'Alive links', lead: 'These work as expected.' },
};

/** The kinds that ask a maintainer for something. */
export const urgentKinds: ReadonlySet<RowKind> = new Set<RowKind>([
  'broken',
  'error',
  'suspect',
  'moved',
  'unreachable',
  'warning',
]);

/** The sign of a kind; the words next to it say the same. */
export function sign(kind: RowKind): string {
  return `<span class="sign k-${kind}" aria-hidden="true">${rowKinds[kind].sign}</span>`;
}
