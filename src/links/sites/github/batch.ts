import pLimit, { type LimitFunction } from 'p-limit';
import type { SiteApi } from '../site.js';
import { buildQuery, type Question } from './query.js';
import { type GithubResponse, readResponse } from './response.js';

/** Questions in one call at most: GitHub ends a call after about ten seconds, and a hundred are known to fit (links.md). */
const most = 100;
/** So many calls in a row without one answer, and the API is let alone: halving a hundred down to one takes seven. */
const patience = 10;
/** Milliseconds for which no batch asks after GitHub asked for patience too often. */
const pause = 5_000;

/** What the calls of a run have shown of the API, whichever batch made them. */
interface ApiState {
  /** Calls are made one at a time until one brings an answer: an API that is down is not asked by each batch. */
  hasAnswered: boolean;
  readonly oneAtATime: LimitFunction;
  /** Until when no more calls are made, in epoch milliseconds, and the limit behind it; null for no limit. */
  end: { readonly until: number; readonly limit: string | null };
}

const states = new WeakMap<SiteApi, ApiState>();

function stateOf(api: SiteApi): ApiState {
  const known = states.get(api);
  if (known !== undefined) return known;
  const state: ApiState = { hasAnswered: false, oneAtATime: pLimit(1), end: { until: 0, limit: null } };
  states.set(api, state);
  return state;
}

/** Tries after GitHub asked for patience; the limiter of the host waits as long as was asked for. */
const laterTries = 2;

/**
 * Asks all questions in as few calls as the API bears, fewer at a time where it stumbles. A question without an answer
 * here was not answered; after a rate limit each that was left says so. What one call has shown of the API holds for those of
 * the same `api` that come later.
 */
export async function askQuestions(
  questions: readonly Question[],
  url: string,
  api: SiteApi,
): Promise<ReadonlyMap<Question, GithubResponse>> {
  const answers = new Map<Question, GithubResponse>();
  const state = stateOf(api);
  const forever = Number.POSITIVE_INFINITY;
  let left = questions;
  let limit = most;
  let size = limit;
  let inVain = 0;
  let waits = 0;
  while (left.length > 0 && inVain < patience) {
    const batch = left.slice(0, size);
    const rest = left.slice(size);
    const json = { query: buildQuery(batch, api.details) };
    const call = async () =>
      api.now() < state.end.until ? null : api.ask({ url, method: 'POST', json, token: 'github', retries: 0 });
    const reply = await (state.hasAnswered ? call() : state.oneAtATime(call));
    if (reply === null) {
      const { limit: detail } = state.end;
      if (detail !== null) for (const question of left) answers.set(question, { kind: 'limited', detail });
      break;
    }
    const outcome = readResponse(reply, batch, api.now());
    if (outcome.answers.size > 0) state.hasAnswered = true;
    for (const [question, answer] of outcome.answers) answers.set(question, answer);
    const unanswered = batch.filter((question) => !outcome.answers.has(question));
    inVain = outcome.answers.size > 0 ? 0 : inVain + 1;
    if (inVain >= patience) state.end = { until: forever, limit: null };
    left = [...unanswered, ...rest];
    if (unanswered.length === 0) {
      size = limit;
      continue;
    }
    if (outcome.rest === 'silent') {
      if (!state.hasAnswered) state.end = { until: forever, limit: null };
      break;
    }
    if (outcome.rest === 'limited' || (outcome.rest === 'later' && waits++ >= laterTries)) {
      const until = outcome.rest === 'limited' ? forever : api.now() + pause;
      state.end = { until, limit: outcome.detail };
      for (const question of left) answers.set(question, { kind: 'limited', detail: outcome.detail });
      break;
    }
    if (outcome.rest === 'later') continue;
    if (batch.length === 1) {
      // It is this one that the API cannot answer, not the number of them; the next goes alone to see.
      left = rest;
      limit = most;
    } else {
      if (unanswered.length > batch.length / 2) limit = Math.max(1, Math.floor(batch.length / 2));
      size = Math.min(limit, unanswered.length);
    }
  }
  return answers;
}
