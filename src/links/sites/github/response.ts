import type { RepositoryFacts } from '../../../model/facts.js';
import { evidenceLine } from '../../../text/evidence-line.js';
import { type HttpResult, headerOf } from '../../http/response.js';
import { type Json, recordOf } from '../json-api.js';
import { jsonOf } from '../site.js';
import { readRepository } from './facts.js';
import type { Question } from './query.js';

/** What GitHub's API said to one question. */
export type GithubResponse =
  | { readonly kind: 'found'; readonly facts: GithubFacts; readonly parts: ReadonlyMap<string, boolean | null> }
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | { readonly kind: 'limited'; readonly detail: string };

/** Facts about a repository or an owner; what had the wrong shape is null or false. */
export interface GithubFacts {
  readonly id: string | null;
  /** `owner/name`, or a login. */
  readonly name: string;
  readonly isArchived: boolean;
  readonly isDisabled: boolean;
  readonly isLocked: boolean;
  readonly isPrivate: boolean;
  /** ISO 8601. */
  readonly archivedAt: string | null;
  readonly createdAt: string | null;
  readonly pushedAt: string | null;
  readonly defaultBranch: string | null;
  /** What is reported of a repository; null for an owner and a topic. */
  readonly about: RepositoryFacts | null;
}

/** What one call gave: the answers it has, and what to do with the questions that have none. */
export interface QueryOutcome {
  readonly answers: ReadonlyMap<Question, GithubResponse>;
  /**
   * `smaller`: it was too much at once. `later`: we asked too often, and another try may help. `limited`: the budget
   * is used up. `silent`: whatever answered does not speak as GitHub's API does.
   */
  readonly rest: 'smaller' | 'later' | 'limited' | 'silent';
  readonly detail: string;
}

const nothing = (rest: QueryOutcome['rest'], detail: string): QueryOutcome => ({
  answers: new Map(),
  rest,
  detail: evidenceLine(detail),
});

/** Reads the reply to a query that `buildQuery` made of the same questions, at `now` in epoch milliseconds. Any reply will do; nothing throws. */
export function readResponse(reply: HttpResult, questions: readonly Question[], now: number): QueryOutcome {
  if (reply.kind === 'failure') {
    if (reply.reason === 'rate-limited') return nothing('limited', reply.detail);
    const isSlow = reply.unasked !== true && ['timeout', 'reset', 'malformed'].includes(reply.reason);
    return nothing(isSlow ? 'smaller' : 'silent', reply.detail);
  }
  const { status } = reply;
  if (status >= 500) return nothing('smaller', `HTTP ${status}`);
  const body = recordOf(jsonOf(reply));
  if (status === 429 || status === 403) {
    const message = asText(body?.message) ?? '';
    const isUsedUp = headerOf(reply, 'x-ratelimit-remaining').trim() === '0';
    const isLimit = /rate limit|abuse/i.test(message) || headerOf(reply, 'retry-after') !== '' || isUsedUp;
    if (status === 429 || isLimit) return nothing(isUsedUp ? 'limited' : 'later', message || `HTTP ${status}`);
    return nothing('silent', `HTTP ${status}`);
  }
  if (status !== 200) return nothing('silent', `HTTP ${status}`);
  // An answer that was cut off begins as JSON and cannot be read: less of it may fit.
  if (body === null) return nothing(reply.body.trimStart().startsWith('{') ? 'smaller' : 'silent', 'no JSON');
  return readData(body, questions, now);
}

interface Problem {
  readonly type: string;
  readonly message: string;
  /** Joined by spaces; empty when it concerns the whole query. */
  readonly path: string;
}

