import type { Finding } from '../model/finding.js';
import type { Verdict } from '../model/verdict.js';
import type { Document } from '../pipeline/read-list.js';
import { findingJson, verdictJson } from '../report/json.js';
import { type Duplicate, sectionPath } from './duplicates.js';
import type { InsertionPoint } from './position.js';
import type { ProposedFacts } from './proposed-facts.js';
import type { RankedSection } from './rank-sections.js';

/** What is proposed; `line` and all that follows from it is null if the entry is rejected. */
export interface Proposal {
  readonly path: string;
  readonly facts: ProposedFacts | null;
  /** Markdown, without what the place puts before it. */
  readonly line: string | null;
  /** Titles of the sections, from the outside in. */
  readonly section: readonly string[] | null;
  readonly tier: string | null;
  /** 1-based, in the text with the entry. */
  readonly lineNumber: number | null;
  readonly neighbour: { readonly name: string; readonly side: InsertionPoint['side'] } | null;
  /** True where it goes by the alphabet. */
  readonly sorted: boolean;
  /** How sure the guess of the section is, from 0 to 1; null where someone named it. */
  readonly share: number | null;
  readonly candidates: readonly NamedCandidate[];
  readonly duplicates: readonly NamedDuplicate[];
  /** What lint says of the entry, faults that most of its neighbours have as well left out. */
  readonly findings: readonly Finding[];
  /** Null where nothing was asked. */
  readonly verdict: Verdict | null;
  readonly before: string;
  /** The same as `before` where the entry is refused. */
  readonly after: string;
  /** Sentences for the person who asked. */
  readonly notices: readonly string[];
}

interface NamedCandidate {
  readonly section: string;
  readonly share: number;
}

interface NamedDuplicate {
  readonly name: string;
  readonly url: string | null;
  readonly section: string;
  readonly line: number;
  readonly by: Duplicate['by'];
}

/** A proposal of nothing, to be filled in. */
export function nothingProposed({ input, text }: Document): Proposal {
  return {
    ...{ path: input.path, facts: null, line: null, section: null, tier: null, lineNumber: null, neighbour: null },
    ...{ sorted: false, share: null, candidates: [], duplicates: [], findings: [], verdict: null, notices: [] },
    before: text,
    after: text,
  };
}

/** Titles in the way in which `--section` takes them. */
export function sectionTrail(titles: readonly string[]): string {
  return titles.join(' › ');
}

/** A candidate as reports name it. */
export function candidateOf({ path, share }: RankedSection): NamedCandidate {
  return { section: sectionTrail(path), share };
}

/** A duplicate as reports name it. */
export function duplicateOf({ entry, by }: Duplicate): NamedDuplicate {
  const { name, url, label } = entry;
  return { name, url, section: sectionTrail(sectionPath(entry)), line: label.start.line, by };
}

/** A proposal as data, for bots: what `add --json` prints. Every absent fact is null. */
export function proposalJson(proposal: Proposal, written: boolean): object {
  const { facts, line, section, tier, path, lineNumber, duplicates, findings, candidates, verdict } = proposal;
  return {
    version: 1,
    entry:
      facts === null || line === null
        ? null
        : { name: facts.name, url: facts.url, description: facts.description, kind: facts.kind, line },
    section: section === null || section.length === 0 ? null : sectionTrail(section),
    tier,
    path,
    line: lineNumber,
    written,
    duplicates,
    findings: findings.map(findingJson),
    candidates,
    verdict: verdict === null ? null : verdictJson(verdict),
  };
}
