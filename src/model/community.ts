import { posix } from 'node:path';
import type { Files } from './files.js';

/** Folders in which GitHub looks for the files that tell people how a project is run. */
export const communityFolders: readonly string[] = ['.github', '', 'docs'];

const endings = ['.md', '', '.txt', '.rst', '.adoc', '.markdown'];

/** Names that a licence file has, without ending. */
const licences = ['license', 'licence', 'copying', 'unlicense', 'unlicence', 'copyright', 'ofl'];
/** Names of licence files where there is more than one, or where the name says which it is. */
const named = ['cc0', 'cc-by', 'cc-by-4.0', 'cc-by-sa', 'cc-by-sa-4.0', 'docs', 'content', 'text', 'code', 'mit', 'apache'];

/** The files of a name in some folders, in any case and with any usual ending, as they are spelled. */
export function filesNamed(name: string, folders: readonly string[], files: Files): readonly string[] {
  return folders.flatMap((folder) =>
    endings.flatMap((ending) => {
      const path = files.nearest(posix.join(folder, name + ending));
      return path !== null && files.kind(path) === 'file' ? [path] : [];
    }),
  );
}

/** The licence files of a repository; a folder of licences counts as one. */
export function licenceFiles(files: Files): readonly string[] {
  const plain = licences.flatMap((name) => filesNamed(name, [''], files));
  const marked = named.flatMap((name) =>
    [`license-${name}`, `licence-${name}`, `license_${name}`, `${name}-license`].flatMap((each) =>
      filesNamed(each, [''], files),
    ),
  );
  const folder = ['LICENSES', 'LICENCES'].flatMap((name) => files.nearest(name) ?? []);
  return [...plain, ...marked, ...folder];
}
