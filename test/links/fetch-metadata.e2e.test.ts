import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchMetadata as ask, type FetchedMetadata } from '../../src/links/fetch-metadata.js';
import { descriptionOf } from '../../src/links/metadata/clean-text.js';
import { nameFrom } from '../../src/links/metadata/name-from-title.js';
import { noFiles } from '../../src/model/files.js';
import { parse } from '../../src/parse/parse.js';
import { type Sites, startWeb, type Web } from '../web/server.js';
import { settingsFor } from './world.js';

/** Cyrillic letters in windows-1251, where each is its place in the alphabet from 0xC0 on. */
const cyrillic = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) =>
      letter > '\u040F' && letter < '\u0450' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
    ),
  );

const facts = {
  id: 'R_1',
  nameWithOwner: 'ink/QuillPen',
  url: '',
  isArchived: false,
  isDisabled: false,
  isPrivate: false,
};
const asked: string[] = [];
const sites: Sites = {
  'api.github.com': async ({ path, request, response }) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(path);
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const about = {
      name: 'QuillPen',
      description: '🖋️ QuillPen - the pen that writes ',
      primaryLanguage: { name: 'Rust' },
    };
    if (path === '/graphql') {
      const topics = { nodes: [{ topic: { name: 'calligraphy' } }, null] };
      const repository = { ...about, nameWithOwner: 'ink/QuillPen', repositoryTopics: topics };
      send(200, { data: body.includes('repositoryTopics') ? { repository } : { q0: facts } });
    } else if (path === '/repos/ink/quillpen')
      send(200, { ...about, full_name: 'ink/QuillPen', language: 'Rust', topics: ['pens', 7] });
    else send(403, { message: 'API rate limit exceeded' });
  },
  'github.com': ({ path, response }) => {
    const title = `GitHub - ink${path.slice(4)}: A pen for everyone`;
    const words = `A pen for everyone. Contribute to ink${path.slice(4)} development by creating an account on GitHub.`;
    response
      .writeHead(path === '/ink/gone' ? 404 : 200, { 'content-type': 'text/html' })
      .end(`<title>${title}</title><meta name="description" content="${words}">`);
  },
  'feather.test': ({ path, response }) => {
    const pages: Readonly<Record<string, string | Buffer>> = {
      '/': '<title>Feather | Pens &amp; inks for all</title><meta property="og:site_name" content="Feather">',
      '/guide/cutting':
        '<title>Cutting a quill - Feather</title><meta property="og:description" content="How&#32;to cut\u202E it">',
      '/old': cyrillic('<meta charset=windows-1251><title>Перья</title>'),
    };
    const page = pages[path];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page ?? 'none');
  },
  'was.test': ({ path, response }) => {
    response.writeHead(301, { location: `https://feather.test${path}` }).end();
  },
  'visits.test': ({ path, request, response }) => {
    if (request.url?.includes('session='))
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Ink</title>');
    else response.writeHead(301, { location: `https://visits.test${path}?session=0a` }).end();
  },
};

let web: Web;
beforeAll(async () => {
  web = await startWeb(sites);
});
afterAll(() => web.stop());

async function described(url: string, env: Readonly<Record<string, string>> = {}): Promise<FetchedMetadata> {
  const settings = await settingsFor({ cacert: web.ca, connectTo: web.connectTo() }, env);
  const job = { list: parse(`- [](${url})\n`), files: noFiles };
  return ask(job, settings, { signal: new AbortController().signal });
}

