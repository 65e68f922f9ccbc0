import { replaceText } from '../fs/write.js';
import { UserError } from '../model/errors.js';
import { plural } from '../text/plural.js';
import type { FixedFile } from './lint-list.js';

/** Takes a sentence for standard error. */
export type Notify = (sentence: string) => void;

/** Writes the fixed files; false when one could not be written, which is reported. The others are written all the same. */
export async function writeFixes(files: readonly FixedFile[], notify: Notify): Promise<boolean> {
  let written = true;
  for (const { input, before, after, applied, data } of files) {
    if (after === before && data.length === 0) continue;
    try {
      // The list can be rendered again from its data.
      for (const one of data) {
        await replaceText(one.file, one.path, one.before ?? '', one.after);
        notify(`${one.path}: written with the same fixes`);
      }
      await replaceText(input.file, input.path, before, after);
      notify(`${input.path}: ${plural(applied, 'fix', 'fixes')} applied`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      written = false;
      notify(error.message);
    }
  }
  return written;
}

/** What fixing would change, as `git apply` takes it; empty where nothing. */
export async function diffOf(files: readonly FixedFile[]): Promise<string> {
  const { unifiedDiff } = await import('../lint/unified-diff.js');
  const all = files.flatMap(({ input: { path }, before, after, data }) => [{ path, before, after }, ...data]);
  const diffs = all.map(({ path, before, after }) => unifiedDiff(path, before, after));
  return (await Promise.all(diffs)).join('');
}
