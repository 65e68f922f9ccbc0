import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { cacheFolder, ledgerIn } from '../fs/cache-folder.js';
import { reasonOf } from '../fs/read.js';
import { gitIn } from '../git/git.js';
import { thrownText } from '../text/thrown.js';
import { type Diagnosis, type DoctorWorld, fact } from './diagnosis.js';

/** Whether Node is as new as the package asks. */
export function nodeDiagnosis({ nodeVersion }: Pick<DoctorWorld, 'nodeVersion'>): Diagnosis {
  const needed = manifest.engines.node.replace(/^>=/, '');
  if (isAtLeast(nodeVersion, needed)) return fact('node', `Node ${nodeVersion}`);
  return {
    ...fact('node', `Node ${nodeVersion} is older than ${needed}`, 'error'),
    advice: 'install a newer Node, or use the single executable, which needs none',
  };
}

function isAtLeast(version: string, needed: string): boolean {
  const [given, least] = [version, needed].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (given?.[index] ?? 0) - (least?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Whether there is git, and a repository with the history that `--since` needs. */
export async function gitDiagnosis({ cwd, env }: Pick<DoctorWorld, 'cwd' | 'env'>): Promise<Diagnosis> {
  const git = gitIn(cwd, env);
  const ask = async (...args: string[]): Promise<string> => {
    const { code, stdout } = await git(args);
    return code === 0 ? stdout.toString('utf8').trim() : '';
  };
  try {
    const version = (await ask('version')).replace(/^git version /, '');
    if ((await ask('rev-parse', '--is-inside-work-tree')) !== 'true')
      return fact(
        'git',
        `git ${version}; this folder is not in a repository, so --since and --staged do not work`,
        'info',
      );
    if ((await ask('rev-parse', '--is-shallow-repository')) === 'true')
      return {
        ...fact(
          'git',
          `git ${version}; the history of this repository is shallow, so --since may not find its base`,
          'warning',
        ),
        advice: 'fetch more of it: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow',
      };
    return fact('git', `git ${version}, in a repository`);
  } catch (error) {
    return {
      ...fact('git', thrownText(error), 'warning'),
      advice:
        'install git to use --since and --staged, and the history of sections in `add`; without git, lint and link checks work',
    };
  }
}

/** Whether the folder for verdicts and lint results can be written. */
export async function cacheDiagnosis({ env }: Pick<DoctorWorld, 'env'>): Promise<Diagnosis> {
  const folder = join(cacheFolder(env), 'listwright');
  const advice = 'set XDG_CACHE_HOME to a folder that you can write, or pass --no-ledger and --no-cache';
  const unusable = (why: string): Diagnosis => ({
    ...fact('cache', `the cache folder ${folder} cannot be written: ${why}`, 'error'),
    advice,
  });
  try {
    // The folder is made when it is first needed; until then, the nearest one above it counts.
    let at = folder;
    let facts = await stat(at).catch(missing);
    while (facts === null && dirname(at) !== at) {
      at = dirname(at);
      facts = await stat(at).catch(missing);
    }
    if (facts?.isDirectory() !== true) return unusable(`${at} is not a folder`);
    await access(at, constants.W_OK);
    const ledger = await stat(ledgerIn(env)).catch(missing);
    return fact('cache', `${folder}, ${ledger === null ? 'no ledger yet' : `ledger ${sizeOf(ledger.size)}`}`);
  } catch (error) {
    return unusable(reasonOf(error as NodeJS.ErrnoException));
  }
}

function missing(error: NodeJS.ErrnoException): null {
  // A file where a folder should be is found one step further up.
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
