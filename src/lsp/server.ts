import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../model/version.js';
import { plural, pluralForm } from '../text/plural.js';
import { readClientCapabilities } from './client-capabilities.js';
import { defaultClientSettings, readClientSettings } from './client-settings.js';
import { actionsAt, fixAllKind } from './code-actions.js';
import { completionsAt } from './completion.js';
import { type DocumentManager, openDocuments } from './documents.js';
import { fixAllEdits, fixEditsWithin } from './fix-edits.js';
import { hoverAt } from './hover.js';
import { foldsOf, symbolsOf } from './symbols.js';

/** What the server needs of the world around it. */
export interface ServerContext {
  /** The folder that counts where the editor names none. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The path of a document; null for what is on no disk. */
  readonly fileOf: (uri: string) => string | null;
}

/** Serves one editor over a connection (Language Server Protocol 3.17). */
export function startServer(connection: Connection, world: ServerContext): void {
  const documents = new TextDocuments(TextDocument);
  let client = defaultClientSettings;
  let can = readClientCapabilities({ processId: null, rootUri: null, capabilities: {} });
  const manager = openDocuments({
    connection,
    document: (uri) => documents.get(uri),
    client: () => client,
    abilities: () => can,
    env: world.env,
    fileOf: world.fileOf,
  });
  manager.setRoots([world.cwd]);

  connection.onInitialize((params): InitializeResult => {
    can = readClientCapabilities(params);
    client = readClientSettings(params.initializationOptions);
    const folders = [...(params.workspaceFolders ?? []).map(({ uri }) => uri), params.rootUri ?? ''];
    const roots = folders.map(world.fileOf).filter((root) => root !== null);
    if (roots.length > 0) manager.setRoots(roots);
    return { capabilities, serverInfo: { name: 'listwright', version } };
  });

  connection.onInitialized(async () => {
    if (can.registersConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'listwright' });
    if (can.watchesFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/{listwright.config.*,.listwrightrc,.listwrightrc.*,package.json}' }],
      });
    if (can.followsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const now = (await connection.workspace.getWorkspaceFolders()) ?? [];
        manager.setRoots(now.map(({ uri }) => world.fileOf(uri)).filter((file) => file !== null));
        manager.readAllAnew();
      });
    await askConfiguration();
  });

  const settle = (value: unknown): void => {
    client = readClientSettings(value, client);
    manager.readAllAnew();
  };
  const askConfiguration = async (): Promise<void> => {
    if (can.givesConfiguration) settle(await connection.workspace.getConfiguration('listwright'));
  };
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const sent: unknown = settings === null || typeof settings !== 'object' ? null : settings.listwright;
    if (can.givesConfiguration) await askConfiguration();
    else settle(sent);
  });
  connection.onNotification('listwright/trust', (value: unknown) => {
    const trusted = (value as { readonly trusted?: unknown } | null)?.trusted;
    settle({ trusted: trusted === true });
  });
  connection.onDidChangeWatchedFiles(() => manager.readAllAnew());

  documents.onDidOpen(({ document }) => manager.opened(document));
  documents.onDidChangeContent(({ document }) => manager.changed(document));
  documents.onDidSave(({ document }) => manager.saved(document));
  documents.onDidClose(({ document }) => manager.closed(document));

  serveRequests(connection, manager, () => can.resolvesEdits);
  documents.listen(connection);
  connection.listen();
}

/** Answers what is checked of one document. */
function serveRequests(connection: Connection, manager: DocumentManager, resolvesEdits: () => boolean): void {
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
    const at = await manager.at(uri);
    if (at === null) return [];
    const { document, reading } = at;
    const wants = (kind: string): boolean => only === undefined || only.some((one) => `${kind}.`.startsWith(`${one}.`));
    const quick = wants('quickfix')
      ? actionsAt(
          document,
          { list: reading.list, findings: reading.result.findings },
          document.offsetAt(range.start),
          document.offsetAt(range.end),
        )
      : [];
    const safe = reading.result.findings.filter(({ fix }) => fix?.safe === true).length;
    if (safe === 0 || !wants(fixAllKind)) return quick;
    const title = `${pluralForm(safe, 'Apply safe fix', 'Apply all safe fixes')} (${plural(safe, 'finding')})`;
    // An editor that fixes on each save wants the edits at once; for a menu they are made when they are chosen.
    const all =
      only === undefined && resolvesEdits()
        ? { title, kind: fixAllKind, data: { uri } }
        : { title, kind: fixAllKind, edit: { changes: { [uri]: fixAllEdits(document, reading.relint) } } };
    return [...quick, all];
  });
  connection.onCodeActionResolve(async (action) => {
    const uri = (action.data as { readonly uri?: unknown } | undefined)?.uri;
    const at = typeof uri === 'string' ? await manager.at(uri) : null;
    if (at === null) return action;
    return { ...action, edit: { changes: { [at.document.uri]: fixAllEdits(at.document, at.reading.relint) } } };
  });
  connection.onExecuteCommand(async ({ command, arguments: [uri] = [] }) => {
    if (typeof uri !== 'string') return null;
    if (command === 'listwright.checkLinks') await manager.ask(uri, Number.POSITIVE_INFINITY);
    const at = command === 'listwright.fixAll' ? await manager.at(uri) : null;
    if (at !== null) {
      const { document, reading } = at;
      const edits = fixAllEdits(document, reading.relint);
      const changes = [{ textDocument: { uri, version: document.version }, edits }];
      if (edits.length > 0)
        await connection.workspace.applyEdit({ label: 'listwright: fix all', edit: { documentChanges: changes } });
    }
    return null;
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const at = await manager.at(uri);
    if (at === null) return null;
    const { opened, document, reading } = at;
    const { list, folder, result } = reading;
    const facts = {
      list,
      findings: result.findings,
      rules: folder.rules,
      verdicts: opened.verdicts,
      asked: opened.asked,
    };
    return hoverAt(facts, document.offsetAt(position));
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const at = await manager.last(uri);
    if (at === null) return [];
    const { list, files, folder } = at.reading;
    const { line, character } = position;
    const text = at.document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    const before = text.slice(0, character);
    return completionsAt({ list, files, rules: folder.rules, before, after: text.slice(character), line });
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const at = await manager.at(uri);
    return at === null ? [] : symbolsOf(at.reading.list);
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const at = await manager.at(uri);
    return at === null ? [] : foldsOf(at.reading.list);
  });
  connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }) => {
    const at = await manager.at(uri);
    if (at === null) return [];
    const { document, reading } = at;
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const touched = reading.list.entries.filter(
      ({ position }) => position.start.offset <= to && from < position.end.offset,
    );
    const starts = [from, ...touched.map(({ position }) => position.start.offset)];
    const ends = [
      to,
      ...touched.filter(({ children }) => children.length === 0).map(({ position }) => position.end.offset),
    ];
    const first = document.positionAt(starts.reduce((least, start) => Math.min(least, start), from));
    const last = document.positionAt(ends.reduce((most, end) => Math.max(most, end), to));
    const whole = (line: number): number => document.offsetAt({ line, character: 0 });
    return fixEditsWithin(document, reading.relint, whole(first.line), Math.max(to, whole(last.line + 1)));
  });
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind], resolveProvider: true },
  hoverProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  completionProvider: { triggerCharacters: ['#', '-', ',', ' '] },
  documentRangeFormattingProvider: true,
  executeCommandProvider: { commands: ['listwright.checkLinks', 'listwright.fixAll'] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
