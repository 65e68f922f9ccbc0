import { getDomainWithoutSuffix } from 'tldts';
import { surelyShowsMoreThan } from '../classify/text-length.js';
import { type HttpResponse, headerOf } from './response.js';

/** One mark by which bot protection is recognized. */
interface BotProtection {
  readonly name: string;
  /** Where the mark is documented or was reported. */
  readonly source: string;
  readonly matches: (answer: HttpResponse) => boolean;
}

const header = (name: string, pattern: RegExp) => (answer: HttpResponse) => pattern.test(headerOf(answer, name));
const refusing = new Set([202, 401, 403, 405, 406, 429, 503, 520]);
/** UTF-16 units: a challenge says less, and an article about challenges more. */
const longest = 2500;
/** A mark in the page counts when the status refuses, or when there is hardly a page; widgets on ordinary pages do not count. */
const page =
  (pattern: RegExp, always = false) =>
  (answer: HttpResponse) =>
    (always || refusing.has(answer.status) || answer.body.length < 15_000) &&
    mayBeProtected(answer) &&
    pattern.test(answer.body) &&
    (refusing.has(answer.status) || !surelyShowsMoreThan(answer.body, longest));
/** A word of each mark in a page: one look at it instead of one for each mark. */
const traces =
  /_cf_chl_|Just a moment|One moment|Pardon Our|Please Wait|Security Checkpoint|DDoS-Guard|captcha-delivery|px-captcha|Verification|Client Challenge|cf-error|Ray ID|Checking your browser|Attention Required|goku|awswaf|Incapsula|Access Denied|Sucuri|Reblaze|rbzns|anubis|not a bot|Request Rejected/i;
const traced = new WeakMap<HttpResponse, boolean>();

function mayBeProtected(answer: HttpResponse): boolean {
  const known = traced.get(answer) ?? traces.test(answer.body);
  traced.set(answer, known);
  return known;
}
const both =
  (one: (answer: HttpResponse) => boolean, other: (answer: HttpResponse) => boolean) => (answer: HttpResponse) =>
    one(answer) && other(answer);
const refused = (answer: HttpResponse): boolean => refusing.has(answer.status) || answer.status >= 500;

