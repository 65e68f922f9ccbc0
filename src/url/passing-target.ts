/** Words for what is somewhere else tomorrow. */
const alias =
  /^(?:latest|stable|current|newest|recent|nightly|next|head|today|now|daily|weekly|random|lucky|shuffle)(?=\.|$)/i;
const version = /^v?\d+(?:\.(?:\d+|x))+(?:[-.]?(?:a|b|rc|alpha|beta|dev|post)[.-]?\d*)?$|^v\d+$/i;
const day = /\/(?:19|20)\d\d[/-]\d{1,2}(?:[/-]|$)/;
const mobile = /^(?:m|mobile|amp|touch|wap)$/i;

/**
 * True when a redirect, however permanent it says it is, leads to what a URL means at present or for one reader: a version
 * of `/latest/`, the page of a day, a random one, the page for phones, or a page below the front page.
 */
export function isPassingTarget(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to) || isSpelling(from, to)) return false;
  const [old, fresh] = [new URL(from), new URL(to)];
  const [before, after] = [partsOf(old), partsOf(fresh)];
  if (before.length === 0 && after.length > 0) return true;
  const isNew = (part: string): boolean => !before.includes(part);
  if (before.some((part) => alias.test(part) && !after.includes(part))) return true;
  if (after.some((part) => version.test(part) && isNew(part))) return true;
  if (day.test(fresh.pathname) && !day.test(old.pathname) && !after.includes(before.at(-1) ?? '')) return true;
  const [host = ''] = fresh.hostname.split('.');
  return (
    (mobile.test(host) && !old.hostname.startsWith(`${host}.`)) ||
    after.some((part) => mobile.test(part) && isNew(part))
  );
}

/** True when two URLs are the same but for the scheme, `www.` and a final slash: then it does not matter who asks. */
export function isSpelling(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [old, fresh] = [new URL(from), new URL(to)];
  return sameHost(old, fresh) && partsOf(old).join('/') === partsOf(fresh).join('/') && old.search === fresh.search;
}

function sameHost(one: URL, other: URL): boolean {
  return one.host.replace(/^www\./, '') === other.host.replace(/^www\./, '');
}

function partsOf({ pathname }: URL): readonly string[] {
  return pathname.split('/').filter((part) => part !== '');
}
