/** An address under which a service shows parked domains and domains for sale. */
interface Service {
  readonly name: string;
  /** The host, its sub-domains included. */
  readonly host: string;
  /** The path where the service has pages of other kinds. */
  readonly path?: RegExp;
  readonly source: string;
}

const services: readonly Service[] = [
  { name: 'Sedo', host: 'sedoparking.com', source: 'intrigue-ident: checks/http/sedo.rb' },
  { name: 'Sedo', host: 'sedo.com', path: /^\/search\/details|^\/checkdomainoffer/i, source: 'Sedo: offer pages' },
  { name: 'Bodis', host: 'bodis.com', source: 'MISP warning list of parking domains' },
  { name: 'Bodis', host: 'bodiscdn.com', source: 'MISP warning list of parking domains' },
  { name: 'ParkingCrew', host: 'parkingcrew.net', source: 'MISP warning list of parking domains' },
  { name: 'ParkLogic', host: 'parklogic.com', source: 'MISP warning list of parking domains' },
  { name: 'Above', host: 'above.com', source: 'MISP warning list of parking domains' },
  { name: 'Afternic', host: 'afternic.com', source: 'MISP warning list of parking domains' },
  { name: 'Dan', host: 'dan.com', source: 'MISP warning list of parking domains' },
  { name: 'Dan', host: 'undeveloped.com', source: 'Dan: its name until 2019' },
  {
    name: 'Uniregistry',
    host: 'uniregistry.com',
    path: /^\/buy-domains|^\/market/i,
    source: 'Uniregistry: offer pages',
  },
  { name: 'HugeDomains', host: 'hugedomains.com', source: 'HugeDomains: domain_profile pages' },
  { name: 'BuyDomains', host: 'buydomains.com', source: 'BuyDomains: lander pages' },
  { name: 'DomainMarket', host: 'domainmarket.com', source: 'DomainMarket: buynow pages' },
  { name: 'GoDaddy', host: 'godaddy.com', path: /^\/forsale\//i, source: 'GoDaddy: for-sale landers' },
  { name: 'Spaceship', host: 'spaceship.com', path: /^\/(?:domain|sellerhub)\//i, source: 'Spaceship: landers' },
  { name: 'Atom', host: 'atom.com', path: /^\/name\//i, source: 'Atom (before: Squadhelp): name pages' },
  { name: 'Squadhelp', host: 'squadhelp.com', path: /^\/name\//i, source: 'Squadhelp: name pages' },
  { name: 'BrandBucket', host: 'brandbucket.com', path: /^\/names\//i, source: 'BrandBucket: name pages' },
  { name: 'Dynadot', host: 'dynadot.com', path: /^\/market\//i, source: 'Dynadot: market pages' },
  { name: 'Sav', host: 'sav.com', path: /^\/(?:domains|auctions)\//i, source: 'Sav: offer pages' },
  { name: 'expired domains', host: 'expireddomains.com', source: 'expireddomains.com: landers' },
  { name: 'Ztomy', host: 'ztomy.com', source: 'MISP warning list of parking domains' },
  { name: 'DSRedirection', host: 'dsredirection.com', source: 'MISP warning list of parking domains' },
  { name: 'DNSOwl', host: 'dnsowl.com', source: 'MISP warning list of parking domains' },
];

const under = (hostname: string, host: string): boolean => hostname === host || hostname.endsWith(`.${host}`);

/** The name of the parking service that an address belongs to. */
export function atParkingService({ hostname, pathname }: URL): string | null {
  return services.find(({ host, path }) => under(hostname, host) && (path?.test(pathname) ?? true))?.name ?? null;
}

/** Scripts and frames that only parked pages load. */
const loaded: readonly { readonly name: string; readonly source: string; readonly pattern: RegExp }[] = [
  {
    name: 'Sedo',
    source: 'intrigue-ident: checks/http/sedo.rb',
    pattern: /^(?:https?:)?\/\/[\w.-]{0,80}sedoparking\.com\//i,
  },
  {
    name: 'ParkingCrew',
    source: 'intrigue-ident: checks/http/parkingcrew.rb',
    pattern: /^(?:https?:)?\/\/[\w.-]{0,80}parkingcrew\.net\//i,
  },
  {
    name: 'ParkingCrew',
    source: 'ParkingCrew: the host of its assets',
    pattern: /^(?:https?:)?\/\/d38psrni17bvxu\.cloudfront\.net\//i,
  },
  {
    name: 'Bodis',
    source: 'Bodis: the hosts of its scripts',
    pattern: /^(?:https?:)?\/\/(?:[\w.-]{0,80}\.)?bodis(?:cdn)?\.com\//i,
  },
  {
    name: 'GoDaddy',
    source: 'GoDaddy: parking-lander assets',
    pattern: /^(?:https?:)?\/\/img\d\.wsimg\.com\/parking-lander\//i,
  },
  {
    name: 'ParkLogic',
    source: 'ParkLogic: the host of its scripts',
    pattern: /^(?:https?:)?\/\/[\w.-]{0,80}parklogic\.com\//i,
  },
  {
    name: 'Squarespace',
    source: 'Squarespace: scripts of its parking page',
    pattern: /^(?:https?:)?\/\/assets\.squarespace\.com\/[\w/-]{0,80}parking-page/i,
  },
  {
    name: 'Namecheap',
    source: 'Namecheap: the frame of its parking page',
    pattern: /^(?:https?:)?\/\/parkingpage\.namecheap\.com\//i,
  },
  {
    name: 'Afternic',
    source: 'Afternic: scripts of its for-sale pages',
    pattern: /^(?:https?:)?\/\/[\w.-]{0,80}afternic\.com\/forsale\//i,
  },
  {
    name: 'AdSense for Domains',
    source: 'Google: adsense/domains/caf.js',
    pattern: /^(?:https?:)?\/\/[\w.-]{0,80}(?:google\.com|adsensecustomsearchads\.com)\/adsense\/domains\//i,
  },
];

/** The name of the parking service whose script or frame a page loads; a link to it is no such sign. */
export function loadsParking(sources: readonly string[]): string | null {
  return loaded.find(({ pattern }) => sources.some((each) => pattern.test(each)))?.name ?? null;
}

/** Pages that hold a script and nothing else. */
export const parkingShells: readonly {
  readonly name: string;
  readonly source: string;
  readonly matches: (start: string, url: URL | null) => boolean;
}[] = [
  {
    name: 'a frame that goes on to /lander',
    source: 'GoDaddy and Afternic: the whole page is 114 bytes',
    matches: (start) =>
      start.length < 1000 &&
      /\blocation(?:(?:\.href)?\s{0,3}=|\.(?:replace|assign)\()\s{0,3}["']\/lander["'?]/.test(start),
  },
  {
    name: 'the lander of a parked domain',
    source: 'GoDaddy: LANDER_SYSTEM in the page under /lander',
    matches: (start, url) => url?.pathname === '/lander' && /\bLANDER_SYSTEM\s{0,3}=/.test(start),
  },
  {
    name: 'the frame of a parked domain',
    source: 'Bodis: window.park, with what its script shows in Base64',
    matches: (start) => start.length < 10_000 && /\bwindow\.park\s{0,3}=\s{0,3}["']eyJ/.test(start),
  },
  {
    name: 'signed for the advertisements of parked domains',
    source: 'Sedo, ParkingCrew, Bodis: data-adblockkey on the html element',
    matches: (start) => /<html\b[^>]{0,400}\sdata-adblockkey=/i.test(start.slice(0, 2000)),
  },
];

/** What may follow a domain's name where it is offered or parked. */
export const saleWords: readonly RegExp[] = [
  /^ is (?:currently |now )?parked(?=[\s.!,|]|$)/,
  /^ ?[-–—|:] (?:parked|domain parked|parked domain)(?: at [\w .-]{1,30})?$/,
  // Hover, easyDNS, nazwa.pl and IQ PL: the pages of new domains.
  /^ is a totally awesome idea still being worked on/,
  /^ is yet another domain managed by easydns/,
  /^ jest utrzymywana na serwerach /,
  /^ (?:domain(?: name)? )?(?:is |may be |is now |could be |is available |available )?for sale(?=[\s.!,|]|$)/,
  /^ ?[-–—|:] (?:this|the) (?:premium )?domain(?: name)? (?:is |may be |is now |could be )(?:available )?for sale(?=[\s.!,|]|$)/,
  /^ (?:steht zum verkauf|ist zu verkaufen|zu verkaufen|kaufen)(?=[\s.!,|]|$)/,
  /^ (?:est |est peut-être )?à vendre(?=[\s.!,|]|$)/,
  /^ (?:está |puede estar )?(?:en venta|a la venta)(?=[\s.!,|]|$)/,
  /^ (?:is )?te koop(?=[\s.!,|]|$)/,
  /^ (?:è )?in vendita(?=[\s.!,|]|$)/,
  /^ (?:está )?à venda(?=[\s.!,|]|$)/,
  /^ (?:jest )?na sprzedaż(?=[\s.!,|]|$)/,
  /^ (?:домен )?(?:прода[её]тся|на продажу)(?=[\s.!,|]|$)/,
  /^ satılık(?:tır)?(?=[\s.!,|]|$)/,
  /^ ?(?:域名)?(?:出售|正在出售|待售|转让)/,
];

/** A sentence of parked pages; `alone` when one of them is enough. In lower case, as it begins. */
interface Sentence {
  readonly words: string;
  readonly alone: boolean;
  readonly source: string;
}

const from =
  (source: string, alone: boolean) =>
  (words: string): Sentence => ({ words, alone, source });

/** What parked pages say of themselves. */
export const parkingSentences: readonly Sentence[] = [
  ...[
    'this domain is parked free, courtesy of',
    'this web page is parked free, courtesy of',
    'this web page is parked for free, courtesy of',
    'this domain is parked by',
    'this domain has been parked',
    'this domain is parked',
    'this domain name is parked',
    'this domain has been purchased and parked by',
    'the sponsored listings displayed above are served automatically by a third party',
    'parked on the bun',
    'parked at loopia',
    'diese internetpräsenz wurde bereits von einem',
    'このドメインはお名前.comで取得されています',
    'このドメインは、お名前.comで取得されています',
    'this domain is registered at network solutions',
    'strona utrzymywana na serwerach',
    'ta domena jest zaparkowana',
    'este dominio está aparcado',
    'este dominio está estacionado',
    'este domínio está estacionado',
    'ce domaine est parqué',
    'ce nom de domaine est parqué',
    'questo dominio è parcheggiato',
    'questo dominio è in parcheggio',
    'deze domeinnaam is geparkeerd',
    'dit domein is geparkeerd',
    'den här domänen är parkerad',
    'dette domænet er parkeret',
    'dette domenet er parkert',
    'tato doména je zaparkována',
    'tato doména je zaparkovaná',
    'diese domain wurde geparkt',
    'этот домен припаркован',
    'домен зарегистрирован и припаркован',
    'bu alan adı park edilmiştir',
    '此域名已停放',
    '该域名已停放',
  ].map(from('intrigue-ident: checks/http/godaddy.rb and registrars’ default pages', true)),
  ...[
    'this domain is for sale',
    'this domain is listed for sale',
    'this domain name is for sale',
    'this domain may be for sale',
    'the domain name is for sale',
    'this premium domain is for sale',
    'this domain name may be for sale',
    'the domain name may be for sale',
    'diese domain steht zum verkauf',
    'diese domain ist zu verkaufen',
    'die domain steht zum verkauf',
    'ce domaine est à vendre',
    'ce nom de domaine est à vendre',
    'este dominio está en venta',
    'este dominio está a la venta',
    'questo dominio è in vendita',
    'este domínio está à venda',
    'dit domein is te koop',
    'deze domeinnaam is te koop',
    'ta domena jest na sprzedaż',
    'этот домен продается',
    'этот домен продаётся',
    'домен продается',
    'домен продаётся',
    'bu alan adı satılıktır',
    '此域名正在出售',
    '此域名出售',
    '该域名正在出售',
    'このドメインは販売中',
    '이 도메인은 판매 중',
  ].map(from('offer pages of domain markets, in their translations', true)),
  ...[
    'this domain has expired',
    'this domain name has expired',
    'this domain name expired on',
    'this domain is expired',
    'срок регистрации домена истек',
    'срок регистрации домена истёк',
    'домен припаркован',
    'diese domain ist geparkt',
    'this domain was recently registered',
    'this domain is registered at namecheap',
    'this domain has recently been registered',
    'domain is registered, but may still be available',
    'parked domain name on hostinger',
    'this domain name has been registered with gandi.net',
    'diese domain ist bereits registriert',
    'domain im kundenauftrag registriert',
    'congratulations! your domain has been created with ovhcloud',
    'félicitations ! votre domaine a bien été créé chez ovhcloud',
  ].map(from('registrars’ default pages', true)),
  ...[
    'buy this domain',
    'get this domain',
    'inquire about this domain',
    'make an offer on this domain',
    'make an offer for this domain',
    'this website is for sale',
    'this web address is for sale',
    'related searches',
    'interested in this domain',
    'the sponsored listings displayed above',
    'acheter ce domaine',
    'diese domain kaufen',
  ].map(from('intrigue-ident: checks/http/parkingcrew.rb and market pages; each is on other pages too', false)),
];
