/** A list on GitHub: a repository's README, or one file of it. */
export interface RemoteList {
  /** `owner/name`. */
  readonly repository: string;
  /** Branch, tag or commit, and path; null for the README of the default branch. */
  readonly file: { readonly ref: string; readonly path: string } | null;
}

const owner = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,38})';
const name = '[\\w.-]{1,100}';
const short = new RegExp(`^(${owner})/(${name})$`);
const long = new RegExp(
  `^(?:https?://)?(?:www\\.)?github\\.com/(${owner})/(${name}?)(?:\\.git)?/?(?:(?:blob|raw)/([\\w.-]+)/([^?#]+))?(?:[?#].*)?$`,
  'i',
);

/** Reads `owner/repo`, the URL of a repository, or that of a file in it; null for anything else. */
export function readRemote(text: string): RemoteList | null {
  const match = long.exec(text) ?? short.exec(text);
  const [, ownerName, repository, ref, path] = match ?? [];
  if (ownerName === undefined || repository === undefined || /^\.+$/.test(repository)) return null;
  if (ref === undefined || path === undefined) return { repository: `${ownerName}/${repository}`, file: null };
  try {
    return { repository: `${ownerName}/${repository}`, file: { ref, path: decodeURIComponent(path) } };
  } catch {
    return null;
  }
}

/** How reports name a list on GitHub. */
export function remotePath({ repository, file }: RemoteList): string {
  return `${repository}/${file?.path ?? 'README.md'}`;
}
