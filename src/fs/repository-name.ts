import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A configuration of git that is larger than this is not read. */
const maxBytes = 65_536;

/**
 * The name of the repository around a file, as its remote `origin` has it, else as its folder is called; null where there is no
 * repository. Runs no git, and reads nothing but `.git/config`.
 */
export function repositoryName(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    const facts = lstatSync(git, { throwIfNoEntry: false });
    if (facts?.isDirectory()) return originName(join(git, 'config')) ?? basename(folder);
    if (facts?.isFile()) return basename(folder);
    if (dirname(folder) === folder) return null;
  }
}

function originName(config: string): string | null {
  const facts = lstatSync(config, { throwIfNoEntry: false });
  if (!facts?.isFile() || facts.size > maxBytes) return null;
  try {
    const origin = /^\[remote "origin"\]\s*\n((?:(?!\[).*\n?)*)/m.exec(readFileSync(config, 'utf8'))?.[1] ?? '';
    const url = /^\s*url\s*=\s*(\S+)/m.exec(origin)?.[1] ?? '';
    return /([^/:\s]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? null;
  } catch {
    return null;
  }
}
