/** The commands of the palette. The server's own have other names, since the client's library registers those by itself. */
export const paletteCommands = {
  check: 'listwright.check',
  fix: 'listwright.fix',
  restart: 'listwright.restart',
  log: 'listwright.log',
} as const;

/** What the server is asked to do (`workspace/executeCommand`), each with the URI of a document. */
export const serverCommands = {
  checkLinks: 'listwright.checkLinks',
  fixAll: 'listwright.fixAll',
} as const;

/** Tells the server that the workspace is trusted now, without a restart. */
export const trustNotification = 'listwright/trust';
