import type { FactDetail } from '../../../model/facts.js';
import type { RepositoryPart } from './address.js';
import { refsOf } from './address.js';

/** One thing to ask GitHub's API for: a field at the top of a query, or one id of its `nodes`. */
export type Question = RepositoryQuestion | NodeQuestion | OwnerQuestion | TopicQuestion;

export interface RepositoryQuestion {
  readonly kind: 'repository';
  readonly owner: string;
  readonly name: string;
  /** Fields of the repository, written out; each answers whether something of it is there. */
  readonly fields: readonly string[];
}

/** A repository by the id it had, which outlives renames. */
export interface NodeQuestion {
  readonly kind: 'node';
  readonly id: string;
}

export interface OwnerQuestion {
  readonly kind: 'owner';
  readonly login: string;
}

export interface TopicQuestion {
  readonly kind: 'topic';
  readonly name: string;
}

// Scalars, and one connection: a hundred of those are one point of the call (GitHub docs, rate limits for GraphQL).
const repositoryFields =
  'id nameWithOwner url isArchived archivedAt isDisabled isLocked isPrivate createdAt pushedAt defaultBranchRef { name } ' +
  'stargazerCount forkCount isFork description licenseInfo { spdxId } primaryLanguage { name } ' +
  'latestRelease { tagName publishedAt } repositoryTopics(first: 20) { nodes { topic { name } } }';
/** The newest tag. It makes a second point, and GitHub has to sort the tags. */
const tagFields =
  'refs(refPrefix: "refs/tags/", first: 1, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) { nodes { name } }';

/** JSON's escapes are all escapes of GraphQL strings too (GraphQL, 2.9.4), so nothing written in a link ends a string. */
const quoted = (text: string): string => JSON.stringify(text);

/** Asks whether a git object is there: a ref, or `ref:path`. */
export const objectField = (ref: string, path = ''): string =>
  `object(expression: ${quoted(path === '' ? ref : `${ref}:${path}`)}) { __typename }`;

export const issueField = (number: number): string => `issueOrPullRequest(number: ${number}) { __typename }`;

export const discussionField = (number: number): string => `discussion(number: ${number}) { __typename }`;

export const releaseField = (tag: string): string => `release(tagName: ${quoted(tag)}) { __typename }`;

/** A tag has a page among the releases, too, when nothing was released from it. */
export const tagField = (tag: string): string => `ref(qualifiedName: ${quoted(`refs/tags/${tag}`)}) { __typename }`;

/** The fields that tell whether a part of a repository is there. */
export function fieldsOfQuestion(part: RepositoryPart): readonly string[] {
  switch (part.kind) {
    case 'path': {
      const ways = refsOf(part);
      const [first] = ways;
      if (first === undefined) return [];
      const candidates = ways.map(({ ref, path }) => objectField(ref, path));
      return [...new Set([...candidates, objectField(first.ref), objectField('HEAD', first.path)])];
    }
    case 'issue':
      return [issueField(part.number), discussionField(part.number)];
    case 'discussion':
      return [discussionField(part.number)];
    case 'release':
      return [releaseField(part.tag), tagField(part.tag)];
    default:
      return [];
  }
}

/**
 * One query for all the questions: the field of the question at `i` is called `q<i>`, its own fields `p0`, `p1` …; ids share `n`.
 * `details` are facts to read although they cost more.
 */
export function buildQuery(questions: readonly Question[], details: ReadonlySet<FactDetail> = new Set()): string {
  const lines: string[] = [];
  const ids: string[] = [];
  questions.forEach((question, index) => {
    const alias = `q${index}`;
    if (question.kind === 'node') ids.push(quoted(question.id));
    else if (question.kind === 'owner')
      lines.push(`${alias}: repositoryOwner(login: ${quoted(question.login)}) { id login }`);
    else if (question.kind === 'topic') lines.push(`${alias}: topic(name: ${quoted(question.name)}) { name }`);
    else {
      const parts = question.fields.map((field, place) => ` p${place}: ${field}`).join('');
      lines.push(
        `${alias}: repository(owner: ${quoted(question.owner)}, name: ${quoted(question.name)}) { ...R${parts} }`,
      );
    }
  });
  if (ids.length > 0) lines.unshift(`n: nodes(ids: [${ids.join(', ')}]) { ...R }`);
  const isRepositoryAsked = questions.some(({ kind }) => kind === 'repository' || kind === 'node');
  const fields = details.has('tags') ? `${repositoryFields} ${tagFields}` : repositoryFields;
  const fragment = isRepositoryAsked ? `\nfragment R on Repository { ${fields} }` : '';
  return `query {\n${lines.join('\n')}\n}${fragment}`;
}
