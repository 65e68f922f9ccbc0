import type { SiteApi } from '../site.js';
import { buildQuery, type Question } from './query.js';
import { type GithubResponse, readResponse } from './response.js';

/** Questions in one call at most: GitHub ends a call after about ten seconds, and a hundred are known to fit (links.md). */
const most = 100;
/** So many calls in a row without one answer, and the API is let alone: halving a hundred down to one takes seven. */
const patience = 10;
/** Tries after GitHub asked for patience; the limiter of the host waits as long as was asked for. */
const laterTries = 2;

/**
 * Asks all questions in as few calls as the API bears, fewer at a time where it stumbles. A question without an answer
 * here was not answered; after a rate limit each that was left says so.
 */
export async function askQuestions(
  questions: readonly Question[],
  url: string,
  api: SiteApi,
): Promise<ReadonlyMap<Question, GithubResponse>> {
  const answers = new Map<Question, GithubResponse>();
  let left = questions;
  let limit = most;
  let size = limit;
  let inVain = 0;
  let waits = 0;
  while (left.length > 0 && inVain < patience) {
    const batch = left.slice(0, size);
    const rest = left.slice(size);
    const json = { query: buildQuery(batch, api.details) };
    const reply = await api.ask({ url, method: 'POST', json, token: 'github', retries: 0 });
    const outcome = readResponse(reply, batch, api.now());
    for (const [question, answer] of outcome.answers) answers.set(question, answer);
    const unanswered = batch.filter((question) => !outcome.answers.has(question));
    inVain = outcome.answers.size > 0 ? 0 : inVain + 1;
    left = [...unanswered, ...rest];
    if (unanswered.length === 0) {
      size = limit;
      continue;
    }
    if (outcome.rest === 'silent') break;
    if (outcome.rest === 'limited' || (outcome.rest === 'later' && waits++ >= laterTries)) {
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
