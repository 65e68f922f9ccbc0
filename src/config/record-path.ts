import { dirname, resolve } from 'node:path';
import type { Settings } from '../model/settings.js';

/** Where the file is that says what was removed from a list: from the folder of the configuration; null where that names none. */
export function recordPath(
  { prune: { record }, configFile }: Pick<Settings, 'prune' | 'configFile'>,
  cwd: string,
): string | null {
  return record === null ? null : resolve(recordFolder(configFile, cwd), record);
}

/** The folder that the path counts from, and does not lead out of. */
export function recordFolder(configFile: string | null, cwd: string): string {
  return configFile === null ? cwd : dirname(resolve(cwd, configFile));
}