function readData(body: Json, questions: readonly Question[], now: number): QueryOutcome {
  const problems = (Array.isArray(body.errors) ? body.errors : []).slice(0, 10_000).map(problemOf);
  const limit = problems.find(
    ({ type, message, path }) => /RATE_LIMIT/.test(type) || (path === '' && /rate limit/i.test(message)),
  );
  const data = recordOf(body.data);
  const byPath = new Map(problems.map((problem) => [problem.path, problem]));
  const isWhole = !problems.some(({ path }) => path === '');
  const answers = new Map<Question, GithubResponse>();
  const ids = Array.isArray(data?.n) ? data.n : [];
  let place = 0;
  questions.forEach((question, index) => {
    const alias = `q${index}`;
    const path = question.kind === 'node' ? `n ${place}` : alias;
    const value = question.kind === 'node' ? ids[place++] : data?.[alias];
    const answer = answerOf(question, value, path, byPath, isWhole && data !== null, now);
    // Where parts fell to a limit of the whole query, fewer questions may get them too.
    const isCut = !isWhole && answer?.kind === 'found' && [...answer.parts.values()].includes(null);
    if (answer !== null && !(isCut && questions.length > 1)) answers.set(question, answer);
  });
  if (limit !== undefined) return { answers, rest: 'limited', detail: evidenceLine(limit.message) };
  const [first] = problems;
  // A query that GitHub does not understand is not understood in halves either.
  const isRefused =
    data === null && (first === undefined || /undefined|argument|parse error/i.test(`${first.type} ${first.message}`));
  return { answers, rest: isRefused ? 'silent' : 'smaller', detail: evidenceLine(first?.message ?? 'no data') };
}

function answerOf(
  question: Question,
  value: unknown,
  path: string,
  problems: ReadonlyMap<string, Problem>,
  isWhole: boolean,
  now: number,
): GithubResponse | null {
  const found = recordOf(value);
  if (found !== null) {
    const isKnown = (field: string): boolean => isWhole && !problems.has(`${path} ${field}`);
    const facts = factsOf(found, question, isKnown, now);
    if (facts === null) return question.kind === 'node' ? { kind: 'missing' } : null;
    const fields = question.kind === 'repository' ? question.fields : [];
    const parts = fields.map((field, index) => {
      const part = found[`p${index}`];
      if (recordOf(part) !== null) return [field, true] as const;
      const type = problems.get(`${path} p${index}`)?.type;
      return [field, part === null && (type === undefined ? isWhole : type === 'NOT_FOUND') ? false : null] as const;
    });
    return { kind: 'found', facts, parts: new Map(parts) };
  }
  const problem = problems.get(path);
  if (problem?.type === 'NOT_FOUND') return { kind: 'missing' };
  if (problem !== undefined && (/FORBIDDEN/.test(problem.type) || /\bSAML\b|\baccess blocked\b/i.test(problem.message)))
    return { kind: 'forbidden', detail: evidenceLine(problem.message) };
  // Owners, topics and nodes that are not there are null without an error; a repository's null comes with one.
  const isPlainNull = value === null && problem === undefined && isWhole && question.kind !== 'repository';
  return isPlainNull ? { kind: 'missing' } : null;
}

/** Null for what does not name itself: it is no answer of the API. */
function factsOf(
  value: Json,
  { kind }: Question,
  isKnown: (field: string) => boolean,
  now: number,
): GithubFacts | null {
  const name = asText(kind === 'owner' ? value.login : kind === 'topic' ? value.name : value.nameWithOwner);
  const shape = kind === 'owner' || kind === 'topic' ? /^[\w-]{1,100}$/ : /^[\w-]{1,100}\/[\w.-]{1,100}$/;
  if (name === null || !shape.test(name)) return null;
  return {
    id: asText(value.id, 200),
    name,
    isArchived: value.isArchived === true,
    isDisabled: value.isDisabled === true,
    isLocked: value.isLocked === true,
    isPrivate: value.isPrivate === true,
    archivedAt: asDate(value.archivedAt),
    createdAt: asDate(value.createdAt),
    pushedAt: asDate(value.pushedAt),
    defaultBranch: asText(recordOf(value.defaultBranchRef)?.name, 250),
    about: kind === 'owner' || kind === 'topic' ? null : readRepository(value, name, isKnown, now),
  };
}

function problemOf(value: unknown): Problem {
  const error = recordOf(value);
  const steps: readonly unknown[] = Array.isArray(error?.path) ? error.path.slice(0, 3) : [];
  const path = steps.filter((step) => typeof step === 'string' || typeof step === 'number').join(' ');
  const type = asText(error?.type) ?? asText(recordOf(error?.extensions)?.code) ?? '';
  return { type, message: asText(error?.message) ?? '', path };
}

function asText(value: unknown, most = 2000): string | null {
  return typeof value === 'string' && value !== '' && value.length <= most ? value : null;
}

function asDate(value: unknown): string | null {
  const text = asText(value, 40);
  return text === null || Number.isNaN(Date.parse(text)) ? null : text;
}
