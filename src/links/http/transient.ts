import type { HttpResult } from './response.js';

/** Statuses that say "later", those of Cloudflare included (RFC 9110, RFC 6585, RFC 8470). */
const statuses = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);
const reasons = new Set(['timeout', 'reset', 'dns-failure', 'saturated']);

/** True for a result that another request may change: no answer, or one that says "later". */
export function isTransient(reply: HttpResult): boolean {
  return reply.kind === 'answer' ? statuses.has(reply.status) : reasons.has(reply.reason) && reply.unasked !== true;
}
