import { posix } from 'node:path';
import type { Files } from './files.js';
import type { List } from './list.js';

/** Folders in which GitHub looks for the files that tell people how a project is run. */
export const communityFolders: readonly string[] = ['.github', '', 'docs'];

const endings = ['.md', '', '.txt', '.rst', '.adoc', '.markdown'];

/** Names that a licence file has, without ending. */
const licences = ['license', 'licence', 'copying', 'unlicense', 'unlicence', 'copyright', 'ofl'];
/** What follows in the names of licence files where there is more than one. */
const marked = ['cc0', 'cc-by', 'cc-by-4.0', 'cc-by-sa', 'docs', 'content', 'code', 'mit', 'apache'];

/** Addresses that stand in well-known codes of conduct, each with the owner who answers there. */
const strangers: ReadonlyMap<string, string> = new Map([
  ['sindresorhus@gmail.com', 'sindresorhus'],
  ['opensource@github.com', 'github'],
]);

/** The files of a name in some folders, in any case and with any usual ending, as they are spelled. */
export function filesNamed(
  name: string,
  folders: readonly string[],
  files: Files,
  among: readonly string[] = endings,
): readonly string[] {
  return folders.flatMap((folder) =>
    among.flatMap((ending) => {
      const path = files.nearest(posix.join(folder, name + ending));
      return path !== null && files.kind(path) === 'file' ? [path] : [];
    }),
  );
}

/** The licence files of a repository; a folder of licences counts as one. */
export function licenceFiles(files: Files): readonly string[] {
  const plain = licences.flatMap((name) => filesNamed(name, [''], files));
  const others = marked.flatMap((mark) =>
    ['license', 'licence'].flatMap((name) => filesNamed(`${name}-${mark}`, [''], files, ['', '.md', '.txt'])),
  );
  const folder = ['LICENSES', 'LICENCES'].flatMap((name) => files.nearest(name) ?? []);
  return [...plain, ...others, ...folder];
}

/** GitHub shows the one in `.github` before that in the root, and one in `docs` only where there is no other. */
export function isReadme(file: string, files: Files): boolean {
  const { folder } = files;
  if (!/^readme\.md$/i.test(file) || !communityFolders.includes(folder)) return false;
  return folder !== 'docs' || filesNamed('readme', ['', '.github'], files).length === 0;
}

/** A list that nobody sees on the first page of its repository, because no file there is the readme. */
export function isMisnamed(file: string, { title, entries }: List, files: Files): boolean {
  if (files.folder !== '' || /^readme\.md$/i.test(file) || entries.length === 0) return false;
  const isMeant = /^readme\.\w+$/i.test(file) || /^awesome\b/i.test(file) || /^awesome\b/i.test(title ?? '');
  const isShown = filesNamed('readme', communityFolders, files).some((one) => one !== file);
  return isMeant && !/^readme[-_.]\w+\./i.test(file) && !isShown;
}

/** What a code of conduct has left from the template it was made of: an open place, or the address of someone else; null for nothing. */
export function leftOver(code: string, repository: string | null): string | null {
  const open = /\[(?:INSERT|YOUR)[A-Z _-]*\]/.exec(code);
  if (open !== null) return open[0];
  const owner = repository?.split('/')[0];
  if (owner === undefined) return null;
  const written = code.toLowerCase();
  return [...strangers].find(([address, whose]) => whose !== owner && written.includes(address))?.[0] ?? null;
}
