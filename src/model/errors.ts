/** An error in how listwright is used, in one sentence; exit status 2. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** There is no network, which says nothing about what was to be requested. */
export class NoNetworkError extends UserError {}
