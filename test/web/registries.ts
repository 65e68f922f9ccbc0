import type { Sites } from './server.js';

type Site = Sites[string];
type Visit = Parameters<Site>[0];

/** Sends an answer; what is no text is sent as JSON. */
export function send(
  { response }: Visit,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html; charset=utf-8' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** A page as a web server makes it. */
export const htmlPage = (title: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

const plain = { 'content-type': 'text/plain' };
const later = { 'retry-after': '60' };

/** What each name that ends in one of these gets, whatever is asked of it: walls, faults and pages in an API's place. */
const troubles: readonly { readonly end: string; readonly answer: Site }[] = [
  { end: 'walled', answer: (visit) => send(visit, 403, { error: 'Forbidden' }, { 'cf-mitigated': 'challenge' }) },
  { end: 'locked', answer: (visit) => send(visit, 401, { message: 'Unauthorized' }) },
  { end: 'busy', answer: (visit) => send(visit, 429, { message: 'Too many requests' }, later) },
  { end: 'down', answer: (visit) => send(visit, 503, { error: 'Service unavailable' }) },
  { end: 'challenged', answer: (visit) => send(visit, 200, htmlPage('Client Challenge')) },
  { end: 'paged', answer: (visit) => send(visit, 404, htmlPage('Not Found')) },
  { end: 'listed', answer: (visit) => send(visit, 404, ['not found']) },
  { end: 'blank', answer: (visit) => send(visit, 404, '') },
  { end: 'foreign', answer: (visit) => send(visit, 200, { ok: true, name: null }) },
  { end: 'reset', answer: ({ response }) => response.socket?.resetAndDestroy() },
];

/** The endings of names for which no API gives an answer of its own. */
export const troubled: readonly string[] = troubles.map(({ end }) => end);

/** A site whose API answers by path; names that end in trouble get it, and other addresses the page. */
export function service(
  isApi: (path: string) => boolean,
  answers: Readonly<Record<string, unknown>>,
  absent: Site,
  page: Site,
): Site {
  return (visit) => {
    if (!isApi(visit.path)) return page(visit);
    const trouble = troubles.find(({ end }) => visit.path.includes(end));
    const found = Object.hasOwn(answers, visit.path) ? answers[visit.path] : undefined;
    if (trouble !== undefined) return trouble.answer(visit);
    return found === undefined ? absent(visit) : send(visit, 200, found);
  };
}

const under = (start: string) => (path: string) => path.startsWith(start);
const shell: Site = (visit) => send(visit, 200, '<!doctype html><div id="app"></div><script src="/app.js"></script>');
const cloudflare: Site = (visit) =>
  send(visit, 403, htmlPage('Just a moment...'), { 'cf-mitigated': 'challenge', server: 'cloudflare' });

const kiln = (version: string, more: object = {}): object => ({ name: 'kiln', version, ...more });
const npmPackage = (name: string, more: object = {}): object => ({
  name,
  'dist-tags': { latest: '2.0.0', next: '3.0.0-rc.1' },
  versions: { '1.0.0': { name, deprecated: 'Use 2' }, '2.0.0': { name }, '3.0.0-rc.1': { name } },
  ...more,
});
const unpublished = (name: string, more: object = {}): object => ({
  name,
  time: { created: '2020-01-01', unpublished: { time: '2021-01-01' } },
  ...more,
});
/** The short form has no times, so it cannot say that a package was unpublished. */
const hidden: Readonly<Record<string, object>> = {
  '/hidden-glaze': unpublished('hidden-glaze'),
  '/half-hidden-glaze': unpublished('half-hidden-glaze', { versions: { '2.0.0': {} } }),
};

const npmAnswers: Readonly<Record<string, unknown>> = {
  '/kiln': npmPackage('kiln'),
  '/@clay%2Fwheel': npmPackage('@clay/wheel'),
  '/JSONPot': npmPackage('JSONPot'),
  '/old-glaze': npmPackage('old-glaze', { versions: { '2.0.0': { deprecated: 'Use new-glaze instead' } } }),
  '/older-glaze': npmPackage('older-glaze', { versions: { '2.0.0': { deprecated: true } } }),
  '/spared-glaze': npmPackage('spared-glaze', { versions: { '2.0.0': { deprecated: '' } } }),
  '/unpublished-glaze': unpublished('unpublished-glaze'),
  '/withdrawn-glaze': npmPackage('withdrawn-glaze', { time: { '1.1.0': '2020-01-01', unpublished: {} } }),
  '/empty-glaze': { name: 'empty-glaze', versions: {} },
  '/renamed-glaze': npmPackage('another-glaze'),
  '/kiln/latest': kiln('2.0.0'),
};
const npmAbsent: Site = (visit) => send(visit, 404, { error: 'Not found' });
const npmShort = service(() => true, npmAnswers, npmAbsent, npmAbsent);
const packages: Site = (visit) => {
  const long = hidden[visit.path];
  if (long === undefined) return npmShort(visit);
  const isLong = visit.request.headers.accept === 'application/json';
  return send(visit, 200, isLong ? long : { name: visit.path.slice(1), versions: {} });
};

const crate = (name: string, more: object = {}): object => ({ crate: { id: name, name }, versions: [], ...more });
const crateAnswers: Readonly<Record<string, unknown>> = {
  '/api/v1/crates/kiln': crate('kiln', { versions: [{ yanked: true }, { yanked: false }] }),
  '/api/v1/crates/clay-body': crate('clay_body'),
  '/api/v1/crates/yanked-glaze': crate('yanked-glaze', { versions: [{ yanked: true }] }),
  '/api/v1/crates/other-glaze': crate('glaze'),
  '/api/v1/crates/kiln/1.0.0': { version: { crate: 'kiln', num: '1.0.0', yanked: false } },
  '/api/v1/crates/kiln/0.8.0': { version: { crate: 'kiln', num: '0.8.1', yanked: false } },
  '/api/v1/crates/kiln/0.9.0': { version: { crate: 'kiln', num: '0.9.0', yanked: true } },
};
const crateAbsent: Site = (visit) => send(visit, 404, { errors: [{ detail: 'crate does not exist' }] });
const cratePage: Site = (visit) =>
  visit.request.headers.accept?.includes('text/html') ? shell(visit) : send(visit, 404, htmlPage('Not Found'));

const project = (name: string, info: object = {}, more: object = {}): object => ({ info: { name, ...info }, ...more });
const pypiAnswers: Readonly<Record<string, unknown>> = {
  '/pypi/kiln/json': project('kiln', { yanked: false }),
  '/pypi/clay-body/json': project('Clay.Body'),
  '/pypi/yanked-glaze/json': project('yanked-glaze', { yanked: true }),
  '/pypi/archived-glaze/json': project('archived-glaze', {}, { 'project-status': { status: 'archived' } }),
  '/pypi/active-glaze/json': project('active-glaze', {}, { 'project-status': { status: 'active' } }),
  '/pypi/other-glaze/json': project('glaze'),
  '/pypi/kiln/1.0/json': project('kiln', { version: '1.0', yanked: true }),
};
const pypiAbsent: Site = (visit) => send(visit, 404, { message: 'Not Found' });

const gemAbsent: Site = (visit) =>
  visit.path.includes('mute')
    ? send(visit, 404, 'Nope.', plain)
    : send(visit, 404, 'This rubygem could not be found.', plain);
const composerPackage = (name: string, more: object = {}): object => ({ package: { name, ...more } });
const composerAnswers: Readonly<Record<string, unknown>> = {
  '/packages/clay/kiln.json': composerPackage('clay/kiln'),
  '/packages/Clay/Kiln.json': composerPackage('clay/kiln'),
  '/packages/clay/kept-glaze.json': composerPackage('clay/kept-glaze', { abandoned: false }),
  '/packages/clay/left-glaze.json': composerPackage('clay/left-glaze', { abandoned: true }),
  '/packages/clay/replaced-glaze.json': composerPackage('clay/replaced-glaze', { abandoned: 'clay/kiln' }),
  '/packages/clay/other-glaze.json': composerPackage('clay/glaze'),
};

const goPage = (body: string): string =>
  `<!doctype html><title>Go Packages</title><main class="go-Container">${body}</main>`;
const goUnit = '<h1 class="UnitHeader-titleHeading" data-test-id="UnitHeader-title">kiln</h1>';
const goWarning = '<div class="go-Message go-Message--warning"> <img src="/alert.svg" alt="Warning">&nbsp;';
const goPages: Readonly<Record<string, Site>> = {
  '/kiln.test/clay': (visit) => send(visit, 200, goPage(`${goUnit}<p><strong>Deprecated</strong></p>`)),
  '/kiln.test/clay@v1.2.3': (visit) => send(visit, 200, goPage(goUnit)),
  '/kiln.test/old': (visit) => send(visit, 200, goPage(`${goUnit}${goWarning}<strong>Deprecated</strong></div>`)),
  '/kiln.test/back': (visit) => send(visit, 200, goPage(`${goUnit}${goWarning}<strong>Retracted</strong></div>`)),
  '/kiln.test/unasked': (visit) =>
    send(visit, 404, goPage('<h3 data-test-id="fetch-message">We cannot find it.</h3><button>Request</button>')),
  '/kiln.test/looked-for': (visit) => send(visit, 404, goPage('<h3 class="Error-message">Not Found</h3>')),
  '/kiln.test/paged': (visit) => send(visit, 404, htmlPage('Not Found')),
  '/kiln.test/walled': (visit) => send(visit, 403, goPage('<h3 class="Error-message">Forbidden</h3>')),
  '/kiln.test/down': (visit) => send(visit, 500, goPage('<h3 class="Error-message">Fault</h3>')),
  '/kiln.test/failing': (visit) => send(visit, 500, goPage(goUnit)),
  '/kiln.test/foreign': (visit) => send(visit, 200, htmlPage('Welcome')),
};

const image = (namespace: string, name: string): object => ({ user: namespace, namespace, name, status: 1 });
const dockerAbsent: Site = (visit) => send(visit, 404, { message: 'object not found', errinfo: {} });

/** Registries of packages that there are not, which behave as the services do, their pages included. */
export const registries: Sites = {
  'www.npmjs.test': cloudflare,
  'npmjs.test': cloudflare,
  'packages.test': packages,
  'crates.test': service(under('/api/'), crateAnswers, crateAbsent, cratePage),
  'pypi.test': service(under('/pypi/'), pypiAnswers, pypiAbsent, (visit) =>
    send(visit, 200, htmlPage('Client Challenge')),
  ),
  'rubygems.test': service(
    under('/api/'),
    {
      '/api/v1/gems/kiln.json': { name: 'kiln', version: '1.0.0', yanked: false },
      '/api/v1/gems/yanked_glaze.json': { name: 'yanked_glaze', yanked: true },
      '/api/v1/gems/other_glaze.json': { name: 'glaze' },
    },
    gemAbsent,
    (visit) => send(visit, 404, htmlPage('Page not found')),
  ),
  'packagist.test': service(
    (path) => path.endsWith('.json'),
    composerAnswers,
    (visit) => send(visit, 404, { status: 'error', message: 'Package not found' }),
    (visit) => send(visit, 404, htmlPage('Not Found')),
  ),
  'pkg.go.test': (visit) => (goPages[visit.path] ?? goPages['/kiln.test/unasked'])?.(visit),
  'hub.docker.test': service(
    under('/v2/'),
    {
      '/v2/repositories/clay/kiln/': image('clay', 'kiln'),
      '/v2/repositories/library/kiln/': image('library', 'kiln'),
      '/v2/repositories/clay/other/': image('clay', 'glaze'),
    },
    dockerAbsent,
    shell,
  ),
};
