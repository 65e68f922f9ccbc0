import type { Evidence } from '../../model/evidence.js';
import { type HttpResponse, headerOf } from '../http/response.js';
import type { PageText } from './page-text.js';

/** How one hosting platform says that nothing is hosted under a name; a missing page of a site that exists is no such answer. */
interface Platform {
  readonly name: string;
  readonly source: string;
  /** The statuses that the platform gives with it. */
  readonly statuses: readonly number[];
  readonly matches: (answer: HttpResponse, page: PageText) => boolean;
}

const header = (name: string, pattern: RegExp) => (answer: HttpResponse) => pattern.test(headerOf(answer, name));
const under = (answer: HttpResponse, domain: string): boolean => {
  if (!URL.canParse(answer.url)) return false;
  const { hostname } = new URL(answer.url);
  return hostname === domain || hostname.endsWith(`.${domain}`);
};
/** Error pages are small: what only quotes one is longer. */
const says =
  (pattern: RegExp, most = 3000) =>
  (_answer: HttpResponse, { title, h1, h2, text }: PageText): boolean =>
    text.length < most && [title ?? '', ...h1, ...h2, text].some((each) => pattern.test(each));
const start = (answer: HttpResponse): string => answer.body.slice(0, 20_000);

const platforms: readonly Platform[] = [
  {
    name: 'Vercel',
    source: 'vercel.com/docs/errors: DEPLOYMENT_NOT_FOUND 404, DEPLOYMENT_DELETED 410',
    statuses: [404, 410],
    matches: header('x-vercel-error', /^DEPLOYMENT_(?:NOT_FOUND|DELETED)$/),
  },
  {
    name: 'Netlify',
    source: 'can-i-take-over-xyz#40: a line of text, no page',
    statuses: [404],
    matches: (answer) => /^\s*Not Found - Request ID: \w{1,40}\s*$/.test(answer.body.slice(0, 200)),
  },
  {
    name: 'Heroku',
    source: 'can-i-take-over-xyz#38: a frame with the error page',
    statuses: [404],
    matches: (answer, { title, sources }) =>
      sources.some((each) => /\/\/(?:www\.)?herokucdn\.com\/error-pages\/no-such-app\.html$/.test(each)) ||
      (/^(?:heroku \| )?no such app$/i.test(title ?? '') && /heroku/i.test(start(answer))),
  },
  {
    name: 'GitHub Pages',
    source: 'can-i-take-over-xyz#37; a missing file of a site reads “File not found”',
    statuses: [404],
    matches: says(/There isn['’]t a GitHub Pages site here\./),
  },
  {
    name: 'Amazon S3 or a compatible storage',
    source: 'Amazon S3 API: error code NoSuchBucket, in XML and in its website pages',
    statuses: [404],
    matches: (answer) => /<Code>NoSuchBucket<\/Code>|<li>Code: NoSuchBucket<\/li>/.test(start(answer)),
  },
  {
    name: 'Fastly',
    source: 'can-i-take-over-xyz#22',
    statuses: [404, 421, 500, 503],
    matches: says(/^Fastly error: unknown domain\b/, 600),
  },
  {
    name: 'Surge',
    source: 'surge.sh help: custom domains; can-i-take-over-xyz',
    statuses: [404],
    matches: (answer, page) =>
      (under(answer, 'surge.sh') || /surge/i.test(headerOf(answer, 'server')) || /surge\.sh/i.test(start(answer))) &&
      says(/^project not found\b/i, 600)(answer, page),
  },
  {
    name: 'Shopify',
    source: 'can-i-take-over-xyz#32',
    statuses: [404],
    matches: (answer, page) =>
      /shopify/i.test(`${headerOf(answer, 'powered-by')} ${start(answer)}`) &&
      says(/Sorry, this (?:shop|store) is currently unavailable\./i)(answer, page),
  },
  {
    name: 'Tumblr',
    source: 'can-i-take-over-xyz#240; a missing post shows the blog’s own theme',
    statuses: [404],
    matches: says(/Whatever you were looking for doesn['’]t currently exist at this address/i),
  },
  {
    name: 'WordPress.com',
    source: 'can-i-take-over-xyz#176; it redirects to its page for names that are free',
    statuses: [200, 404],
    matches: (answer, page) =>
      under(answer, 'wordpress.com') && says(/Do you want to register [\w-]{1,80}\.wordpress\.com\?/i)(answer, page),
  },
  {
    name: 'Read the Docs',
    source: 'readthedocs.org: templates/errors/proxito/404/no_project.html and dns.html',
    statuses: [404],
    matches: (answer, page) =>
      (under(answer, 'readthedocs.io') ||
        /proxito/i.test(headerOf(answer, 'x-served')) ||
        /read ?the ?docs/i.test(start(answer))) &&
      says(
        /^project not found$|is unknown to Read the Docs|that you are looking for either does not exist, has been deleted or/i,
      )(answer, page),
  },
  {
    name: 'Bitbucket',
    source: 'can-i-take-over-xyz: bitbucket.io',
    statuses: [404],
    matches: (answer, page) => under(answer, 'bitbucket.io') && says(/^Repository not found$/i)(answer, page),
  },
  {
    name: 'Render',
    source: 'Render’s edge: x-render-routing',
    statuses: [404],
    matches: header('x-render-routing', /^no-server$/),
  },
  {
    name: 'Railway',
    source: 'Railway’s edge: x-railway-fallback with 404; a crashed application has 502',
    statuses: [404],
    matches: header('x-railway-fallback', /^true$/),
  },
  {
    name: 'Pantheon',
    source: 'can-i-take-over-xyz#24',
    statuses: [404],
    matches: says(/404 error unknown site!/i, 1500),
  },
  {
    name: 'Ghost',
    source: 'can-i-take-over-xyz#89',
    statuses: [404],
    matches: says(/The thing you were looking for is no longer here, or never was/i, 1500),
  },
  {
    name: 'Cloudflare',
    source: 'Cloudflare docs: error 1016, status 530',
    statuses: [530],
    matches: (answer) =>
      /cloudflare/i.test(headerOf(answer, 'server')) &&
      /\berror(?: code)?:?(?:<[^>]{0,80}>|\s){0,4}1016\b/i.test(start(answer)),
  },
];

/**
 * The hosting platform's word that it hosts nothing under this name; null for all other answers. The reason is always
 * `no-such-site`. A 404 with it is sure; on a domain custom, a stranger may claim the name.
 */
export function detectUnclaimedSite(
  answer: HttpResponse,
  page: PageText,
): { readonly reason: 'no-such-site'; readonly because: Evidence } | null {
  const platform = platforms.find(({ statuses, matches }) => statuses.includes(answer.status) && matches(answer, page));
  if (platform === undefined) return null;
  return { reason: 'no-such-site', because: { kind: 'unclaimed-site', platform: platform.name } };
}
