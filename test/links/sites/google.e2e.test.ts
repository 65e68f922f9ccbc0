import { describe, expect, test } from 'vitest';
import { google } from '../../../src/links/sites/google.js';
import type { Sites } from '../../web/server.js';
import { askSite, targetOf } from './world.js';

type Serve = Sites[string];

const page = (title: string, body = '<h1>Glazes</h1><p>Ash, feldspar and quartz, in parts by weight.</p>'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const html =
  (status: number, title: string): Serve =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page(title));
  };
const to =
  (location: string): Serve =>
  ({ response }) => {
    response.writeHead(302, { location }).end();
  };
async function say(address: string, table: Sites): Promise<string | null> {
  const { words } = await askSite(google, [address], table);
  const word = words.get(targetOf(address).key);
  return word === undefined ? null : [word.verdict, word.reason].filter((part) => part !== null).join(' ');
}

const id = '1aB-glazeRecipes_2cD';

describe("Google's documents", () => {
  test.each<readonly [string, string, Sites, string | null]>([
    [
      'shown to all',
      `https://docs.google.com/document/d/${id}/edit`,
      { 'docs.google.com': html(200, 'Glazes') },
      'alive',
    ],
    [
      'not shared: the host of logins',
      `https://docs.google.com/spreadsheets/d/${id}/edit`,
      {
        'docs.google.com': to('https://accounts.google.com/v3/signin/identifier?service=wise'),
        'accounts.google.com': html(200, 'Sign in - Google Accounts'),
      },
      'suspect login',
    ],
    [
      'not shared: the path of logins',
      `https://drive.google.com/file/d/${id}/view`,
      {
        'drive.google.com': ({ path, response }) =>
          path === '/ServiceLogin'
            ? response.writeHead(200, { 'content-type': 'text/html' }).end(page('Drive'))
            : response.writeHead(302, { location: 'https://drive.google.com/ServiceLogin' }).end(),
      },
      'suspect login',
    ],
    [
      "somebody else's login says nothing of Google",
      `https://drive.google.com/file/d/${id}/view`,
      {
        'drive.google.com': to('https://accounts.kiln.test/ServiceLogin'),
        'accounts.kiln.test': html(200, 'Sign in'),
      },
      null,
    ],
    [
      'a login that fails is no login',
      `https://drive.google.com/file/d/${id}/view`,
      { 'drive.google.com': to('https://accounts.google.com/ServiceLogin'), 'accounts.google.com': html(503, 'Later') },
      null,
    ],
    [
      'a login in its place',
      `https://docs.google.com/document/d/${id}`,
      { 'docs.google.com': html(200, 'Sign in') },
      null,
    ],
    [
      'a wall that says 200',
      `https://docs.google.com/document/d/${id}`,
      { 'docs.google.com': html(200, 'Just a moment...') },
      null,
    ],
    ['gone', `https://docs.google.com/presentation/d/${id}/pub`, { 'docs.google.com': html(404, 'Not found') }, null],
    ['gone for good', `https://drive.google.com/file/d/${id}`, { 'drive.google.com': html(410, 'Gone') }, null],
    ['a limit', `https://docs.google.com/document/d/${id}`, { 'docs.google.com': html(429, 'Too many') }, null],
    [
      'a form that is closed keeps its mark',
      `https://docs.google.com/forms/d/e/${id}/viewform`,
      {
        'docs.google.com': ({ path, response }) =>
          path.endsWith('/closedform')
            ? response.writeHead(200, { 'content-type': 'text/html' }).end(page('Kiln survey'))
            : response.writeHead(302, { location: `https://docs.google.com/forms/d/e/${id}/closedform` }).end(),
      },
      null,
    ],
    [
      'a form that is open',
      `https://docs.google.com/forms/d/e/${id}/viewform`,
      { 'docs.google.com': html(200, 'Kiln survey') },
      'alive',
    ],
    [
      'a page that ends elsewhere',
      `https://docs.google.com/document/d/${id}`,
      { 'docs.google.com': to('https://about.kiln.test/docs'), 'about.kiln.test': html(200, 'Glazes') },
      null,
    ],
  ])('%s', async (_, address, table, expected) => expect(await say(address, table)).toBe(expected));

  test.each([
    ['https://docs.google.com/', false],
    ['https://docs.google.com/document/u/0/', false],
    [`https://docs.google.com/document/u/1/d/${id}/edit`, true],
    [`https://docs.google.com/drawings/d/${id}/edit`, false],
    ['https://drive.google.com/drive/folders/1aB-glazeRecipes', false],
    [`https://drive.google.com/a/kiln.test/file/d/${id}/view`, true],
    [`https://docs.google.com.kiln.test/document/d/${id}`, false],
    [`ftp://docs.google.com/document/d/${id}`, false],
    ['https://docs.google.com/document/d/%E0%A4%A', false],
  ])('claims %s: %s', (address, expected) => expect(google.claims(new URL(address))).toBe(expected));
});
