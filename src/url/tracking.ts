/** Query keys that only say where a reader came from, as the services that add them document them. */
const anywhere = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

/** Keys that track on some hosts alone, and mean something on others. */
const onHosts: readonly (readonly [host: RegExp, key: RegExp])[] = [
  [/(?:^|\.)youtu(?:be\.com|\.be)$/i, /^(?:si|feature|pp)$/],
  [/(?:^|\.)spotify\.com$/i, /^si$/],
];

/** True for a key of a query that does nothing but track; `more` are keys that are said to track on the given host. */
export function isTracking(key: string, host: string, more: readonly string[] = []): boolean {
  if (anywhere.test(key) || more.includes(key)) return true;
  return onHosts.some(([on, keys]) => on.test(host) && keys.test(key));
}

/** Addresses that are not equivalent without a parameter: those that have another one in them, captures of an archive, and signed ones. */
const needsAll =
  /.https?:\/|^https?:\/\/(?:web\.archive\.org|archive\.(?:fo|is|li|md|ph|today|vn))\/|(?:^|[?&])(?:x-(?:amz|goog)-[\w-]*|[\w-]*(?:sig|signature|hmac|token))=/is;

/** An address without what tracks in it, and the keys that were taken out; the rest stays to the letter. */
export function withoutTracking(
  url: string,
  refHosts: readonly string[] = [],
): { readonly url: string; readonly keys: readonly string[] } {
  const [, before = '', query = '', hash = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(url) ?? [];
  if (query === '' || needsAll.test(`${before}?${query}`) || query.includes(';')) return { url, keys: [] };
  const host = /^https?:\/\/([^/?#:]+)/i.exec(before)?.[1] ?? '';
  const more = refHosts.some((one) => host === one || host.endsWith(`.${one}`)) ? ['ref'] : [];
  const keys: string[] = [];
  const kept = query.split('&').filter((pair) => {
    const key = pair.split('=', 1)[0] ?? '';
    const tracks = isTracking(key, host, more);
    if (tracks) keys.push(key);
    return !tracks;
  });
  if (keys.length === 0) return { url, keys };
  return { url: `${before}${kept.length === 0 ? '' : `?${kept.join('&')}`}${hash}`, keys };
}
