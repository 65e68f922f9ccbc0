import { isTracking } from './tracking.js';

/** Hosts whose paths mean the same in any case. */
const caseless = new Set(['github.com', 'gitlab.com']);

/**
 * A key that two addresses share when readers would land on the same page: scheme, `www.`, default port, final slash
 * and tracking dropped, GitHub and GitLab paths in lower case without `.git` and `#readme`. Other queries and fragments
 * tell pages apart. An address that does not parse is its own key.
 */
export function samePage(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url;
  const host = parsed.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');
  let path = parsed.pathname.replace(/\/+$/, '');
  let { hash } = parsed;
  if (caseless.has(host)) {
    path = path.toLowerCase().replace(/\.git$/, '');
    if (hash === '#readme') hash = '';
  }
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0] ?? '', host))
    .join('&');
  return `${host}${path}${query === '' ? '' : `?${query}`}${hash}`;
}
