import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import facts from '../../package.json' with { type: 'json' };

/** What a workflow is for. */
export type WorkflowKind = 'pull-request' | 'comment' | 'audit';

const names: Readonly<Record<WorkflowKind, string>> = {
  'pull-request': 'listwright.yml',
  comment: 'listwright-comment.yml',
  audit: 'listwright-audit.yml',
};

/** The commit of the Action that belongs to this version; the build of a release knows it. */
declare const ACTION_COMMIT: string | undefined;
const commit = typeof ACTION_COMMIT === 'string' && /^[0-9a-f]{40}$/.test(ACTION_COMMIT) ? ACTION_COMMIT : null;

/** The workflows of the given kinds, by their paths from the top of the repository. The Action is pinned to the commit of this version where that is known. */
export function workflowFiles({
  defaultBranch,
  kinds,
}: {
  readonly defaultBranch: string;
  readonly kinds: readonly WorkflowKind[];
}): readonly { readonly path: string; readonly text: string }[] {
  const folder = join(packageFolder(), 'templates');
  // YAML takes JSON for what is no plain word.
  const branch = /^[\w][\w./-]*$/.test(defaultBranch) ? defaultBranch : JSON.stringify(defaultBranch);
  return kinds.map((kind) => {
    const text = readFileSync(join(folder, names[kind]), 'utf8').replaceAll('$default-branch', () => branch);
    const own =
      commit === null
        ? `listwright/listwright@v${facts.version}$1`
        : `listwright/listwright@${commit} # v${facts.version}`;
    return { path: `.github/workflows/${names[kind]}`, text: text.replace(/listwright\/listwright@v[\d.]+(.*)/g, own) };
  });
}

/** Bundled or not, this file lies somewhere below the package's manifest. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
