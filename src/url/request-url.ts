/** A URL as requests and ledgers have it: without fragment, user name and password. Null for one that does not parse. */
export function requestUrl(written: string): URL | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}
