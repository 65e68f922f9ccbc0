import { dirname } from 'node:path';
import type { Input } from '../fs/inputs.js';
import { repositoryFiles } from '../fs/repository-files.js';
import type { Linted } from '../lint/fix.js';
import { type LintResult, lint } from '../lint/lint.js';
import { UserError } from '../model/errors.js';
import { type Files, noFiles } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { Verdict } from '../model/verdict.js';
import { isList, isReadmeFile } from '../parse/is-list.js';
import { anchorsOf, type Document, readDocument } from '../pipeline/read-list.js';
import type { ClientSettings } from './client-settings.js';
import { type IncrementalLinter, openIncrementalLinter } from './incremental-lint.js';
import { type FolderSettings, settingsIn } from './settings.js';

/** A document that is open in an editor, as it was read last. */
export interface DocumentReading {
  /** The editor's number of the text that was read. */
  readonly version: number;
  readonly text: string;
  readonly list: List;
  readonly files: Files;
  readonly folder: FolderSettings;
  readonly result: LintResult;
  /** Lints another text of the same document, as it would be. */
  readonly relint: (text: string) => Linted;
}

/** Why a document was not read: a sentence, for its first line; null for what is no list, of which no one wants to hear. */
export interface UnreadDocument {
  readonly version: number;
  readonly why: string | null;
}

/** Where a document is. */
export interface DocumentFolder {
  /** As reports would name it. */
  readonly path: string;
  /** Absolute; null for what is on no disk. */
  readonly file: string | null;
  /** The folder that the editor works in. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

/** One open document. */
export interface EditorDocument {
  readonly home: DocumentFolder;
  /** Verdicts of this session by URL as written. */
  readonly verdicts: Map<string, Verdict>;
  /** When those were asked that this session has asked, in epoch milliseconds. */
  readonly asked: Map<string, number>;
  /** URLs that the text had when it was opened: what is not among them was added since. */
  readonly first: ReadonlySet<string>;
  /** What was read last; null before the first time, and where it could not be read. */
  readonly reading: DocumentReading | null;
  /** What can be said of a text at once, built on the last full reading; null where that is quick enough itself, or alone can tell. */
  glance(text: string): readonly Finding[] | null;
  /** Reads a text; `again` also reads the configuration and what is next to the list again. */
  read(
    text: string,
    version: number,
    client: ClientSettings,
    reread: boolean,
  ): Promise<DocumentReading | UnreadDocument>;
}

/** Opens a document. */
export function openDocument(home: DocumentFolder): EditorDocument {
  const verdicts = new Map<string, Verdict>();
  let known: { readonly document: Document; readonly folder: FolderSettings } | null = null;
  let reading: DocumentReading | null = null;
  let first: ReadonlySet<string> | null = null;
  let glance: IncrementalLinter | null = null;

  const lintWith = (list: List, { document, folder }: NonNullable<typeof known>): LintResult => {
    const { rules, exceptions } = document.settings;
    return lint(list, { rules, exceptions, files: document.files, verdicts, known: folder.rules });
  };

  return {
    home,
    verdicts,
    asked: new Map(),
    get first() {
      return first ?? new Set();
    },
    get reading() {
      return reading;
    },
    glance(text) {
      if (reading === null || known === null || known.document.entries !== null || text.length < quick) return null;
      const { list, files, folder, result } = reading;
      const { findings } = result;
      glance ??= openIncrementalLinter({
        list,
        findings,
        rules: known.document.settings.rules,
        files,
        known: folder.rules,
        verdicts,
        exceptions: known.document.settings.exceptions,
      });
      return glance.at(text);
    },
    async read(text, version, client, reread) {
      glance = null;
      try {
        if (text.length > mostLength)
          throw new UserError(
            `${home.path}: too large for the language server (maximum ${mostLength / 1_000_000} MB); run \`listwright lint\` instead`,
          );
        let list: List | null = null;
        if (known === null || reread) {
          known = await settle(home, text, client);
          list = known.document.list;
        }
        const { document, folder } = known;
        list ??= document.reread(text);
        if (!isList(home.path, list, folder.settings.configFile !== null)) {
          reading = null;
          return { version, why: null };
        }
        first ??= new Set(list.links.map(({ url }) => url));
        const now = known;
        const result = lintWith(list, now);
        const whole = list;
        const relint = (next: string): Linted => {
          const other = next === text ? whole : document.reread(next);
          return { list: other, findings: (other === whole ? result : lintWith(other, now)).findings };
        };
        reading = { version, text, list, files: document.files, folder, result, relint };
        return reading;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        reading = null;
        known = null;
        return { version, why: isReadmeFile(home.path) ? error.message : null };
      }
    },
  };
}

/** Longer texts would keep the editor waiting for minutes; UTF-16 units. */
const mostLength = 5_000_000;

/** Shorter texts are read in full as fast as one types; UTF-16 units. */
const quick = 50_000;

async function settle(home: DocumentFolder, text: string, client: ClientSettings) {
  const file = home.file ?? `${home.root}/README.md`;
  const folder = await settingsIn(file, home.file === null ? home.root : rootOf(home), client, home.env);
  const input: Input = { path: home.path, file, stdin: home.file === null, remote: null };
  const files = home.file === null ? noFiles : repositoryFiles(file, anchorsOf);
  return { folder, document: await readDocument({ input, text, files }, folder.settings, 'rereads') };
}

/** A file outside of the workspace has its own folder to be at home in. */
function rootOf({ file, root }: DocumentFolder): string {
  return file?.startsWith(root) ? root : dirname(file ?? root);
}
