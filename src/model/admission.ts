import type { Evidence } from './evidence.js';
import type { Facts } from './facts.js';
import type { Report } from './report.js';

/** What is required of a list before it is linked from a list of lists. */
export type RequirementName =
  | 'name'
  | 'age'
  | 'fork'
  | 'archived'
  | 'description'
  | 'topics'
  | 'license'
  | 'branch'
  | 'errors'
  | 'links';

/** One requirement, compared with what is known. */
export interface Requirement {
  readonly name: RequirementName;
  /** `unknown` where no service gave it, or nothing was checked. */
  readonly state: 'met' | 'not-met' | 'unknown';
  /** A sentence on what was found, and what to do where it is not met. */
  readonly message: string;
}

/** What a reviewer of a list of lists needs to know of a repository. */
export interface Admission<E extends Evidence = Evidence> {
  /** Of this shape. */
  readonly version: 1;
  /** `owner/name`, as it was given. */
  readonly repository: string;
  /** True where every requirement is met, false where one is not; null where it is not known. */
  readonly admitted: boolean | null;
  readonly requirements: readonly Requirement[];
  /** Null where GitHub does not tell. */
  readonly facts: Facts | null;
  /** What the check of its README found. */
  readonly report: Report<E>;
}
