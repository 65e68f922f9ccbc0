import type { NewFile } from '../fs/write-all.js';
import type { FormField } from '../grammar/form-fields.js';
import { version } from '../model/version.js';
import { templates } from './templates.js';

/** What a workflow is for. */
export type WorkflowKind = 'pull-request' | 'comment' | 'audit' | 'issue-form';

/** The commit of the Action that belongs to this version; the build of a release knows it. */
declare const ACTION_COMMIT: string | undefined;
const commit = typeof ACTION_COMMIT === 'string' && /^[0-9a-f]{40}$/.test(ACTION_COMMIT) ? ACTION_COMMIT : null;

/** The workflows of the given kinds, by their paths from the top of the repository, and the issue form that one of them answers. The Action is pinned to the commit of this version where that is known. */
export function workflowFiles({
  defaultBranch,
  kinds,
  fields = [],
}: {
  readonly defaultBranch: string;
  readonly kinds: readonly WorkflowKind[];
  /** What the form has questions for, besides the usual. */
  readonly fields?: readonly FormField[];
}): readonly NewFile[] {
  // YAML takes JSON for what is no plain word.
  const branch = /^[\w][\w./-]*$/.test(defaultBranch) ? defaultBranch : JSON.stringify(defaultBranch);
  const form = { path: `.github/ISSUE_TEMPLATE/${templates['new-entry'].name}`, text: formText(fields) };
  const workflows = kinds.map((kind) => {
    const { name, text } = templates[kind];
    const own =
      commit === null ? `listwright/listwright@v${version}$1` : `listwright/listwright@${commit} # v${version}`;
    return {
      path: `.github/workflows/${name}`,
      text: text
        .replaceAll('$default-branch', () => branch)
        .replaceAll('$version', version)
        .replace(/listwright\/listwright@v[\d.]+(.*)/g, own),
    };
  });
  return kinds.includes('issue-form') ? [...workflows, form] : workflows;
}

/** The issue form, with a question for each field. YAML takes JSON for the words. */
function formText(fields: readonly FormField[]): string {
  const questions = fields.map(({ name, label, values, isRepeated, isRequired }) => {
    const hint = isRepeated ? 'One or several, separated by commas' : '';
    const allowed = values === null ? '' : `${hint === '' ? 'One' : ': any'} of ${values.join(', ')}`;
    const isChoice = values !== null && !isRepeated && new Set(values).size === values.length;
    return [
      `  - type: ${isChoice ? 'dropdown' : 'input'}`,
      `    id: field-${name.toLowerCase()}`,
      '    attributes:',
      `      label: ${JSON.stringify(label)}`,
      ...(isChoice ? [`      options: ${JSON.stringify(values)}`] : []),
      ...(isChoice || hint + allowed === '' ? [] : [`      description: ${JSON.stringify(`${hint}${allowed}.`)}`]),
      ...(isRequired ? ['    validations:', '      required: true'] : []),
      '',
    ].join('\n');
  });
  return templates['new-entry'].text + questions.join('');
}
