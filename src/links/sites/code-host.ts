import type { Evidence } from '../../model/evidence.js';
import type { RepositoryFacts } from '../../model/facts.js';
import { rawPathSegments } from './json-api.js';
import { alive, renamed, type SiteResult, type SiteTarget, unsure } from './site.js';

/** A project that an address names. */
export interface Project {
  /** `owner/name`, with groups between them where the forge has such. */
  readonly path: string;
  /** How many parts of the address's path that is. */
  readonly depth: number;
}

/** What a forge's API says of a project. */
export interface ProjectFacts {
  /** In the form of `Project.path`, spelled as the forge does. */
  readonly path: string;
  readonly id: string | null;
  readonly isArchived: boolean;
  /** What is reported of it; null for nothing. */
  readonly about: RepositoryFacts | null;
}

const partShape = /^\w[\w.-]{0,254}$/;

/** True for names that owners, groups and projects may have on forges; `-` alone is before a forge's own pages. */
export function areNames(names: readonly string[]): boolean {
  return names.every((name) => partShape.test(name));
}

/** A path of `owner/name` as an API gives it; null for what cannot be one. */
export function projectPath(value: unknown): string | null {
  return typeof value === 'string' && value.length < 2000 && value.includes('/') && areNames(value.split('/'))
    ? value
    : null;
}

/** The name without the `.git` that clone addresses end with. */
export function withoutGit(name: string): string {
  return name.endsWith('.git') && name.length > 4 ? name.slice(0, -4) : name;
}

/** A database's number as an id; null for what is none. */
export function idOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}

/** The word for a project that is there, or for an address in it that is there: alive, renamed, or another one of that name. */
export function resultOfProject(title: string, target: SiteTarget, asked: Project, facts: ProjectFacts): SiteResult {
  const { id: hostId, about } = facts;
  const notes = facts.isArchived ? ['archived'] : [];
  if (target.hostId !== null && hostId !== null && target.hostId !== hostId) {
    const evidence: Evidence = { kind: 'recreated', service: title, name: asked.path };
    return { ...unsure('suspect', 'recreated', evidence), hostId, notes };
  }
  if (facts.path.toLowerCase() === asked.path.toLowerCase())
    return alive({ kind: 'has', service: title, thing: null, name: facts.path }, { notes, hostId, facts: about });
  const { origin, pathname, search } = target.url;
  const tail = rawPathSegments(pathname).slice(asked.depth);
  const finalUrl = `${origin}/${[facts.path, ...tail].join('/')}${search}`;
  return renamed(
    finalUrl,
    { kind: 'known-as', service: title, name: asked.path, now: facts.path },
    {
      ...{ notes, hostId, facts: about },
    },
  );
}
