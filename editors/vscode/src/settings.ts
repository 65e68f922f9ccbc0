/** The settings of the section `listwright` that the server is told, as they are named in the manifest. */
export const toldSettings = ['links', 'linkBudget', 'preset', 'config'] as const;

/** The settings that decide whether a server runs, and which. */
export const startSettings = ['enable', 'path'] as const;

/** The setting that the client's library reads by itself. */
export const traceSetting = 'trace.server';

/** What the server is told when it starts, when it asks, and when a setting changes; it knows nulls as "not set". */
export type Told = Readonly<Record<(typeof toldSettings)[number], unknown>> & { readonly trusted: boolean };

/** Reads what the server is told. Its shape is for the server to check. */
export function toldOf(read: (name: string) => unknown, trusted: boolean): Told {
  const [links, linkBudget, preset, config] = toldSettings.map((name) => read(name) ?? null);
  return { trusted, links, linkBudget, preset, config };
}
