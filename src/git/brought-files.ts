import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import { gitIn, splitFields } from './git.js';

/** As many symbolic links as Linux follows on one path. */
const mostLinks = 40;

/**
 * True where git tracks a file of the work tree, one whose name begins so (a journal, a lock), or a folder above it as a link:
 * a pull request can bring all of these.
 * @param file absolute; there or not
 */
export async function isTracked(file: string, root: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const named = relative(root, file);
  const real = join(await realpath(dirname(file)).catch(() => dirname(file)), basename(file));
  const paths = [named, relative(root, real)].filter((path) => path.split(sep)[0] !== '..');
  if (paths.length === 0) return false;
  const tracked = (await trackedIn(root, env)) ?? [];
  return paths
    .map(comparable)
    .some((path) => tracked.some((one) => one.startsWith(path) || path.startsWith(`${one}/`)));
}

/**
 * Throws a UserError for a file whose path goes through a symbolic link that git tracks: a pull request could choose with it
 * what is overwritten. Links that something else made are followed.
 * @param path absolute or from the working directory; there or not
 */
export async function refuseTrackedLinks(path: string, root: string, env: NodeJS.ProcessEnv): Promise<void> {
  const links = (await linksOn(resolve(path))).map((link) => relative(root, link));
  const inside = links.filter((link) => link.split(sep)[0] !== '..');
  if (inside.length === 0) return;
  const tracked = await trackedIn(root, env);
  const link = inside.find((one) => tracked === null || tracked.includes(comparable(one)));
  if (link === undefined) return;
  throw new UserError(
    `${path}: cannot be written, because a symbolic link of the repository leads elsewhere (\`${link}\`); use a file outside the repository`,
  );
}

/** The symbolic links that the system follows for a path, each where it is. */
async function linksOn(file: string): Promise<readonly string[]> {
  const links: string[] = [];
  const { root } = parse(file);
  let rest = relative(root, file).split(sep);
  let place = root;
  while (rest.length > 0 && links.length < mostLinks) {
    const [name = '', ...others] = rest;
    const next = resolve(place, name);
    const target = await readlink(next).catch(() => null);
    rest = others;
    if (target === null) place = next;
    else {
      links.push(next);
      const end = resolve(place, target);
      place = parse(end).root;
      rest = [...relative(place, end).split(sep), ...others];
    }
  }
  return links;
}

/** What git tracks below a folder, ready to be compared; null where git cannot say. */
async function trackedIn(root: string, env: NodeJS.ProcessEnv): Promise<readonly string[] | null> {
  try {
    const { code, stdout } = await gitIn(root, env)(['ls-files', '-z', '--cached']);
    return code === 0 ? splitFields(stdout).map(comparable) : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Some file systems take letters of either case for the same. */
function comparable(path: string): string {
  return path.split(sep).join('/').toLowerCase();
}
