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
      void connection.client.destroy();
    };
    connection.client.on('disconnect', drop);
    connection.client.on('connectionError', drop);
    known.add(connection);
    byOrigin.set(origin, known);
    return connection;
  };
  return {
    dispatch(options, handler) {
      const origin = String(options.origin);
      const known = byOrigin.get(origin) ?? new Set();
      const connection = [...known].find(({ isBusy }) => !isBusy) ?? add(origin, known);
      connection.isBusy = true;
      return connection.client.dispatch(options, {
        ...handler,
        onResponseEnd(...end) {
          connection.isBusy = false;
          handler.onResponseEnd?.(...end);
        },
        onResponseError(...fault) {
          connection.isBusy = false;
          handler.onResponseError?.(...fault);
        },
      });
    },
    destroy: () =>
      Promise.all([...byOrigin.values()].flatMap((known) => [...known].map(({ client }) => client.destroy()))),
  };
}
