/**
 * What requests take of undici. Only these parts are bundled: all of it (fetch, WebSocket, caches) takes three times as long to load.
 */
import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import requestBy from 'undici/lib/api/api-request.js';
import DispatcherClass from 'undici/lib/dispatcher/dispatcher.js';

export { default as buildConnector } from 'undici/lib/core/connect.js';
export { default as Agent } from 'undici/lib/dispatcher/agent.js';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';

// A proxy agent opens its tunnels by a method that undici adds where all of it is loaded.
Object.assign(DispatcherClass.prototype, { connect });

/** Options of a request: how it is sent, and over which connections. */
export type RequestOptions = Omit<Dispatcher.RequestOptions, 'origin' | 'path'> & { readonly dispatcher: Dispatcher };

/** Sends a request; resolves when the headers of the response are there. Rejects with an error of undici or of the socket. */
export function request(url: URL, { dispatcher, ...options }: RequestOptions): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = url;
  return requestBy.call(dispatcher, { ...options, origin, path: pathname + search });
}