describe('what the world says of an address', () => {
  test('with a token GraphQL alone is asked for a repository, which keeps its own case', async () => {
    asked.length = 0;
    const { about, verdict } = await described('https://github.com/ink/quillpen', { GITHUB_TOKEN: 'made-up' });
    expect(about).toEqual({
      name: 'QuillPen',
      description: 'The pen that writes',
      topics: ['calligraphy', 'Rust'],
      source: 'github',
    });
    expect(verdict.verdict).toBe('alive');
    expect(new Set(asked)).toEqual(new Set(['/graphql']));
  });

  test('without a token the REST API, and where that refuses the page', async () => {
    expect((await described('https://github.com/ink/quillpen')).about).toMatchObject({
      topics: ['pens', 'Rust'],
      source: 'github',
    });
    expect((await described('https://github.com/ink/reed')).about).toEqual({
      name: 'reed',
      description: 'A pen for everyone.',
      topics: [],
      source: 'page',
    });
  });

  test.each([
    ['https://feather.test/', 'Feather', 'Pens & inks for all'],
    ['https://feather.test/guide/cutting', 'Cutting a quill', 'How to cut it'],
    ['https://feather.test/old', 'Перья', null],
  ])('the page %s', async (url, name, description) => {
    expect((await described(url)).about).toEqual({ name, description, topics: [], source: 'page' });
  });

  test('a permanent redirect gives the new address, and what is gone is asked no more', async () => {
    expect((await described('https://was.test/guide/cutting')).url).toBe('https://feather.test/guide/cutting');
    const { verdict, about } = await described('https://github.com/ink/gone');
    expect([verdict.verdict, about.source]).toEqual(['broken', 'none']);
  });

  test('a redirect that belongs to one visit does not change the URL', async () => {
    const { url, verdict } = await described('https://visits.test/ink');
    expect([url, verdict.verdict, verdict.suggestion]).toEqual(['https://visits.test/ink', 'moved', null]);
    expect(verdict.finalUrl).toBe('https://visits.test/ink?session=0a');
    expect((await described('https://was.test/guide/cutting')).url).toBe('https://feather.test/guide/cutting');
  });

  test('a private address is refused', async () => {
    const { verdict } = await described('http://127.0.0.1/');
    expect([verdict.verdict, verdict.reason]).toEqual(['skipped', 'private-address']);
  });
});

describe('the name in a title', () => {
  const page = (title: string, siteName: string | null = null) => ({ title, siteName, ogTitle: null, h1: [] });
  test.each([
    ['https://inkwell.test/', 'Inkwell – Notes that think', null, 'Inkwell', 'Notes that think'],
    ['https://inkwell.test/', 'Home | Inkwell', null, 'Inkwell', null],
    ['https://inkwell.test/', 'Welcome to Inkwell', null, 'Inkwell', null],
    ['https://inkwell.test/', 'Notes that think', 'Inkwell', 'Inkwell', 'Notes that think'],
    ['https://inkwell.test/a/b', 'Pens, pots and paper - Inkwell', null, 'Pens, pots and paper', null],
    ['https://inkwell.test/a/b', 'Pens - pots - Inkwell', null, 'Pens - pots', null],
    ['https://inkwell.test/a/b', 'Pens | The Stationer', 'The Stationer', 'Pens', null],
    ['https://inkwell.test/a/b', 'Pens | The Stationer', null, 'Pens | The Stationer', null],
    ['https://inkwell.test/tools/nib', 'Nib - Write without a pen', null, 'Nib', null],
    ['https://github.com/ink/nib/issues', 'GitHub - ink/nib: A nib', null, 'nib', null],
    ['https://inkwell.test/x', 'GitHub - ink/nib: A nib', null, 'ink/nib: A nib', null],
  ])('%s "%s" (%s)', (url, title, site, name, slogan) => {
    const { name: found, slogan: rest } = nameFrom(page(title, site), new URL(url));
    expect([found, url.endsWith('.test/') ? rest : null]).toEqual([name, slogan]);
  });
});

describe('a description', () => {
  test.each([
    ['Nib is a tool for writing by hand', 'Nib', 'Tool for writing by hand'],
    ['Nib: tool for writing by hand', 'Nib', 'Tool for writing by hand'],
    ['Nibbling is a tool for writing', 'Nib', 'Nibbling is a tool for writing'],
    ['🚀 :pen: Writes fast! 🎉', 'Nib', 'Writes fast.'],
    ['Contribute to ink/nib development by creating an account on GitHub.', 'Nib', null],
    ['  a\u0000b\u202E\nc ', 'Nib', 'a b c'],
    [
      `${'Writes letters and words by hand, with a pen, '.repeat(3)}on paper. It also draws.`,
      'Nib',
      `${'Writes letters and words by hand, with a pen, '.repeat(3)}on paper.`,
    ],
    [7, 'Nib', null],
  ])('%j of %s', (text, name, expected) => {
    expect(descriptionOf(text, name)).toBe(expected);
  });
  test('is bounded, and cut between words', () => {
    const found = descriptionOf('word '.repeat(10_000), 'Nib') ?? '';
    expect([...found].length).toBeLessThanOrEqual(200);
    expect(found).toMatch(/word…$/);
  });
});
