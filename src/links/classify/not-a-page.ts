/** URLs that answer 404 to everyone although nothing is gone. */
interface NotAPage {
  /** Null for any host. */
  readonly host: RegExp | null;
  readonly path: RegExp;
  /** Completes "… answers 404 by design". */
  readonly what: string;
  /** Where that is documented or was reported. */
  readonly source: string;
}

/** A maintainer can correct a row in one line. */
const table: readonly NotAPage[] = [
  {
    host: null,
    path: /^\/cdn-cgi\/l\/email-protection\/?$/,
    what: 'a mail address that Cloudflare protects',
    source: 'Cloudflare docs: Email Address Obfuscation; lycheeverse/lychee#2187, BuilderIO/agent-native#4700',
  },
  {
    host: null,
    path: /^\/cdn-cgi\/challenge-platform\//,
    what: 'a challenge of Cloudflare',
    source: 'Cloudflare docs: /cdn-cgi/ endpoint',
  },
  {
    host: /^fonts\.(?:gstatic|googleapis)\.com$/,
    path: /^\/$/,
    what: 'a host that only serves fonts',
    source: 'filiph/linkcheck#49, JustinBeckwith/linkinator#133, cotes2020/jekyll-theme-chirpy#758',
  },
  {
    host: /^www\.(?:googletagmanager|google-analytics)\.com$/,
    path: /^\/$/,
    what: 'a host that only serves scripts',
    source: 'cotes2020/jekyll-theme-chirpy#758',
  },
  {
    host: /^schemas\.(?:android|microsoft|xmlsoap|openxmlformats)\.(?:com|org)$/,
    path: /./,
    what: 'an XML namespace',
    source:
      'wixtoolset/issues#5288, Azure-Samples/active-directory-b2c-custom-policy-starterpack#120, Namespaces in XML 1.0, 3',
  },
  {
    host: /^(?:www\.)?w3\.org$/,
    path: /^\/(?:1999\/(?:xhtml|xlink)|2000\/svg)\/?$/,
    what: 'an XML namespace',
    source: 'lycheeverse/lychee#169',
  },
];

/** What a URL is that answers 404 by design; null for an ordinary URL. */
export function notAPage({ hostname, pathname }: URL): string | null {
  return table.find(({ host, path }) => (host?.test(hostname) ?? true) && path.test(pathname))?.what ?? null;
}
