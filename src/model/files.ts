/** What is next to a list. Paths are relative to the list's root folder, with forward slashes, no leading `./`. */
export interface Files {
  /** False for a file outside a work tree with nothing next to it: its relative links cannot be checked. */
  readonly known: boolean;
  /** True in a work tree of git, where all files of the list's repository are. */
  readonly tracked: boolean;
  /** Folder of the list below the root; empty for the root itself. */
  readonly folder: string;
  /** `owner/name` on GitHub, lower-case; null when it is not known. */
  readonly repository: string | null;
  /** True where git writes the CR LF of the list into the work tree and holds it with LF. */
  readonly converted?: boolean;
  /** What is at the path, compared case-sensitively; null for nothing. */
  kind(path: string): 'file' | 'folder' | null;
  /** The path that differs in case alone; null for none. */
  nearest(path: string): string | null;
  /** The names in a folder, in no particular order; empty if there is no such folder. Omitted if folders cannot be read. */
  readonly names?: (folder: string) => readonly string[];
  /** The text of a file of at most 1 MB; null for what is no readable text. */
  text(path: string): string | null;
  /** The anchors of a Markdown file, lower-case and as written; null when it is no Markdown file. */
  anchors(path: string): ReadonlySet<string> | null;
}

/** No surroundings: standard input, a test, an editor without a folder. */
export const noFiles: Files = {
  known: false,
  tracked: false,
  folder: '',
  repository: null,
  kind: () => null,
  nearest: () => null,
  text: () => null,
  anchors: () => null,
};
