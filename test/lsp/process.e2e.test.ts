import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderOf } from '../cli/command.js';
import { type ProcessEditor, startProcess } from './editor.js';

const looms = '# Awesome Looms\n\n## Looms\n\n- [Backstrap](https://backstrap.test) - Tied to the weaver\n';
const editors: ProcessEditor[] = [];
afterEach(() => {
  for (const { server } of editors.splice(0)) if (server.exitCode === null) server.kill();
});

async function edit(files: Readonly<Record<string, string>>, settings: object = {}) {
  const folder = folderOf(files);
  const editor = await startProcess({ folder, settings: { preset: 'awesome-strict', ...settings } });
  editors.push(editor);
  return { editor, page: await editor.open(join(folder, 'README.md')) };
}

test('the built server shows findings, and ends with 0 and without a word on standard error', async () => {
  const { editor, page } = await edit({ 'README.md': looms }, { preset: 'awesome-strict' });
  expect((await page.found()).map(({ code }) => code)).toContain('description-end');
  expect(await editor.end()).toBe(0);
  expect(editor.errors()).toBe('');
});

test('what a configuration prints does not get into the protocol', async () => {
  const config = `console.log('Content-Length: 2\\r\\n\\r\\n{}');
process.stdout.write('said aloud');
export default { rules: { 'description-end': 'off' } };\n`;
  const { editor, page } = await edit({ 'README.md': looms, 'listwright.config.mjs': config }, { trusted: true });
  expect((await page.found()).map(({ code }) => code)).not.toContain('description-end');
  expect(editor.errors()).toContain('said aloud');
  expect(await editor.end()).toBe(0);
});

test('an editor that goes without a word leaves no server behind', async () => {
  const { editor } = await edit({ 'README.md': looms });
  const ended = once(editor.server, 'exit');
  editor.server.stdin?.end();
  expect(await ended).toEqual([1, null]);
});

test('a message that does not say how long it is ends the server with a sentence', async () => {
  const { editor } = await edit({ 'README.md': looms });
  const ended = once(editor.server, 'exit');
  editor.server.stdin?.write('Content-Length: -5\r\n\r\n{}');
  expect(await ended).toEqual([2, null]);
  expect(editor.errors()).toMatch(/^listwright: lsp: a message header has no valid `Content-Length`.*\n$/);
});
