import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bases, companions } from './bases.js';

/** One defect that awesome-lint 2.3 reports, made from a clean list. */
export interface Fixture {
  /** Unique; names the folder. */
  readonly name: string;
  /** The rule of awesome-lint that reports it, as its messages name it. */
  readonly theirs: string;
  /** The rules that report it here under `awesome-strict`; one of them is enough. Empty for an exception. */
  readonly ours: readonly string[];
  /** Default: `flat`. */
  readonly base?: keyof typeof bases;
  /** Each text occurs once in the list, and is replaced. */
  readonly edits?: readonly (readonly [from: string, to: string])[];
  /** Default: `readme.md`. */
  readonly path?: string;
  /** Files besides the list, on top of the usual ones; null removes one. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** What GitHub's API says of the repository, where that is the defect. */
  readonly github?: Readonly<Record<string, unknown>>;
  /** The remote of the repository; null for a repository without one. Default: one on GitHub. */
  readonly remote?: string | null;
  /** True for what is a warning in both. */
  readonly warns?: boolean;
  /** Why it passes here; only for what `ours` is empty. */
  readonly exception?: string;
}

/** The text of a fixture's list. Throws for an edit whose text does not occur exactly once. */
export function textOf({ name, base = 'flat', edits = [] }: Pick<Fixture, 'name' | 'base' | 'edits'>): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${name}: "${from}" must occur once`);
    return text.replace(from, () => to);
  }, bases[base]);
}

/** Writes a fixture with its files to a folder, and returns the path of the list. */
export async function writeFixture(folder: string, fixture: Omit<Fixture, 'theirs' | 'ours'>): Promise<string> {
  const path = join(folder, fixture.path ?? 'readme.md');
  const files = Object.entries({ ...companions, ...fixture.files, [fixture.path ?? 'readme.md']: textOf(fixture) });
  for (const [name, text] of files) {
    if (text === null) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return path;
}
