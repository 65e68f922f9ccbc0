import type { Sites } from './server.js';

type Site = Sites[string];

const page =
  (title: string): Site =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>${title}</title><h1>${title}</h1>`);
  };
const status =
  (code: number, headers: Record<string, string> = {}): Site =>
  ({ response }) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers });
    response.end(`<title>${code}</title>`);
  };
const to = (code: number, location: string): Site => status(code, { location });
const byPath =
  (table: Readonly<Record<string, Site>>): Site =>
  (visit) =>
    (table[visit.path] ?? status(404))(visit);

/** The sites that the list of the demo links to. `nowhere` stands in no table, so its name does not resolve. */
export const pottery: Sites = {
  'pottery.example': page('Awesome Pottery'),
  'books.pottery.example': page('The Patient Potter'),
  'films.pottery.example': page('Wedging'),
  // Moved for good to another address of the same school.
  'school.pottery.example': (visit) =>
    (visit.path === '/courses/bowl-a-day'
      ? page('A Bowl a Day')
      : to(301, 'http://school.pottery.example/courses/bowl-a-day'))(visit),
  'journal.pottery.example': page('Centering'),
  'workshop.example': page('Kick Wheel Plans'),
  'old-shop.example': status(404),
  'calculator.example': page('Clay Calculator'),
  'forum.example': byPath({ '/wheels/kick': to(301, '/'), '/': page('Wheel Forum') }),
  'sponges.example': status(410),
  'atlas.example': status(403, { 'cf-mitigated': 'challenge' }),
  'ash.example': status(403),
  'safety.example': status(999),
  'celadon.example': page('Celadon Diary'),
  'colours.example': status(401),
  'chemistry.example': to(302, 'https://celadon.example/'),
  'cones.example': page('Cone Chart'),
  'raku.example': status(503),
  'kilns.example': status(429, { 'retry-after': '7200' }),
  'pit.example': page('Pit Firing'),
  'museum.example': page('House of Bowls'),
  'shards.example': page('Shards'),
};
