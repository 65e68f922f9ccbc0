import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWeb, type Web } from '../web/server.js';
import { folderOf, listwright, oneError, oneFault } from './command.js';

let web: Web;
let flags: readonly string[];
/** An error, and a fault that can be fixed. */
const both = oneFault.replace('Holds the warp', 'Holds the [warp](#warp)');

const json = (status: number, text: string, type = 'application/json') => ({
  status,
  text,
  headers: { 'content-type': type },
});

beforeAll(async () => {
  const answers: Readonly<Record<string, ReturnType<typeof json>>> = {
    'api.github.com/repos/looms/list/readme': json(200, both, 'application/vnd.github.raw+json'),
    'api.github.com/repos/looms/none/readme': json(404, '{"message":"Not Found"}'),
    'api.github.com/repos/looms/shy/readme': json(403, '{"message":"API rate limit exceeded"}'),
    'raw.githubusercontent.com/looms/shy/HEAD/readme.md': json(200, oneError, 'text/plain'),
    'raw.githubusercontent.com/looms/list/v2/docs/a%20b.md': json(200, oneError, 'text/plain'),
  };
  const site = (host: string) =>
    [
      host,
      ({ path, response }: { path: string; response: import('node:http').ServerResponse }) => {
        const { status, text, headers } = answers[`${host}${path}`] ?? json(404, '404: Not Found', 'text/plain');
        response.writeHead(status, headers).end(text);
      },
    ] as const;
  web = await startWeb(Object.fromEntries(['api.github.com', 'raw.githubusercontent.com'].map(site)));
  flags = ['--cacert', web.ca, '--no-progress', ...web.connectTo().flatMap((each) => ['--connect-to', each])];
});
afterAll(() => web.stop());

describe('a list on GitHub', () => {
  const folder = folderOf({ 'listwright.config.mjs': 'throw new Error("not for a list from elsewhere");\n' });
  const lint = (path: string, ...more: string[]) => listwright(folder, ['lint', ...flags, ...more, path]);

  test('is read by the API, and no configuration of this folder applies to it', async () => {
    const { status, stdout, stderr } = await lint('looms/list', '--max-warnings', '0', '-r', 'json');
    expect(stderr).toBe('');
    expect(
      JSON.parse(stdout).findings.map((one: { rule: string; path: string }) => `${one.rule} ${one.path}`),
    ).toContain('fragment-resolves looms/list/README.md');
    expect(status).toBe(1);
  });

  test.each([
    ['looms/shy', 'looms/shy/README.md'],
    ['https://github.com/looms/list/blob/v2/docs/a%20b.md', 'looms/list/docs/a b.md'],
  ])('%s comes as a file where the API does not serve', async (path, shown) => {
    const { stdout, stderr } = await lint(path, '-r', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).findings[0].path).toBe(shown);
  });

  test('that is not there is told in a sentence', async () => {
    const { status, stderr } = await lint('looms/none');
    expect(status).toBe(2);
    expect(stderr).toContain('looms/none: GitHub has no such repository, or it has no README');
  });

  test('is not mended in place', async () => {
    const { status, stderr } = await lint('looms/list', '--fix');
    expect(status).toBe(2);
    expect(stderr).toContain('--fix-dry-run');
    const dry = await lint('looms/list', '--fix-dry-run');
    expect(dry.stdout).toContain('+- [Weft](https://weft.example/) - Brings the weft.');
  });
});
