import type { Reason } from '../model/reasons.js';
import type { VerdictName } from '../model/verdict-names.js';

/** What earlier checks say about the link of an entry. */
export interface Health {
  readonly verdict: VerdictName;
  readonly reason: Reason | null;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  /** Where a link that moved leads now. */
  readonly finalUrl: string | null;
  readonly notes: readonly string[];
}

/** The value of a field that the format of a list names, such as stars or a license. */
export type FieldValue = string | number | boolean | null;

/** One entry, away from its list. */
export interface ExportedEntry {
  readonly name: string;
  readonly url: string | null;
  readonly kind: string | null;
  readonly description: string | null;
  /** Titles of the sections around it, from the outside in. */
  readonly section: readonly string[];
  /** The innermost of them in `sections`; null outside of sections. */
  readonly sectionIndex: number | null;
  readonly tier: { readonly level: number; readonly label: string } | null;
  /** The index of the entry that it is nested in; null for none. */
  readonly parent: number | null;
  /** Besides the main one, images left out. */
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** By name, as the format of the list says; null where it has no format. */
  readonly fields: Readonly<Record<string, FieldValue>> | null;
  /** When its URL was added, ISO 8601, UTC, and the commit that did; null where git does not tell. */
  readonly added: { readonly at: string; readonly commit: string } | null;
  /** Null where no earlier check is known. */
  readonly health: Health | null;
  /** 1-based. */
  readonly line: number;
}

/** A section with entries. */
export interface ExportedSection {
  readonly titles: readonly string[];
  readonly emoji: string | null;
  readonly slug: string | null;
  /** Entries in it and in the sections below. */
  readonly entries: number;
}

/** A list as other programs take it. */
export interface ExportedList {
  readonly path: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly lang: string | null;
  /** The web address of its repository; null where it is not known. */
  readonly repository: string | null;
  readonly sections: readonly ExportedSection[];
  readonly entries: readonly ExportedEntry[];
}
