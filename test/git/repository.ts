import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The environment without what a run inside GitHub Actions or inside a hook of git would bring. */
export const bare: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^G(?:IT|ITHUB)_/.test(name)),
);

/** A folder with a repository in it. */
export interface Repository {
  readonly root: string;
  /** Runs git; its output without the final newline. */
  git(...args: string[]): string;
  /** Writes files of the work tree, and gives the absolute path of the first. */
  write(files: Readonly<Record<string, string | Uint8Array>>): string;
  /** Writes files, adds all there is, and gives the commit. */
  commit(files?: Readonly<Record<string, string | Uint8Array>>): string;
}

/** A new folder in the temporary one. */
export const folder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'listwright-changes-')));

/** No signatures, no other process in the background, and nothing that waits for the disk. */
const settings = [
  ...['user.name=Potter', 'user.email=potter@clay.test', 'commit.gpgSign=false', 'protocol.file.allow=always'],
  ...['core.autocrlf=false', 'core.logAllRefUpdates=true', 'core.fsync=none', 'gc.auto=0', 'maintenance.auto=false'],
].flatMap((setting) => ['-c', setting]);

const prepared = new Map<string, string>();

/** A copy of a repository that is made once for each key: to start git takes most of the time of such tests. */
export function copyOf(key: string, make: () => Repository): Repository {
  const from = prepared.get(key) ?? make().root;
  prepared.set(key, from);
  const to = folder();
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  return repository(to);
}

function initialized(): Repository {
  const made = repository(folder());
  made.git('init', '-q', '-b', 'main', '--template=');
  return made;
}

/** The repository of a folder; a new one where none is named. */
export function repository(at?: string): Repository {
  if (at === undefined) return copyOf('', initialized);
  const git = (...args: string[]): string =>
    execFileSync('git', [...settings, ...args], {
      cwd: at,
      env: bare,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).replace(/\n$/, '');
  const write = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const paths = Object.entries(files).map(([path, text]) => {
      const file = join(at, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    });
    return paths[0] ?? at;
  };
  const commit = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
    write(files);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'A change');
    const [, hash = ''] =
      readFileSync(join(at, '.git/logs/HEAD'), 'utf8').trimEnd().split('\n').at(-1)?.split(' ') ?? [];
    return hash;
  };
  return { root: at, git, write, commit };
}

/** A repository whose only commit has these files. */
export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  return copyOf(`commit ${JSON.stringify(files)}`, () => {
    const made = repository();
    made.commit(files);
    return made;
  });
}

/** A repository on the branch of a pull request, whose base has these files. */
export function pullRequestTo(files: Readonly<Record<string, string>>): Repository {
  return copyOf(`pull request ${JSON.stringify(files)}`, () => {
    const made = repositoryWith(files);
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    made.git('checkout', '-q', '-b', 'change');
    return made;
  });
}
