/** One way in which two addresses are known to be the same page. */
export interface Equivalence {
  readonly name: string;
  /** What says so: the service's own pages, or a standard. */
  readonly source: string;
  /** The address as it should be; null when this row does not speak of it. */
  readonly rewrite: (url: URL, written: string) => string | null;
  /** False where another page is possible, so that someone has to look. */
  readonly proven?: false;
}

const github = /^(?:www\.)?github\.com$/;
/** REST endpoints of object storage, which serve no index page (docs.aws.amazon.com, about website endpoints). */
const objectStorage =
  /(?:^|[.])s3(?![\w-]*-website)[\w-]*[.](?:[\w-]+[.])*amazonaws[.]com$|[.]?storage[.]googleapis[.]com$|[.]blob[.]core[.]windows[.]net$|[.]r2[.](?:dev|cloudflarestorage[.]com)$|[.]digitaloceanspaces[.]com$|[.]backblazeb2[.]com$/;
const isRepository = (url: URL): boolean => url.pathname.split('/').filter((part) => part !== '').length === 2;
/** The address with another path, to the letter but for that. */
const withPath = (written: string, url: URL, path: string): string => written.replace(url.pathname, path);

/** Known equivalences, in the order in which they are tried; the first that speaks of an address counts. */
export const equivalences: readonly Equivalence[] = [
  {
    name: 'github-www',
    source: 'github.com redirects www.github.com permanently',
    rewrite: (url, written) =>
      url.hostname === 'www.github.com' ? written.replace(/^(https?:\/\/)www\./i, '$1') : null,
  },
  {
    name: 'github-git',
    source: 'docs.github.com, about remote repositories: the page of a repository has no .git',
    rewrite: (url, written) =>
      github.test(url.hostname) && isRepository(url) && /\.git\/?$/.test(url.pathname)
        ? withPath(written, url, url.pathname.replace(/\.git\/?$/, ''))
        : null,
  },
  {
    name: 'github-default-tree',
    source: 'github.com shows the default branch at the root of a repository; its name is not known',
    proven: false,
    rewrite: (url, written) => {
      const root = /^(\/[^/]+\/[^/]+)\/tree\/(?:main|master)\/?$/.exec(url.pathname)?.[1];
      return github.test(url.hostname) && root !== undefined ? withPath(written, url, root) : null;
    },
  },
  {
    name: 'google-redirect',
    source: 'google.com/url forwards to what its q or url names',
    rewrite: (url) => {
      if (!/^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) || url.pathname !== '/url') return null;
      const target = url.searchParams.get('q') ?? url.searchParams.get('url');
      return target !== null && /^https?:\/\//.test(target) && URL.canParse(target) ? target : null;
    },
  },
  {
    name: 'youtube-short',
    source: 'support.google.com/youtube: youtu.be is the short form of a watch page',
    rewrite: (url) => {
      const id = url.hostname === 'youtu.be' ? /^\/([\w-]{11})$/.exec(url.pathname)?.[1] : undefined;
      if (id === undefined) return null;
      const rest = url.search.replace(/^\?/, '&');
      return `https://www.youtube.com/watch?v=${id}${rest}${url.hash}`;
    },
  },
  {
    name: 'mobile-host',
    source: 'the mobile hosts of Wikipedia, YouTube, Facebook and Twitter serve the same pages',
    rewrite: (url, written) => {
      const host = /^([a-z-]+)\.m\.(wikipedia\.org)$/.exec(url.hostname);
      if (host) return written.replace(url.hostname, `${host[1]}.${host[2]}`);
      const bare = /^(?:m|mobile)\.((?:youtube|facebook|twitter|reddit)\.com)$/.exec(url.hostname)?.[1];
      return bare === undefined ? null : written.replace(url.hostname, `www.${bare}`);
    },
  },
  {
    name: 'amazon-product',
    source: 'amazon: /dp/ and the ASIN name a product',
    rewrite: (url) => {
      if (!/^(?:www\.)?amazon\.[a-z.]+$/.test(url.hostname)) return null;
      const asin = /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?=\/|$)/.exec(url.pathname)?.[1];
      const short = `/dp/${asin}`;
      return asin === undefined || (url.pathname === short && url.search === '')
        ? null
        : `https://${url.hostname}${short}`;
    },
  },
  {
    name: 'index-page',
    source: 'RFC 3986, section 6.2.3, leaves it to the scheme; most servers serve index.html at the folder',
    proven: false,
    rewrite: (url, written) =>
      url.search === '' && url.hash === '' && url.pathname === '/index.html' && !objectStorage.test(url.hostname)
        ? withPath(written, url, '/')
        : null,
  },
];

/** What an address should be, and by which row; null when it is as it should be. Total. */
export function canonical(
  written: string,
): { readonly url: string; readonly name: string; readonly proven: boolean } | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  for (const { name, rewrite, proven = true } of equivalences) {
    const better = rewrite(url, written);
    if (better !== null && better !== written) return { url: better, name, proven };
  }
  return null;
}
