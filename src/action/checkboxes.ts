/** Entries of a description that are read: it may have been edited by anyone who may edit the pull request. */
const [mostRows, longestUrl] = [2_000, 2_000];
const row = /^- \[([ xX])\] .*<!-- url:([\w%.~-]{1,6000}) -->\s*$/;

/** A line with a check box, and the URL that it is about in a comment. */
export function withKey(line: string, url: string | null): string {
  return url === null ? line : `${line} <!-- url:${encodeURIComponent(url).replace(/[!'()*]/g, percent)} -->`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The URLs of the lines whose box is not ticked. They only keep entries: what else the text says does nothing. */
export function untickedKeys(body: string): ReadonlySet<string> {
  const urls = new Set<string>();
  for (const line of body.slice(0, 70_000).split(/\r?\n/, mostRows)) {
    const [, box, key = ''] = row.exec(line) ?? [];
    const url = box === ' ' ? decoded(key) : null;
    if (url !== null && url.length <= longestUrl) urls.add(url);
  }
  return urls;
}

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key);
  } catch {
    return null;
  }
}
