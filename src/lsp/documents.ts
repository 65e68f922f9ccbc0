import { relative, sep } from 'node:path';
import { type Connection, type Diagnostic, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { UserError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import { countText, plural } from '../text/plural.js';
import { checkLinksOf } from './check-links.js';
import type { ClientCapabilities } from './client-capabilities.js';
import type { ClientSettings } from './client-settings.js';
import { diagnosticsOf, noteOn } from './diagnostics.js';
import {
  type DocumentFolder,
  type DocumentReading,
  type EditorDocument,
  openDocument,
  type UnreadDocument,
} from './document.js';
import { startEditorProgress } from './progress.js';

/** What the manager needs from the server. */
export interface DocumentsContext {
  readonly connection: Connection;
  readonly document: (uri: string) => TextDocument | undefined;
  readonly client: () => ClientSettings;
  readonly abilities: () => ClientCapabilities;
  readonly env: NodeJS.ProcessEnv;
  readonly fileOf: (uri: string) => string | null;
}

/** The current state of an open document, and what was read of it. */
export interface OpenDocument {
  readonly opened: EditorDocument;
  readonly document: TextDocument;
  readonly reading: DocumentReading;
}

/** The open documents: each is read when it has changed, and what was found is shown. */
export interface DocumentManager {
  /** The folders that the editor works in. */
  setRoots(roots: readonly string[]): void;
  opened(document: TextDocument): void;
  changed(document: TextDocument): void;
  saved(document: TextDocument): void;
  closed(document: TextDocument): void;
  /** After the configuration has changed, or what counts as trusted. */
  readAllAnew(): void;
  /** The current document; null for what is not a list, or could not be read. */
  at(uri: string): Promise<OpenDocument | null>;
  /** The current document, and what was read of it last, which may be older: for what is requested at every key. */
  last(uri: string): Promise<OpenDocument | null>;
  /** Asks for the links of a document, at most so many. */
  ask(uri: string, most: number): Promise<void>;
}

interface DocumentState {
  readonly opened: EditorDocument;
  /** The reading that is under way or waits for its turn. */
  due: Promise<void>;
  waits: boolean;
  reread: boolean;
  /** The full reading after a quick one. */
  soon: NodeJS.Timeout | undefined;
  asking: AbortController | null;
}

/** Anyone who does not type for so long, in milliseconds, wants to know all. */
const pause = 250;

/** So many findings of one file are shown, those that weigh most; editors are slow with more. */
const mostShown = 1000;

/** Creates an empty manager. */
export function openDocuments({
  connection,
  document: documentAt,
  client,
  abilities,
  env,
  fileOf,
}: DocumentsContext): DocumentManager {
  const states = new Map<string, DocumentState>();
  const notified = new Set<string>();
  let roots: readonly string[] = [process.cwd()];

  const homeOf = (uri: string): DocumentFolder => {
    const file = fileOf(uri);
    const above = file === null ? [] : roots.filter((root) => file.startsWith(root.endsWith(sep) ? root : root + sep));
    const root = above.sort((a, b) => b.length - a.length)[0] ?? roots[0] ?? process.cwd();
    const path = file === null ? 'README.md' : (above.length > 0 ? relative(root, file) : file).split(sep).join('/');
    return { path, file, root, env };
  };

  const schedule = (uri: string, reread: boolean): Promise<void> => {
    const seat = states.get(uri);
    if (seat === undefined) return Promise.resolve();
    seat.reread ||= reread;
    if (seat.waits) return seat.due;
    seat.waits = true;
    // Edits that have come in together are read once.
    seat.due = seat.due
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => readNow(uri, seat))
      .catch((error: unknown) => connection.console.error(`listwright: ${inFull(error)}`));
    return seat.due;
  };
  const readNow = async (uri: string, seat: DocumentState): Promise<void> => {
    seat.waits = false;
    clearTimeout(seat.soon);
    const document = documentAt(uri);
    if (document === undefined || states.get(uri) !== seat) return;
    const { reread } = seat;
    seat.reread = false;
    const read = await seat.opened.read(document.getText(), document.version, client(), reread);
    if (states.get(uri) !== seat) return;
    if ('result' in read) for (const { rule, why } of read.result.crashes) tellOnce(`the rule ${rule} failed: ${why}`);
    await connection.sendDiagnostics({ uri, version: read.version, diagnostics: shown(read) });
  };
  /** After an edit: what can be said of it at once, and the rest when the typing stops. */
  const look = (document: TextDocument): void => {
    const { uri, version } = document;
    const seat = states.get(uri);
    if (seat === undefined) return;
    clearTimeout(seat.soon);
    const findings = seat.waits || seat.reread ? null : seat.opened.glance(document.getText());
    if (findings === null) {
      void schedule(uri, false);
      return;
    }
    const notice = seat.opened.reading?.folder.notice ?? null;
    void connection.sendDiagnostics({ uri, version, diagnostics: shownOf(findings, notice) });
    seat.soon = setTimeout(() => void schedule(uri, false), pause);
  };
  const tellOnce = (sentence: string): void => {
    if (notified.has(sentence)) return;
    notified.add(sentence);
    connection.console.warn(`listwright: ${sentence}`);
  };

  const warn = (sentence: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `listwright: ${sentence}`,
    });

  const at: DocumentManager['at'] = async (uri) => {
    const seat = states.get(uri);
    if (seat === undefined) return null;
    await seat.due;
    const document = documentAt(uri);
    const { opened } = seat;
    if (document === undefined || opened.reading === null) return null;
    // The text went on while it was read.
    if (opened.reading.version !== document.version) return schedule(uri, false).then(() => at(uri));
    return { opened, document, reading: opened.reading };
  };

  const ask = async (uri: string, most: number): Promise<void> => {
    const seat = states.get(uri);
    const here = await at(uri);
    if (seat === undefined || here === null) return;
    seat.asking?.abort();
    const asking = new AbortController();
    seat.asking = asking;
    const progress = startEditorProgress(connection, abilities().showsProgress && most > 0, () => asking.abort());
    try {
      const { signal } = asking;
      const asked = await checkLinksOf(here.opened, here.reading, most, { signal, onProgress: progress.update });
      if (asked.problem !== null) tellOnce(asked.problem);
      if (asked.offline) tellOnce('no network: links were not checked');
      else if (asked.left > 0 && most > 0)
        connection.console.info(`listwright: ${plural(asked.left, 'link')} not checked yet; the next save checks more`);
      if (asked.isNews && !signal.aborted) await schedule(uri, false);
    } catch (error) {
      if (error instanceof UserError) warn(error.message);
      else connection.console.error(`listwright: ${inFull(error)}`);
    } finally {
      progress.stop();
      if (seat.asking === asking) seat.asking = null;
    }
  };

  const manager: DocumentManager = {
    setRoots(given) {
      roots = given;
    },
    opened({ uri }) {
      const opened = openDocument(homeOf(uri));
      states.set(uri, { opened, due: Promise.resolve(), waits: false, reread: true, soon: undefined, asking: null });
      // What the ledger remembers of its links can be shown at once.
      if (client().trusted) void schedule(uri, true).then(() => ask(uri, 0));
    },
    changed: (document) => look(document),
    saved({ uri }) {
      const { trusted, links, linkBudget } = client();
      void schedule(uri, true).then(() => (trusted && links === 'save' ? ask(uri, linkBudget) : undefined));
    },
    closed({ uri }) {
      clearTimeout(states.get(uri)?.soon);
      states.get(uri)?.asking?.abort();
      states.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    readAllAnew() {
      for (const uri of states.keys()) void schedule(uri, true);
    },
    at,
    async last(uri) {
      const { opened } = states.get(uri) ?? {};
      const document = documentAt(uri);
      const reading = opened?.reading ?? null;
      return opened && document && reading ? { opened, document, reading } : at(uri);
    },
    async ask(uri, most) {
      if (!client().trusted) {
        warn('links are checked only in a trusted workspace');
        return;
      }
      // Anyone who asks for it wants to know it now.
      const verdicts = states.get(uri)?.opened.verdicts;
      for (const [url, { verdict }] of verdicts ?? []) if (verdict !== 'alive') verdicts?.delete(url);
      await ask(uri, most);
    },
  };
  return manager;
}

function shown(read: DocumentReading | UnreadDocument): Diagnostic[] {
  if ('why' in read) return read.why === null ? [] : [noteOn(read.why, 'error')];
  return shownOf(read.result.findings, read.folder.notice);
}

function shownOf(findings: readonly Finding[], sentence: string | null): Diagnostic[] {
  const notice = sentence === null ? [] : [noteOn(sentence, 'info')];
  const all = findings.flatMap(diagnosticsOf);
  if (all.length <= mostShown) return [...notice, ...all];
  const heaviest = all.sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1)).slice(0, mostShown);
  const cut = `${plural(all.length, 'finding')}; the ${countText(mostShown)} most severe are shown, "listwright lint" prints all`;
  return [...notice, noteOn(cut, 'info'), ...heaviest];
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