/** The marks, header ones first since they need no body. A maintainer can correct a row in one line. */
const marks: readonly BotProtection[] = [
  {
    name: 'Cloudflare challenge',
    source: 'Cloudflare docs: cf-mitigated',
    matches: header('cf-mitigated', /challenge/i),
  },
  { name: 'Vercel firewall', source: 'warpdotdev/docs#219', matches: header('x-vercel-mitigated', /challenge|deny/i) },
  {
    name: 'AWS WAF',
    source: 'AWS WAF docs: x-amzn-waf-action',
    matches: header('x-amzn-waf-action', /captcha|challenge/i),
  },
  {
    name: 'SiteGround challenge',
    source: 'SiteGround help: anti-bot CAPTCHA, a 202 that forwards to /.well-known/sgcaptcha/',
    matches: header('sg-captcha', /challenge/i),
  },
  {
    name: 'AWS WAF',
    source: 'trawl#65: an empty 202',
    matches: (answer) => answer.status === 202 && answer.body.trim() === '' && answer.broken === null,
  },
  {
    name: 'CloudFront',
    source: 'CloudFront docs: x-cache',
    matches: both((answer) => answer.status === 403, header('x-cache', /^Error from cloudfront/i)),
  },
  {
    name: 'DataDome',
    source: 'is-antibot#providers',
    matches: both(
      refused,
      (answer) =>
        headerOf(answer, 'x-dd-b') !== '' ||
        /^(?!protected)./i.test(headerOf(answer, 'x-datadome')) ||
        /datadome=/i.test(headerOf(answer, 'set-cookie')),
    ),
  },
  {
    name: 'DataDome',
    source: 'a block with any status: x-datadome',
    matches: header('x-datadome', /^block/i),
  },
  {
    name: 'Akamai',
    source: 'Akamai: reference number on its refusals',
    matches: both(refused, page(/Access Denied[\s\S]{0,600}Reference(?:\s|&#32;)*(?:&#35;|#)/i)),
  },
  {
    name: 'Imperva',
    source: 'is-antibot#providers',
    matches: both(
      refused,
      (answer) =>
        headerOf(answer, 'x-iinfo') !== '' ||
        /incapsula/i.test(headerOf(answer, 'x-cdn')) ||
        /incap_ses_|visid_incap_/i.test(headerOf(answer, 'set-cookie')),
    ),
  },
  { name: 'Imperva', source: 'Incapsula incident page', matches: page(/_Incapsula_Resource|Incapsula incident ID/i) },
  {
    name: 'HUMAN',
    source: 'is-antibot#providers',
    matches: both(
      refused,
      (answer) =>
        Object.keys(answer.headers).some((name) => name.startsWith('x-px-')) ||
        /_px\d?=/.test(headerOf(answer, 'set-cookie')),
    ),
  },
  {
    name: 'Kasada',
    source: 'is-antibot#providers',
    matches: both(refused, (answer) =>
      Object.keys(answer.headers).some((name) => name.startsWith('x-kasada') || name.startsWith('x-kpsdk')),
    ),
  },
  {
    name: 'Cloudflare challenge',
    source: 'Cloudflare interstitial',
    matches: page(/_cf_chl_opt\s{0,3}=|<title>Just a moment\.{3}<\/title>|__cf_chl_(?:rt_)?tk/i),
  },
  {
    name: 'Cloudflare challenge',
    source: 'Cloudflare docs: challenge pages, whose title outlives their status',
    matches: page(/<title>(?:Attention Required! \| Cloudflare|Please Wait\.{3} \| Cloudflare)<\/title>/i),
  },
  {
    name: 'Cloudflare challenge',
    source: 'public-apis: links.py',
    matches: page(/<title>Checking your browser before accessing[^<]{0,200}<\/title>/i),
  },
  {
    name: 'Vercel firewall',
    source: 'warpdotdev/docs#219',
    matches: page(/<title>Vercel Security Checkpoint<\/title>/i),
  },
  { name: 'DataDome', source: 'is-antibot#providers', matches: page(/["'/.]captcha-delivery\.com\//i) },
  { name: 'HUMAN', source: 'HUMAN docs: block page', matches: page(/\bid=["']px-captcha["']/i) },
  {
    name: 'Imperva',
    source: 'Imperva docs: ABP block page',
    matches: page(/<title>Pardon Our Interruption(?:\.{3})?<\/title>/i),
  },
  { name: 'DDoS-Guard', source: 'is-antibot#providers', matches: page(/<title>DDoS-Guard<\/title>/i) },
  {
    name: 'Imunify360',
    source: 'Imunify360 docs: splash screen',
    matches: page(/<title>One moment, please\.{3}<\/title>/i),
  },
  {
    name: 'challenge page',
    source: 'AWS WAF docs: CAPTCHA page; LiteSpeed docs: reCAPTCHA page',
    matches: page(/<title>(?:Human|Bot) Verification<\/title>/i),
  },
  {
    name: 'Cloudflare block',
    source: 'public-apis: links.py',
    matches: both(
      header('server', /cloudflare/i),
      both(
        (answer) => answer.status === 403 || answer.status === 503,
        page(/Checking your browser|Cloudflare Ray ID|cf-error-details|Attention Required!/i),
      ),
    ),
  },
  {
    name: 'AWS WAF challenge',
    source: 'AWS WAF docs: challenge.js',
    matches: page(/window\.gokuProps|awswaf\.com\/[^"'\s]{0,200}\/challenge\.js/i),
  },
  {
    name: 'Fastly challenge',
    source: 'the title of its challenge, which comes with status 200',
    matches: page(/<title>Client Challenge<\/title>/i),
  },
  { name: 'Sucuri', source: 'Sucuri block page', matches: both(refused, page(/Sucuri Website Firewall/i)) },
  {
    name: 'Reblaze',
    source: 'Reblaze block page',
    matches: both(refused, page(/Protected by Reblaze|rbzns\.bereshit/i)),
  },
  {
    name: 'Anubis',
    source: 'TecharoHQ/anubis#473: status 200',
    matches: page(
      /<script\b[^<>]{0,300} id="anubis_challenge"|\/\.within\.website\/x\/cmd\/anubis\/|<title>Making sure you(?:'|&#39;|’)re not a bot!<\/title>/i,
      true,
    ),
  },
  {
    name: 'go-away',
    source: 'WeebDataHoarder/go-away: the title of its challenge pages',
    matches: page(/<title>Checking you are not a bot<\/title>/i),
  },
  {
    name: 'F5 BIG-IP',
    source: 'F5 docs: default blocking page of ASM, status 200',
    matches: page(/<title>Request Rejected<\/title>[\s\S]{0,600}support ID is/i),
  },
  { name: 'refusal of programs', source: 'html-proofer#215: status 999', matches: (answer) => answer.status === 999 },
];

/** Hosts that refuse programs in their own way, by registrable domain without its ending. */
interface Refuser {
  readonly brand: RegExp;
  readonly source: string;
  /** Statuses by which they refuse, besides those that say so by themselves. */
  readonly statuses: readonly number[];
  /** True where they send programs to their login, whatever was asked for. */
  readonly login: boolean;
}

const refusers: readonly Refuser[] = [
  { brand: /^linkedin$/, source: 'html-proofer#215: 999, or a forced login', statuses: [429], login: true },
  { brand: /^(?:facebook|fb)$/, source: 'linkchecker#525: 400 or the login', statuses: [500], login: true },
  { brand: /^(?:instagram|threads)$/, source: 'is-antibot: the login for everyone', statuses: [429], login: true },
  { brand: /^(?:twitter|x)$/, source: 'blc#210, #233', statuses: [429, 503], login: true },
  { brand: /^pinterest$/, source: 'pins are shown to members', statuses: [429], login: true },
  { brand: /^tiktok$/, source: 'a shell or a refusal for programs', statuses: [429], login: true },
  { brand: /^reddit$/, source: 'awesome-digital-preservation#13', statuses: [429], login: true },
  { brand: /^quora$/, source: 'a forced login after the first page', statuses: [429], login: true },
  { brand: /^glassdoor$/, source: 'a forced login', statuses: [429], login: true },
  { brand: /^amazon$/, source: 'akka-guide#265, awesome-pentest#341: robot pages', statuses: [500, 503], login: false },
  { brand: /^semanticscholar$/, source: 'automotive#6: 202 from AWS WAF', statuses: [202], login: false },
];

/** True for a host that sends programs to its login or its consent page, whatever they ask for. */
export function isBlockedLogin(from: string, to: string): boolean {
  if (/^consent\./i.test(new URL(to).hostname) || /(?:^|\/)authwall(?:\/|$)/i.test(new URL(to).pathname)) return true;
  return refusers.some(({ brand, login }) => login && brand.test(brandOf(from)));
}

function brandOf(url: string): string {
  return getDomainWithoutSuffix(new URL(url).hostname) ?? '';
}

function isRefused(answer: HttpResponse): boolean {
  return (
    (answer.status >= 500 || answer.status === 429 || answer.status === 202) &&
    refusers.some(({ brand, statuses }) => statuses.includes(answer.status) && brand.test(brandOf(answer.url)))
  );
}

const seen = new WeakMap<HttpResponse, string | null>();

/** The name of the bot protection that an answer shows, whatever its status; null for an ordinary answer. The limiter asks as well as the judge. */
export function detectBotWall(answer: HttpResponse): string | null {
  const known = seen.get(answer);
  if (known !== undefined) return known;
  const name = marks.find((mark) => mark.matches(answer))?.name ?? (isRefused(answer) ? 'refusal of programs' : null);
  seen.set(answer, name);
  return name;
}
