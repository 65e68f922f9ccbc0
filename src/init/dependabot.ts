import { readConfigFiles } from '../fs/config-files.js';
import type { NewFile } from '../fs/write-all.js';
import { templates } from './templates.js';

/** Where Dependabot looks, and where Renovate does, which updates actions unasked. */
const [dependabot, renovate] = [
  ['.github/dependabot.yml', '.github/dependabot.yaml'],
  [
    'renovate.json',
    'renovate.json5',
    '.renovaterc',
    '.renovaterc.json',
    '.github/renovate.json',
    '.github/renovate.json5',
  ],
] as const;

/** What keeps the actions of workflows up to date. */
export interface ActionUpdates {
  /** The file to write; null where the repository has one, or Renovate. */
  readonly file: NewFile | null;
  /** What the file that is there lacks, in a sentence; null where nothing is missing. */
  readonly missing: string | null;
}

/** Plans the configuration of Dependabot for the repository at `root`. One that is there is never changed. */
export async function actionUpdates(root: string): Promise<ActionUpdates> {
  const [present] = await readConfigFiles(root, [...dependabot, ...renovate]);
  if (present === undefined) return { file: { path: dependabot[0], text: templates.dependabot.text }, missing: null };
  const isMissing = present.path.includes('dependabot') && !/github-actions/.test(present.text ?? 'github-actions');
  return {
    file: null,
    missing: isMissing
      ? `${present.path} does not update actions; add an entry with \`package-ecosystem: github-actions\``
      : null,
  };
}
