import { describe, expect, test } from 'vitest';
import { readAs } from './read.js';

const toml = (text: string) => readAs('lychee', 'lychee.toml', text);

describe('lychee.toml', () => {
  test.each([
    ['exclude = ["^https://kiln\\\\.test"]', { exclude: ['^https://kiln\\.test'] }],
    ['exclude = "kiln"', { exclude: ['kiln'] }],
    ['include = ["pots"]', { include: ['pots'] }],
    ['accept = [200, 429]', { accept: '200..299,429' }],
    ['accept = "200..=204, 403"', { accept: '200..299,403' }],
    ['accept = ["400..404"]', { accept: '200..299,400..403' }],
    ['accept = ["100..=103", "200..=299"]', {}],
    ['timeout = 20', { timeout: '20s' }],
    ['timeout = "1 min"', { timeout: '1m' }],
    ['max_retries = 0', { retries: 0 }],
    ['max_concurrency = 14', { concurrency: 14 }],
    ['host_concurrency = 2', { perHost: 2 }],
    ['max_cache_age = "2w"', { maxAge: '14d' }],
    ['user_agent = "kiln/1"', { userAgent: 'kiln/1' }],
    ['require_https = true', { rules: { 'url-https': 'error' } }],
    ['require_https = false', {}],
    ['exclude_all_private = true', { rules: { 'link-private': 'off' } }],
    ['suggest = true', { archive: true }],
    ['[hosts."kiln.test"]\nheaders = { X-Pot = "clay" }', { header: ['kiln.test=X-Pot: clay'] }],
    ['[lychee]\ntimeout = 30', { timeout: '30s' }],
  ])('%s', async (text, settings) => {
    const read = await toml(text);
    expect(read?.settings).toEqual(settings);
    expect(read?.left).toEqual([]);
  });

  test.each([
    ['insecure = true', '`insecure`: browsers reject such a certificate'],
    ['exclude_path = ["vendor"]', '`exclude_path`: lists are named on the command line'],
    [
      'exclude_private = true\nexclude_loopback = true',
      '`exclude_private`, `exclude_loopback`: there is one kind of private address',
    ],
    ['github_token = "ghp_x"', '`github_token`: the token is read only from'],
    ['basic_auth = ["kiln.test me:pw"]', '`basic_auth`: it contains a secret'],
    ['remap = ["a b"]', '`remap`: URLs are requested unchanged'],
    ['base = "https://kiln.test"', '`base`: relative paths'],
    ['header = { X-Pot = "clay" }', '`header`: a header goes to one host'],
    ['glaze = 3', '`glaze`: unknown setting'],
    ['accept = [200, 301]', '`accept`: redirects'],
    ['timeout = "soon"', '`timeout`: its value'],
    ['timeout = -1', '`timeout`: its value'],
    ['max_retries = "many"', '`max_retries`: its value'],
    ['exclude = [1, 2]', '`exclude`: its value'],
    ['exclude = ["(a+)+"]', '`exclude`: the pattern `(a+)+` was not imported: it has nested quantifiers'],
    ['[hosts."kiln.test".headers]\nAuthorization = "Bearer abc"', '`Authorization` contains a secret'],
    ['[hosts]\n"kiln.test" = 1', '`hosts`: its value'],
    ['timeout = = 3', 'it is not valid TOML'],
  ])('%s is not imported', async (text, why) => {
    const read = await toml(text);
    expect(read?.settings).toEqual({});
    expect(read?.left).toEqual([expect.stringContaining(why)]);
    expect(JSON.stringify(read)).not.toMatch(/ghp_x|me:pw|Bearer abc/);
  });

  test('does not report settings that have no effect', async () => {
    expect(await toml('insecure = false\nheaders = []\nverbose = "info"\ncache = true\n')).toMatchObject({ left: [] });
  });
});

describe('.lycheeignore', () => {
  test('reads one pattern per line and skips comments and empty lines', async () => {
    const read = await readAs('lychee', '.lycheeignore', '# ours\r\n\r\n^https://kiln\\.test\r\n\\Akiln\n  pots  \n');
    expect(read?.settings).toEqual({ exclude: ['^https://kiln\\.test', 'pots'] });
    expect(read?.took).toEqual(['its 2 patterns as `exclude`']);
    expect(read?.left).toEqual([expect.stringContaining('the pattern `\\Akiln` was not imported')]);
  });

  test('an empty file sets nothing', async () => {
    expect(await readAs('lychee', '.lycheeignore', '\n#\n')).toMatchObject({ settings: {}, took: [], left: [] });
  });
});
