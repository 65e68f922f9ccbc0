import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileOf } from '../../src/lsp/main.js';
import { startServer } from '../../src/lsp/server.js';
import { built, runner } from '../cli/built.js';

/** How an editor introduces itself. */
export interface EditorOptions {
  readonly folder: string;
  readonly settings?: object;
  readonly capabilities?: object;
  readonly env?: NodeJS.ProcessEnv;
}

/** A client of the language server. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly told: InitializeResult;
  /** What the server wrote to its log and showed in windows. */
  readonly said: string[];
  /** Opens a file and waits for what is found in it. */
  open(file: string, languageId?: string): Promise<Page>;
}

/** A client of `listwright lsp` over standard input and output. */
export interface ProcessEditor extends Editor {
  readonly server: ChildProcess;
  /** What the server wrote to standard error. */
  readonly errors: () => string;
  /** Ends as editors do; gives the exit status. */
  end(): Promise<number | null>;
}

/** An open file. */
export interface Page {
  readonly uri: string;
  readonly text: string;
  /** The diagnostics of the text as it is now, when they are there. */
  found(): Promise<readonly Diagnostic[]>;
  /** The next diagnostics that satisfy a condition. */
  until(holds: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Waits for whatever is published next. */
  next(): Promise<void>;
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** Types: replaces what is found by other words. */
  type(old: string, text: string): void;
  /** Applies what the server proposes. */
  apply(edits: readonly TextEdit[]): void;
  save(): void;
  close(): void;
  actions(range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>;
  ask<Result>(method: string, params?: object): Promise<Result>;
  /** The place right behind a text. */
  behind(text: string): { line: number; character: number };
}

/** Starts the server in this process, and shakes hands with it; `stop` is called once it is no longer needed. */
export async function startEditor(options: EditorOptions): Promise<Editor & { readonly stop: () => void }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(toServer, toClient);
  const env = { ...process.env, XDG_CACHE_HOME: `${options.folder}/.cache`, ...options.env };
  startServer(server, { cwd: options.folder, env, fileOf });
  const editor = await shakeHands(toClient, toServer, options, null);
  return {
    ...editor,
    stop() {
      editor.connection.dispose();
      server.dispose();
    },
  };
}

/** Starts the built command as editors do, and shakes hands with it. */
export async function startProcess(options: EditorOptions): Promise<ProcessEditor> {
  const { folder, env } = options;
  const server = spawn(runner, [built, 'lsp', '--stdio'], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: `${folder}/.cache`, ...env },
  });
  let errors = '';
  server.stderr.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  const editor = await shakeHands(server.stdout, server.stdin, options, process.pid);
  return {
    ...{ ...editor, server },
    errors: () => errors,
    async end() {
      const ended = once(server, 'exit');
      await editor.connection.sendRequest('shutdown');
      await editor.connection.sendNotification('exit');
      const [code] = (await ended) as [number | null];
      editor.connection.dispose();
      return code;
    },
  };
}

async function shakeHands(
  input: Readable,
  output: Writable,
  { folder, settings, capabilities = {} }: EditorOptions,
  processId: number | null,
): Promise<Editor> {
  const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const said: string[] = [];
  const listeners = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void said.push(message));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void said.push(message));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const listener of listeners) listener(params);
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const told = await connection.sendRequest<InitializeResult>('initialize', {
    processId,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'list' }],
    capabilities,
    initializationOptions: settings,
  });
  await connection.sendNotification('initialized', {});
  return {
    ...{ connection, told, said },
    async open(file, languageId = 'markdown') {
      const page = pageOf(connection, listeners, file, languageId);
      await page.found();
      return page;
    },
  };
}

function pageOf(
  connection: ProtocolConnection,
  listeners: Set<(params: PublishDiagnosticsParams) => void>,
  file: string,
  languageId: string,
): Page {
  const uri = pathToFileURL(file).href;
  let document = TextDocument.create(uri, languageId, 1, readFileSync(file, 'utf8'));
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  listeners.add((params) => {
    if (params.uri !== uri) return;
    published.push(params);
    for (const wake of waiting) wake();
  });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
    });
  const until = async (holds: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]> => {
    for (;;) {
      const last = published.at(-1);
      if (last !== undefined && holds(last)) return last.diagnostics;
      await next();
    }
  };
  const change = (edits: readonly TextEdit[]): void => {
    const { version } = document;
    // Several edits count from one text: from the last to the first each keeps its place.
    const contentChanges = edits
      .toSorted((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    document = TextDocument.update(document, contentChanges, version + 1);
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges,
    });
  };
  const textDocument = { uri };
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text: document.getText() },
  });
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    connection.sendRequest(method, { textDocument, ...params });
  return {
    uri,
    published,
    next,
    get text() {
      return document.getText();
    },
    found: () => until(({ version }) => version === document.version),
    until: (holds) => until(({ version, diagnostics }) => version === document.version && holds(diagnostics)),
    type(old, text) {
      const at = document.getText().indexOf(old);
      if (at < 0) throw new Error(`nobody wrote ${old}`);
      const range = { start: document.positionAt(at), end: document.positionAt(at + old.length) };
      change([{ range, newText: text }]);
    },
    apply: change,
    save() {
      writeFileSync(file, document.getText());
      void connection.sendNotification('textDocument/didSave', { textDocument });
    },
    close: () => void connection.sendNotification('textDocument/didClose', { textDocument }),
    actions: (range, only) =>
      ask('textDocument/codeAction', { range, context: { diagnostics: [], ...(only ? { only } : {}) } }),
    ask,
    behind: (text) => document.positionAt(document.getText().indexOf(text) + text.length),
  };
}
