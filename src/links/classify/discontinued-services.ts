import type { Evidence } from '../../model/evidence.js';

/** A service that was shut down for good: no address under its hosts shows what it showed. */
interface Service {
  readonly name: string;
  /** Hosts as they are; a leading `*.` means all sub-domains and the domain itself. */
  readonly hosts: readonly string[];
  readonly year: number;
  readonly source: string;
}

/**
 * Services whose links are dead, all of them. Left out on purpose: those that still redirect or serve, such as goo.gl
 * (links in use were kept in 2025), git.io, rawgit, code.google.com (its archive), jcenter, now.sh.
 */
const services: readonly Service[] = [
  {
    name: 'Travis CI for open source',
    hosts: ['travis-ci.org', 'www.travis-ci.org', 'api.travis-ci.org', 'secure.travis-ci.org'],
    year: 2021,
    source: 'blog.travis-ci.com/2021-05-07-orgshutdown',
  },
  {
    name: 'Bintray',
    hosts: ['bintray.com', 'www.bintray.com', 'dl.bintray.com', 'api.bintray.com'],
    year: 2021,
    source: 'badges/shields#6137',
  },
  { name: 'Gemnasium', hosts: ['*.gemnasium.com'], year: 2018, source: 'ossf/best-practices-badge#1132' },
  { name: 'David', hosts: ['*.david-dm.org'], year: 2021, source: 'badges/shields#7197' },
  {
    name: 'CodeShip',
    hosts: ['app.codeship.com'],
    year: 2026,
    source: 'CloudBees docs: end of life on 31 January 2026',
  },
  { name: 'CodePlex', hosts: ['*.codeplex.com'], year: 2021, source: 'Microsoft: closed in 2017, the archive in 2021' },
  {
    name: 'Waffle',
    hosts: ['waffle.io', 'www.waffle.io', 'badge.waffle.io'],
    year: 2019,
    source: 'badges/shields#3473',
  },
  { name: 'Wercker', hosts: ['app.wercker.com', 'devcenter.wercker.com'], year: 2022, source: 'badges/shields#8642' },
  {
    name: 'Shippable',
    hosts: ['app.shippable.com', 'api.shippable.com'],
    year: 2021,
    source: 'JFrog: Shippable closed in May 2021',
  },
  { name: 'Snap CI', hosts: ['*.snap-ci.com'], year: 2017, source: 'ThoughtWorks: Snap CI closed in August 2017' },
  {
    name: 'Greenkeeper',
    hosts: ['badges.greenkeeper.io', 'account.greenkeeper.io'],
    year: 2020,
    source: 'Greenkeeper: joined Snyk, closed in June 2020',
  },
  {
    name: 'LGTM',
    hosts: ['lgtm.com', 'www.lgtm.com', 'img.lgtm.com'],
    year: 2022,
    source: 'github.blog: the next step for LGTM.com',
  },
  { name: 'Katacoda', hosts: ['*.katacoda.com'], year: 2022, source: 'O’Reilly: Katacoda closed in June 2022' },
  {
    name: 'OpenShift Online 2',
    hosts: ['*.rhcloud.com'],
    year: 2017,
    source: 'Red Hat: OpenShift Online 2 closed in September 2017',
  },
  { name: 'Parse', hosts: ['*.parseapp.com', 'api.parse.com'], year: 2017, source: 'Parse: closed on 30 January 2017' },
  { name: 'Cloud9', hosts: ['ide.c9.io', '*.c9users.io'], year: 2019, source: 'c9.io: closed on 30 June 2019' },
  {
    name: 'Wikispaces',
    hosts: ['*.wikispaces.com'],
    year: 2019,
    source: 'Wikispaces: closed from 2018 to January 2019',
  },
  { name: 'Storify', hosts: ['storify.com', 'www.storify.com'], year: 2018, source: 'Storify: closed on 16 May 2018' },
  { name: 'Posterous', hosts: ['*.posterous.com'], year: 2013, source: 'Posterous: closed on 30 April 2013' },
  {
    name: 'Google+',
    hosts: ['plus.google.com'],
    year: 2019,
    source: 'Google: the consumer version closed in April 2019',
  },
  { name: 'Orkut', hosts: ['www.orkut.com', 'orkut.com'], year: 2014, source: 'Google: closed on 30 September 2014' },
  { name: 'Yahoo Answers', hosts: ['answers.yahoo.com'], year: 2021, source: 'Yahoo: closed on 4 May 2021' },
  {
    name: 'Yahoo Groups',
    hosts: ['groups.yahoo.com', 'tech.groups.yahoo.com'],
    year: 2020,
    source: 'Yahoo: closed on 15 December 2020',
  },
  { name: 'Yahoo Pipes', hosts: ['pipes.yahoo.com'], year: 2015, source: 'Yahoo: closed on 30 September 2015' },
  {
    name: 'GeoCities',
    hosts: ['www.geocities.com', 'geocities.com', 'www.geocities.jp'],
    year: 2019,
    source: 'Yahoo: closed in 2009, in Japan in March 2019',
  },
  {
    name: 'Revue',
    hosts: ['www.getrevue.co', 'getrevue.co'],
    year: 2023,
    source: 'Twitter: Revue closed on 18 January 2023',
  },
  {
    name: 'TinyLetter',
    hosts: ['tinyletter.com', 'www.tinyletter.com'],
    year: 2024,
    source: 'Mailchimp: TinyLetter closed on 29 February 2024',
  },
  {
    name: 'Firebase Dynamic Links',
    hosts: ['*.page.link'],
    year: 2025,
    source: 'Firebase: Dynamic Links deprecation, 25 August 2025',
  },
  { name: 'Gna!', hosts: ['*.gna.org'], year: 2017, source: 'Gna!: closed in 2017' },
];

const exact = new Map<string, Service>();
const wild = new Map<string, Service>();
for (const service of services) {
  for (const host of service.hosts) {
    if (host.startsWith('*.')) wild.set(host.slice(2), service);
    else exact.set(host, service);
  }
}

/** Why a link is dead without a request: its service was shut down for good; null for all others. */
export function shutDown(url: URL): { readonly because: Evidence } | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/\.$/, '');
  let service = exact.get(host);
  for (let rest = host; service === undefined && rest !== ''; rest = rest.slice(rest.indexOf('.') + 1 || rest.length)) {
    service = wild.get(rest);
  }
  return service === undefined
    ? null
    : { because: { kind: 'discontinued', service: service.name, year: service.year } };
}
