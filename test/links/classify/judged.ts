import { classify } from '../../../src/links/classify/classify.js';
import type { HttpResponse, RequestChain } from '../../../src/links/http/response.js';

/** The statuses that count as alive by default. */
export const accept = [{ from: 200, to: 299 }];
const entry = ['kiln', 'potter'];

function answer(facts: Partial<HttpResponse> & { readonly url: string }): HttpResponse {
  return { kind: 'answer', status: 200, statusText: '', headers: {}, body: '<p>Page</p>', broken: null, ...facts };
}

/** Judges a way that leads from one address over hops with these statuses to an answer. */
export function judged(
  from: string,
  statuses: readonly number[],
  end: Partial<HttpResponse> & { readonly url: string },
  words = entry,
) {
  const { verdict, reason } = classified(from, statuses, end, words);
  return [verdict, reason];
}

/** The notes on such a way. */
export function notesOf(
  from: string,
  statuses: readonly number[],
  end: Partial<HttpResponse> & { readonly url: string },
): readonly string[] {
  return classified(from, statuses, end, entry).notes;
}

/** Judges a page that answers with success, of an entry with this name. */
export function judgedAs(name: string, body: string) {
  const trail: RequestChain = {
    ...{ reply: answer({ url: 'https://old.test/x', body }), redirects: [] },
    ...{ durationMs: 1, incompleteChain: false },
  };
  const { verdict, reason } = classify(trail, {
    ...{ url: 'https://old.test/x', accept, words: () => entry, fullNames: () => [name] },
  });
  return [verdict, reason];
}

function classified(
  from: string,
  statuses: readonly number[],
  end: Partial<HttpResponse> & { readonly url: string },
  words: readonly string[],
) {
  const redirects = statuses.map((status) => ({ status, url: end.url }));
  const trail: RequestChain = { reply: answer(end), redirects, durationMs: 1, incompleteChain: false };
  return classify(trail, { url: from, words: () => words, accept });
}
