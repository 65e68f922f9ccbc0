import type { Evidence } from '../model/evidence.js';
import { titleOf } from './classify/page-title.js';
import { detectBotWall } from './http/bot-walls.js';
import { follow } from './http/follow-redirects.js';
import type { GuardedContext } from './http/guarded-request.js';
import type { HttpResponse, RequestChain } from './http/response.js';

/** The evidence that https gives the same page as plain http; null where it does not. Asked only for what is alive. */
export async function sameOverHttps(trail: RequestChain, context: GuardedContext): Promise<Evidence | null> {
  const { reply, redirects } = trail;
  if (reply.kind !== 'answer' || redirects.length > 0 || !reply.url.startsWith('http://')) return null;
  const url = new URL(reply.url);
  if (url.port !== '') return null;
  url.protocol = 'https:';
  const other = await follow(url.href, 'plain', context);
  if (other.reply.kind !== 'answer' || other.redirects.length > 0 || other.incompleteChain) return null;
  if (other.reply.status !== reply.status || detectBotWall(other.reply) !== null || !alike(reply, other.reply))
    return null;
  return { kind: 'same-over-https', url: url.href, status: other.reply.status };
}

/** The same title, or the same text: pages differ in tokens and times from one request to the next. */
function alike(one: HttpResponse, other: HttpResponse): boolean {
  const title = titleOf(one.body);
  return title === null ? one.body === other.body : title === titleOf(other.body);
}
