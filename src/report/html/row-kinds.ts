import type { Severity } from '../../model/finding.js';
import type { VerdictName } from '../../model/verdict-names.js';

/** What a row of the page is about: the verdict on a link, or the severity of another finding. */
export type Kind = VerdictName | Severity;

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
export const rowKinds: Readonly<Record<Kind, KindWords>> = {
  broken: { sign: '✕', heading: 'Broken links', lead: 'There is hard evidence that these are gone.' },
  error: { sign: '■', heading: 'Errors', lead: 'The list itself is wrong here.' },
  suspect: { sign: '?', heading: 'Suspect links', lead: 'These answer, but not as they were meant.' },
  moved: { sign: '→', heading: 'Moved links', lead: 'These have a new address, and it works.' },
  unreachable: {
    sign: '○',
    heading: 'Unreachable links',
    lead: 'These gave no usable answer this time. Look again in some days before you remove them.',
  },
  warning: { sign: '▲', heading: 'Warnings', lead: 'The list would be better without these.' },
  info: { sign: '•', heading: 'Notes', lead: 'Worth knowing; nothing has to be done.' },
  unverifiable: {
    sign: '∅',
    heading: 'Unverifiable links',
    lead: 'These sites refuse to answer a program. That is no fault of the list; open them in a browser to be sure.',
  },
  skipped: { sign: '–', heading: 'Skipped links', lead: 'These were not asked.' },
  alive: { sign: '✓', heading: 'Alive links', lead: 'These answer, and as they were meant.' },
};

/** The kinds that ask a maintainer for something. */
export const urgentKinds: ReadonlySet<Kind> = new Set<Kind>([
  'broken',
  'error',
  'suspect',
  'moved',
  'unreachable',
  'warning',
]);

/** The sign of a kind; the words beside it say the same. */
export function sign(kind: Kind): string {
  return `<span class="sign k-${kind}" aria-hidden="true">${rowKinds[kind].sign}</span>`;
}
