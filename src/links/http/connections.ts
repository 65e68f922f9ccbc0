import type { Client, Dispatcher } from 'undici';

/** Connections over which requests go: to each origin as many as there are requests to it at the same time. */
export interface Connections extends Pick<Dispatcher, 'dispatch'> {
  /** Closes them all; what is under way fails. */
  destroy(): Promise<unknown>;
}

interface Connection {
  readonly client: Client;
  isBusy: boolean;
}

/**
 * Sends each request over a connection of its origin that is free, else over a new one, and lets go of what was closed. undici's own
 * `Agent` would connect again after each request that was ended early, and keeps 16 kB for each origin.
 */
export function createConnections(open: (origin: string) => Client): Connections {
  const byOrigin = new Map<string, Set<Connection>>();
  const add = (origin: string, known: Set<Connection>): Connection => {
    const connection: Connection = { client: open(origin), isBusy: false };
    const drop = (): void => {
      // A request that found its connection closed is sent again over the next.
      if (connection.isBusy) return;
      known.delete(connection);
      if (known.size === 0) byOrigin.delete(origin);
      void connection.client.destroy(ended);
    };
    connection.client.on('disconnect', drop);
    connection.client.on('connectionError', drop);
    known.add(connection);
    byOrigin.set(origin, known);
    return connection;
  };
  const send = (
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
    isSecond: boolean,
  ): boolean => {
    const origin = String(options.origin);
    const known = byOrigin.get(origin) ?? new Set();
    const free = isSecond ? undefined : [...known].find(({ isBusy }) => !isBusy);
    const connection = free ?? add(origin, known);
    connection.isBusy = true;
    let isAnswered = false;
    return connection.client.dispatch(options, {
      ...handler,
      onResponseStart(...start) {
        isAnswered = true;
        handler.onResponseStart?.(...start);
      },
      onResponseEnd(...end) {
        connection.isBusy = false;
        handler.onResponseEnd?.(...end);
      },
      onResponseError(controller, error) {
        connection.isBusy = false;
        // A server may close a connection while the next request is on its way (RFC 9112, section 9.3.1).
        const isRepeated = free !== undefined && !isAnswered && options.method === 'GET' && isClosing(error);
        if (isRepeated) send(options, handler, true);
        else handler.onResponseError?.(controller, error);
      },
    });
  };
  return {
    dispatch: (options, handler) => send(options, handler, false),
    destroy: () =>
      Promise.all([...byOrigin.values()].flatMap((known) => [...known].map(({ client }) => client.destroy(ended)))),
  };
}

/** Why a connection that is no longer needed is closed: one error for all, as undici would make one with a stack trace for each. */
const ended = Object.assign(new Error('the connection is no longer needed'), { code: 'UND_ERR_DESTROYED' });

function isClosing(error: Error): boolean {
  return /^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(String((error as NodeJS.ErrnoException).code));
}
