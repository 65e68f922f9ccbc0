import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  TextEdit,
} from 'vscode-languageserver/node';
import { folderOf } from '../cli/command.js';
import { startWeb } from '../web/server.js';
import type { Visit } from '../web/site.js';
import { type EditorOptions, startEditor } from './editor.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function edit(files: Readonly<Record<string, string>>, options: Partial<EditorOptions> = {}) {
  const folder = folderOf(files);
  const editor = await startEditor({ folder, ...options, settings: { preset: 'awesome-strict', ...options.settings } });
  stops.push(editor.stop);
  return { folder, editor };
}

const looms = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Frames that hold the warp while the weft passes.

## Contents

- [Hand looms](#hand-looms)
- [Power looms](#power-looms)

## Hand looms

- [Backstrap](https://backstrap.test) - Tied to a tree and to the weaver.
- [Inkle](https://inkle.test) - makes narrow bands
- [Tablet](https://tablet.test) - Turns cards with holes.

## Power looms

- [Dobby](https://dobby.test) - Lifts shafts by a chain of pegs.
- [Jacquard](https://jacquard.test) - Reads its pattern from cards.
- [Rapier](https://rapier.test) - Carries the weft on a rod.
`;

const told = (found: readonly Diagnostic[]) =>
  found.map(({ range, code, severity }) => `${range.start.line + 1}:${range.start.character + 1} ${code} ${severity}`);

describe('a session of an editor', () => {
  test('shows findings as one types, and takes them back', async () => {
    const { folder, editor } = await edit({ 'README.md': looms });
    expect(editor.told.serverInfo?.name).toBe('listwright');
    const page = await editor.open(join(folder, 'README.md'));
    expect(told(await page.found())).toEqual(['13:33 description-start 1', '13:50 description-end 1']);
    const [first] = await page.found();
    expect(first?.source).toBe('listwright');
    expect(first?.codeDescription?.href).toMatch(/docs\/rules\/description-start\.md$/);
    page.type('makes narrow bands', 'Makes narrow bands.');
    expect(told(await page.found())).toEqual([]);
    page.type('Reads its pattern from cards.', 'Reads its pattern from cards');
    expect(told(await page.found())).toEqual(['19:66 description-end 1']);
    page.close();
    while (page.published.at(-1)?.version !== undefined) await page.next();
    expect(page.published.at(-1)?.diagnostics).toEqual([]);
  });

  test('fixes one finding, all of them, and those of one entry', async () => {
    const { folder, editor } = await edit({ 'README.md': looms.replace('cards.', 'cards') });
    const page = await editor.open(join(folder, 'README.md'));
    const [, end] = await page.found();
    const actions = await page.actions(end?.range ?? { start: page.behind('x'), end: page.behind('x') });
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    expect(fix?.title).toBe('Fix (description-end)');
    page.apply(fix?.edit?.changes?.[page.uri] ?? []);
    expect(page.text).toContain('- makes narrow bands.\n');

    const at = { start: page.behind('[Inkle]'), end: page.behind('[Inkle]') };
    page.apply(await page.ask<TextEdit[]>('textDocument/rangeFormatting', { range: at, options: {} }));
    expect(page.text).toContain('- Makes narrow bands.\n');
    expect(page.text).toContain('from cards\n');

    const [all] = await page.actions({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, [
      'source.fixAll',
    ]);
    expect(all?.kind).toBe('source.fixAll.listwright');
    page.apply(all?.edit?.changes?.[page.uri] ?? []);
    expect(page.text).toContain('from cards.\n');
    expect(told(await page.found())).toEqual([]);
    expect(await page.actions(at)).toEqual([]);
  });

  test('makes the edits of a menu when they are chosen, where the editor waits for that', async () => {
    const capabilities = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } };
    const { folder, editor } = await edit({ 'README.md': looms }, { capabilities });
    const page = await editor.open(join(folder, 'README.md'));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const all = (await page.actions(range)).find(({ kind }) => kind === 'source.fixAll.listwright');
    expect(all).toMatchObject({ title: 'Apply all safe fixes (2 findings)', data: { uri: page.uri } });
    expect(all?.edit).toBeUndefined();
    const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', all);
    page.apply(resolved.edit?.changes?.[page.uri] ?? []);
    expect(page.text).toContain('- Makes narrow bands.\n');
  });

  test('a command fixes all through the editor', async () => {
    const { folder, editor } = await edit({ 'README.md': looms });
    const page = await editor.open(join(folder, 'README.md'));
    const applied: unknown[] = [];
    editor.connection.onRequest('workspace/applyEdit', ({ edit: given }: { edit: unknown }) => {
      applied.push(given);
      return { applied: true };
    });
    const command = { command: 'listwright.fixAll', arguments: [page.uri] };
    await editor.connection.sendRequest('workspace/executeCommand', command);
    expect(applied).toMatchObject([{ documentChanges: [{ textDocument: { uri: page.uri, version: 1 } }] }]);
    for (const strange of [[], [7], ['file:///nowhere'], ['%%%']])
      await editor.connection.sendRequest('workspace/executeCommand', { ...command, arguments: strange });
    expect(applied).toHaveLength(1);
  });

  test('tells sections and tiers as symbols and folds', async () => {
    const text = `# Awesome Knots

Ways to tie ropes that hold.

## 🪢 Loops

- Tier 1: First
  - [Bowline](https://bowline.test) - Holds and opens.
- Tier 2: Later
  - [Figure eight](https://eight.test) - Stops a rope.
`;
    const { folder, editor } = await edit({ 'README.md': text });
    const page = await editor.open(join(folder, 'README.md'));
    const [section] = await page.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(section?.name).toBe('🪢 Loops');
    expect(section?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Tier 1: First', 'tier 1'],
      ['Tier 2: Later', 'tier 2'],
    ]);
    expect(section?.children?.[1]?.children?.map(({ name }) => name)).toEqual(['Figure eight']);
    const folds = await page.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [4, 9],
      [6, 7],
      [8, 9],
    ]);
  });

  test('explains a rule, and the entry once something is known of it', async () => {
    const text = looms.replace('- [Inkle]', '<!-- listwright-disable-next-line description-start -->\n- [Inkle]');
    const { folder, editor } = await edit({ 'README.md': text });
    const page = await editor.open(join(folder, 'README.md'));
    const hover = async (text: string) =>
      (await page.ask<Hover | null>('textDocument/hover', { position: page.behind(text) }))?.contents ?? null;
    expect(await hover('narrow bands')).toMatchObject({ value: expect.stringContaining('**[description-end](') });
    expect(await hover('next-line descr')).toMatchObject({ value: expect.stringContaining('**[description-start](') });
    expect(await hover('tree and to')).toBeNull();
  });

  test('completes anchors, names of rules and comments', async () => {
    const { folder, editor } = await edit({ 'README.md': looms, 'docs/care.md': '# Care\n\n## Oiling the frame\n' });
    const page = await editor.open(join(folder, 'README.md'));
    const complete = async (typed: string) => {
      page.type('Tied to a tree', `${typed}Tied to a tree`);
      const items = await page.ask<CompletionItem[]>('textDocument/completion', { position: page.behind(typed) });
      page.type(`${typed}Tied to a tree`, 'Tied to a tree');
      return items.map(({ label }) => label);
    };
    expect(await complete('[see](#')).toEqual(['awesome-looms-', 'contents', 'hand-looms', 'power-looms']);
    expect(await complete('[see](docs/care.md#')).toContain('oiling-the-frame');
    expect(await complete('[see](../../secret.md#')).toEqual([]);
    expect(await complete('<!-- ')).toContain('listwright-disable-next-line');
    expect(await complete('<!-- listwright-disable description-end, no-d')).toContain('no-duplicate-url');
    expect(await complete('<!--lint disable ')).toContain('description-end');
    expect(await complete('[see](#x) and then ')).toEqual([]);
  });
});

describe('what counts as a list', () => {
  const pottery = Array.from({ length: 9 }, (_, index) => `- [Pot ${index}](https://pot${index}.test) - clay`);
  test.each([
    ['README.md', '# Kiln\n\nBakes pots.\n\n## Install\n\n- run [make](https://make.test) now\n', false],
    ['readme.markdown', `# Pots\n\n## Old\n\n${pottery.join('\n')}\n`, true],
    ['README.de.md', `# Awesome Pots\n\n## Old\n\n${pottery.slice(7).join('\n')}\n`, true],
    ['NOTES.md', `# Pots\n\n## Old\n\n${pottery.join('\n')}\n`, false],
    ['pots.md', `# Awesome Pots\n\n## Old\n\n${pottery.join('\n')}\n`, true],
    ['CONTRIBUTING.md', '# Contributing to awesome pots\n\n- [ ] one entry\n- [x] one line\n', false],
  ])('%s, case %#', async (name, text, isList) => {
    const { folder, editor } = await edit({ [name]: text });
    const page = await editor.open(join(folder, name));
    expect((await page.found()).length > 0).toBe(isList);
  });

  test('a configuration makes any README one', async () => {
    const text = '# Kiln\n\nBakes pots of every clay.\n\n## Pots\n\n- [Jar](https://jar.test) - holds';
    const { folder, editor } = await edit({ 'README.md': text, 'listwright.config.json': '{}' });
    const page = await editor.open(join(folder, 'README.md'));
    expect((await page.found()).length).toBeGreaterThan(0);
  });
});

describe('the configuration', () => {
  const off = { 'description-start': 'off', 'description-end': 'off', 'awesome-entry': 'off' };

  test('that is data counts, and a change of it is seen', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const files = { 'README.md': looms, 'listwright.config.json': JSON.stringify({ rules: off }) };
    const { folder, editor } = await edit(files, { capabilities });
    const page = await editor.open(join(folder, 'README.md'));
    expect(await page.found()).toEqual([]);
    writeFileSync(join(folder, 'listwright.config.json'), '{}');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    expect(told(await page.until((found) => found.length > 0))).toHaveLength(2);
    writeFileSync(join(folder, 'listwright.config.json'), '{"rulez": {}}');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    const [trouble] = await page.until((found) => found.length === 1);
    expect(trouble?.message).toMatch(/rulez.*rules/s);
  });

  test('that is code runs only where the workspace is trusted', async () => {
    const config = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran', import.meta.url), '');
export default { rules: ${JSON.stringify(off)} };\n`;
    const { folder, editor } = await edit({ 'README.md': looms, 'listwright.config.mjs': config });
    const page = await editor.open(join(folder, 'README.md'));
    const found = await page.found();
    expect(found.map(({ code, message }) => code ?? message)).toEqual([
      expect.stringMatching(/listwright\.config\.mjs can run code.*trust/),
      'description-start',
      'description-end',
    ]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    await editor.connection.sendNotification('listwright/trust', { trusted: true });
    expect(await page.until((now) => now.length === 0)).toEqual([]);
    expect(existsSync(join(folder, 'ran'))).toBe(true);
  });

  test('that names a plugin waits for trust too', async () => {
    const plugin =
      "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('ran', import.meta.url), '');\nexport default [];\n";
    const files = { 'README.md': looms, 'own.mjs': plugin, 'listwright.config.json': '{"plugins": ["./own.mjs"]}' };
    const { folder, editor } = await edit(files);
    const page = await editor.open(join(folder, 'README.md'));
    expect(await page.found()).toHaveLength(3);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('comes from the editor too, whatever it sends', async () => {
    const asked: unknown[] = [];
    const { folder, editor } = await edit(
      { 'README.md': looms, 'own.json': JSON.stringify({ rules: off }) },
      { capabilities: { workspace: { configuration: true } }, settings: { links: 7, linkBudget: -1, preset: [] } },
    );
    let section: unknown = { config: 'own.json' };
    editor.connection.onRequest('workspace/configuration', ({ items }: { items: unknown }) => {
      asked.push(items);
      return [section];
    });
    const page = await editor.open(join(folder, 'README.md'));
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await page.until((found) => found.length === 0)).toEqual([]);
    expect(asked).toContainEqual([{ section: 'listwright' }]);
    section = { config: '', preset: 'minimal' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    section = null;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await page.found()).toEqual([]);
    section = { preset: 'nonsense' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const [trouble] = await page.until((found) => found.length === 1);
    expect(trouble?.message).toContain('nonsense');
  });
});

describe('links', () => {
  async function onWeb(settings: object, config: object = {}) {
    const page = ({ response }: Visit): void =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>A loom for weavers of every kind');
    const web = await startWeb({
      'backstrap.test': ({ response }) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found'),
      'inkle.test': page,
      'tablet.test': page,
      'dobby.test': page,
      'jacquard.test': page,
      'rapier.test': page,
    });
    const text = looms.replaceAll('https://', 'http://').replace('makes narrow bands', 'Makes narrow bands.');
    const files = {
      'README.md': text.replace(' [![Awesome](http://awesome.re/badge.svg)](http://awesome.re)', ''),
      'listwright.config.json': JSON.stringify({
        rules: { 'awesome-badge': 'off', 'url-https': 'off' },
        connectTo: [`:80:127.0.0.1:${web.http}`],
        confirmAfter: '20ms',
        ...config,
      }),
    };
    const opened = await edit(files, { settings });
    return { ...opened, web, page: await opened.editor.open(join(opened.folder, 'README.md')) };
  }

  test('are asked on save, and the verdict is told on hover', async () => {
    const { editor, web, page } = await onWeb({ trusted: true });
    expect(await page.found()).toEqual([]);
    expect(web.log).toEqual([]);
    page.save();
    const [broken] = await page.until((found) => found.length > 0);
    expect(broken).toMatchObject({ code: 'link-broken', range: { start: { line: 11 } } });
    const hover = await page.ask<Hover>('textDocument/hover', { position: page.behind('Tied') });
    expect(hover.contents).toMatchObject({
      value: expect.stringContaining('**broken**, the page does not exist (404)'),
    });
    expect(hover.contents).toMatchObject({ value: expect.stringMatching(/checked at \d{4}-\d\d-\d\dT/) });
    const asked = web.log.length;
    page.type('Tied', 'Bound');
    page.save();
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'none' }).catch(() => {});
    expect((await page.found()).map(({ code }) => code)).toEqual(['link-broken']);
    expect(web.log).toHaveLength(asked);
    // What was asked is in the ledger: the next session knows it before anything is asked.
    await web.stop();
  });

  test('are asked so many at a time, those first that were added', async () => {
    const { editor, web, page } = await onWeb({ trusted: true, linkBudget: 1 });
    page.type('http://jacquard.test', 'http://jacquard.test/cards');
    page.save();
    const hover = (): Promise<Hover | null> => page.ask('textDocument/hover', { position: page.behind('Reads its') });
    while ((await hover()) === null) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(new Set(web.log.map(({ host }) => host))).toEqual(new Set(['jacquard.test']));
    while (!editor.said.join().includes('5 links not checked yet'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await web.stop();
  });

  test.each([
    ['where the workspace is not trusted', { trusted: false }],
    ['where the person does not want it', { trusted: true, links: 'off' }],
  ])('are not asked on save %s', async (_, settings) => {
    const { folder, editor, web, page } = await onWeb(settings);
    page.save();
    page.type('Makes', 'makes');
    await page.until((found) => found.length === 1);
    const isTrusted = settings.trusted;
    const ended = editor.connection.sendRequest('workspace/executeCommand', {
      command: 'listwright.checkLinks',
      arguments: [page.uri],
    });
    await ended;
    if (isTrusted) expect((await page.found()).map(({ code }) => code)).toContain('link-broken');
    else expect(editor.said.join()).toContain('links are checked only in a trusted workspace');
    expect(web.log.length > 0).toBe(isTrusted);
    expect(existsSync(join(folder, '.cache/listwright/ledger.jsonl'))).toBe(isTrusted);
    await web.stop();
  });
});

describe('trouble', () => {
  test('a part that nests too deeply, and then does not', async () => {
    const { folder, editor } = await edit({ 'README.md': looms });
    const page = await editor.open(join(folder, 'README.md'));
    page.type('## Power looms', `${'> '.repeat(5000)}x\n\n## Power looms`);
    const found = await page.until((now) =>
      now.some(({ message }) => String(message).includes('nested more than 100')),
    );
    expect(found).toHaveLength(3);
    page.type(`${'> '.repeat(5000)}x\n\n`, '');
    expect(told(await page.found())).toHaveLength(2);
  });

  test('documents on no disk, of other languages and with strange addresses', async () => {
    const { editor } = await edit({ 'README.md': looms });
    const uris = ['untitled:Untitled-1', 'file://%ZZ/README.md', 'vscode-vfs://github/a/b/README.md'];
    const seen = new Map<string, number>();
    const all = new Promise<void>((resolve) => {
      editor.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
          seen.set(uri, diagnostics.length);
          if (seen.size === uris.length) resolve();
        },
      );
    });
    for (const uri of uris) {
      const textDocument = { uri, languageId: 'markdown', version: 1, text: looms };
      await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    }
    await all;
    expect([...seen.values()]).toEqual([2, 2, 2]);
  });

  test('a rule that throws is named in the log, and the others speak', async () => {
    const plugin = `export default { id: 'own', summary: 'Own', why: 'Own.', messages: {}, examples: [], check() { throw new Error('loose thread'); } };\n`;
    const files = {
      'README.md': looms,
      'own.mjs': plugin,
      'listwright.config.json': '{"plugins": ["./own.mjs"], "rules": {"own": "warning"}}',
    };
    const { folder, editor } = await edit(files, { settings: { trusted: true } });
    const page = await editor.open(join(folder, 'README.md'));
    expect(told(await page.found())).toHaveLength(2);
    expect(editor.said.join()).toContain('the rule own failed: loose thread');
  });

  test('a file beside the list that comes is known after the next save', async () => {
    const { folder, editor } = await edit({
      'README.md': looms.replace('Tied to a tree', 'Tied to a [tree](trees/oak.md)'),
    });
    mkdirSync(join(folder, '.git'));
    const page = await editor.open(join(folder, 'README.md'));
    expect(told(await page.found()).join()).toContain('relative-target-exists');
    mkdirSync(join(folder, 'trees'));
    writeFileSync(join(folder, 'trees/oak.md'), '# Oak\n');
    page.save();
    expect(told(await page.until((found) => found.length === 4)).join()).not.toContain('relative-target');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(page.text);
  });
});
