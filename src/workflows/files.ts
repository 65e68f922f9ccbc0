/** STAND-IN: the room that makes the real workflows takes the place of this file. */

/** What a workflow is for. */
export type WorkflowKind = 'pull-request' | 'comment' | 'audit';

const names: Readonly<Record<WorkflowKind, string>> = {
  'pull-request': 'listwright.yml',
  comment: 'listwright-comment.yml',
  audit: 'listwright-audit.yml',
};

/** The workflows of the given kinds, by their paths from the top of the repository. */
export function workflowFiles(options: {
  readonly defaultBranch: string;
  readonly kinds: readonly WorkflowKind[];
}): readonly { readonly path: string; readonly text: string }[] {
  return options.kinds.map((kind) => ({
    path: `.github/workflows/${names[kind]}`,
    text: `name: listwright ${kind}\non: { push: { branches: [${options.defaultBranch}] } }\n`,
  }));
}
