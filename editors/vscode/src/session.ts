import { type LogOutputChannel, type TextDocument, type Uri, workspace } from 'vscode';
import {
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { trustNotification } from './commands.js';
import { chooseServer, installedServer, namedServer, type Server, startOf } from './server.js';
import { toldOf } from './settings.js';

/** The one server of a window, and what may happen to it. */
export interface Session {
  /** Starts, stops or changes the server, as the settings and the trust ask now. */
  readonly settle: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Asks the server to do something with a document; false where no server runs. */
  readonly ask: (command: string, document: TextDocument) => Promise<boolean>;
}

interface Running {
  readonly client: LanguageClient;
  readonly server: Server;
  /** Whether the server was told that the workspace is trusted. */
  trusted: boolean;
}

/** Milliseconds that a server has to end by itself. */
const patience = 2000;

/** Opens the session; no server runs before `settle`. `bundled` is the command inside the extension. */
export function openSession(log: LogOutputChannel, bundled: string): Session {
  let running: Running | null = null;
  // One thing after the other: a server that starts is not stopped half-way.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };

  const stop = async (): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.client
      .dispose(patience)
      .catch((error: unknown) => log.warn(`The server did not stop cleanly: ${error}`));
  };
  const start = async (server: Server): Promise<void> => {
    const { isTrusted: trusted } = workspace;
    log.info(`Starting ${server.file} (from ${server.from}; the workspace is ${trusted ? '' : 'not '}trusted)`);
    const client = clientOf(server, log);
    running = { client, server, trusted };
    // The library shows what went wrong by itself.
    await client.start().catch((error: unknown) => log.error(`The server did not start: ${error}`));
  };
  const settle = async (): Promise<void> => {
    if (!workspace.getConfiguration('listwright').get<boolean>('enable', true)) return stop();
    const server = wantedServer(bundled);
    // One that could not start, or gave up, is started anew.
    if (running?.server.file !== server.file || !running.client.isRunning()) {
      await stop();
      return start(server);
    }
    if (running.trusted === workspace.isTrusted) return;
    running.trusted = workspace.isTrusted;
    await running.client.sendNotification(trustNotification, { trusted: running.trusted });
  };
  return {
    settle: () => inTurn(settle),
    stop: () => inTurn(stop),
    restart: () => inTurn(() => stop().then(settle)),
    async ask(command, document) {
      const client = running?.client;
      if (client?.isRunning() !== true) return false;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [uri] });
      return true;
    },
  };
}

function wantedServer(bundled: string): Server {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const paths = folders.map(({ uri }) => uri.fsPath);
  const named = namedServer(workspace.getConfiguration('listwright').get('path'), paths);
  const trusted = workspace.isTrusted;
  return chooseServer({ trusted, named, installed: trusted ? installedServer(paths) : null, bundled });
}

const toldFor = (scope?: Uri) => {
  const section = workspace.getConfiguration('listwright', scope);
  return toldOf((name) => section.get(name), workspace.isTrusted);
};

function clientOf(server: Server, log: LogOutputChannel): LanguageClient {
  const { command, args, env } = startOf(server, process.execPath);
  const options: LanguageClientOptions = {
    documentSelector: ['file', 'untitled'].map((scheme) => ({ language: 'markdown', scheme })),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => toldFor(),
    middleware: {
      workspace: {
        // The editor's own answer would lack the trust.
        async configuration({ items }, token, next) {
          const answers = await next({ items }, token);
          if (!Array.isArray(answers)) return answers;
          return items.map(({ section, scopeUri }, index) =>
            section === 'listwright'
              ? toldFor(scopeUri === undefined ? undefined : client.protocol2CodeConverter.asUri(scopeUri))
              : answers[index],
          );
        },
        didChangeConfiguration: () =>
          client.sendNotification(DidChangeConfigurationNotification.type, { settings: { listwright: toldFor() } }),
      },
    },
  };
  // Not the library's form for modules: that adds an option with its process, which older servers do not know.
  const client = new LanguageClient(
    'listwright',
    'listwright',
    { command, args: [...args], options: { env: { ...process.env, ...env } }, transport: TransportKind.stdio },
    options,
  );
  return client;
}
