/**
 * What requests take of undici. Only these parts are bundled: all of it (fetch, WebSocket, caches) takes three times as long to load.
 */
import connect from 'undici/lib/api/api-connect.js';
import DispatcherClass from 'undici/lib/dispatcher/dispatcher.js';

export { default as buildConnector } from 'undici/lib/core/connect.js';
export { default as Client } from 'undici/lib/dispatcher/client.js';
export { default as Pool } from 'undici/lib/dispatcher/pool.js';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';

// A proxy agent opens its tunnels by a method that undici adds where all of it is loaded.
Object.assign(DispatcherClass.prototype, { connect });
