/** The files next to a list. Paths are relative to the list's root folder, with forward slashes and without a leading `./`. */
export interface Files {
  /** False for a file outside a work tree with nothing next to it: its relative links cannot be checked. */
  readonly known: boolean;
  /** True in a git work tree that contains all files of the list's repository. */
  readonly tracked: boolean;
  /** Folder of the list below the root; empty for the root itself. */
  readonly folder: string;
  /** `owner/name` on GitHub, lower-case; null when it is not known. */
  readonly repository: string | null;
  /** True if git stores the list with LF and writes CR LF into the work tree. */
  readonly converted?: boolean;
  /** The type of what is at the path, compared case-sensitively; null if nothing is there. */
  kind(path: string): 'file' | 'folder' | null;
  /** A path that differs only in letter case; null for none. */
  nearest(path: string): string | null;
  /** The names in a folder, in no particular order; empty if there is no such folder. Omitted if folders cannot be read. */
  readonly names?: (folder: string) => readonly string[];
  /** The text of a file of at most 1 MB; null if it is not readable text. */
  text(path: string): string | null;
  /** The anchors of a Markdown file, lower-case and as written; null if it is not a Markdown file. */
  anchors(path: string): ReadonlySet<string> | null;
}

/** No files next to the list: for standard input, tests, or an editor without a folder. */
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
