import { titleOf } from './classify/page-title.js';
import { wallOf } from './http/bot-walls.js';
import { follow } from './http/follow-redirects.js';
import type { HopContext } from './http/guarded-request.js';
import { type Answer, oneLine, type Trail } from './http/response.js';

/** A sentence that says that https gives the same page as plain http; null where it does not. Asked only for what is alive. */
export async function sameOverHttps(trail: Trail, context: HopContext): Promise<string | null> {
  const { reply, redirects } = trail;
  if (reply.kind !== 'answer' || redirects.length > 0 || !reply.url.startsWith('http://')) return null;
  const url = new URL(reply.url);
  if (url.port !== '') return null;
  url.protocol = 'https:';
  const other = await follow(url.href, 'plain', context);
  if (other.reply.kind !== 'answer' || other.redirects.length > 0 || other.incompleteChain) return null;
  if (other.reply.status !== reply.status || wallOf(other.reply) !== null || !alike(reply, other.reply)) return null;
  return oneLine(`GET ${url.href} -> ${other.reply.status} with the same page`);
}

/** The same title, or the same text: pages differ in tokens and times from one request to the next. */
function alike(one: Answer, other: Answer): boolean {
  const title = titleOf(one.body);
  return title === null ? one.body === other.body : title === titleOf(other.body);
}
