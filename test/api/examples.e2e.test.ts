import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWeb, type Web } from '../web/server.js';
import type { Visit } from '../web/site.js';
import { consumerOf, examples, openWay, readExample, runProgram, type Way } from './consumer.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(examples).filter((name) => name.endsWith('.ts'));

const page =
  (title: string, table: Readonly<Record<string, string | number>> = {}) =>
  ({ path, response }: Visit): void => {
    const said = table[path] ?? 200;
    if (typeof said === 'string') response.writeHead(301, { location: said }).end();
    else
      response
        .writeHead(said, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>${title}</title><h1>${title}</h1><p>All about it.</p>`);
  };

let web: Web;
let way: Way;
beforeAll(async () => {
  web = await startWeb({
    'winder.example': page('Winder'),
    'spool.example': page('Spool', { '/old': 'https://spool.example/new' }),
    'tail.example': page('Tail', { '/gone': 404 }),
  });
  way = await openWay(web);
});
afterAll(async () => {
  await way.stop();
  await web.stop();
});

/** The list that the example of a run finds in its folder. */
const readme = `# Kites

## Reels

- [Winder](https://winder.example/) - Winds a mile of of line.
- [Spool](https://spool.example/old) - Holds what the winder wound.
- [Tail](https://tail.example/gone) - Keeps the kite steady.
`;

describe('the examples of the reference', () => {
  test('are programs that a strict compiler takes, against the declarations of the package', () => {
    const args = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'test/api/examples'];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test('the declarations refuse mistakes, and need no types of Node where a browser has the same', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const args = [tsc, '-p', 'test/api/mistakes', '--lib', 'ES2023,DOM', '--types', ''];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test.each(files)('%s needs no cast', (file) => {
    const text = readFileSync(join(examples, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(text).not.toMatch(/\bas (?!v\b)|\bany\b|\w!(?:\.|;|\)|\[)|@ts-|biome-ignore|<[A-Z]\w*>\(/);
  });

  test.each(files)('%s prints what it says, and ends by itself', async (file) => {
    const { code, prints } = await readExample(file);
    // Only one is no program.
    expect(prints === '').toBe(file === 'configuration.ts');
    // The shortest waits ten seconds before it calls a link broken: its list has none.
    const list = file === 'in-short.ts' ? readme.replace(/^- \[Tail.*\n/m, '') : readme;
    const { status, stdout, stderr } = await runProgram(consumerOf({ 'README.md': list }), code, way.env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // Which site answers first is not for an example to say.
    expect(stdout.split('\n').sort()).toEqual(prints.split('\n').sort());
  });
});
