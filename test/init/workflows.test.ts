import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import facts from '../../package.json' with { type: 'json' };
import { workflowFiles } from '../../src/init/workflows.js';

interface Workflow {
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>
  >;
}
const kinds = ['pull-request', 'comment', 'audit'] as const;
const read = (defaultBranch: string): readonly Workflow[] =>
  workflowFiles({ defaultBranch, kinds }).map(({ text }) => parse(text) as Workflow);

describe('the issue form that init writes', () => {
  const files = workflowFiles({ defaultBranch: 'main', kinds: ['issue-form'] });

  test('comes with its workflow, which may comment and no more', () => {
    expect(files.map(({ path }) => path)).toEqual([
      '.github/workflows/listwright-issue.yml',
      '.github/ISSUE_TEMPLATE/new-entry.yml',
    ]);
    const workflow = parse(files[0]?.text ?? '') as {
      readonly on: unknown;
      readonly permissions: object;
      readonly jobs: Record<string, { readonly permissions: object }>;
    };
    expect(workflow).toMatchObject({ on: { issues: { types: ['opened', 'edited'] } }, permissions: {} });
    expect(workflow.jobs.answer?.permissions).toEqual({ contents: 'read', issues: 'write' });
  });

  test('runs this version, and nothing that an issue says', () => {
    const text = files[0]?.text ?? '';
    const runs = [...text.matchAll(/^ +run: (.*)$/gm)].map(([, run]) => run);
    expect(runs).toEqual([
      `npx --yes listwright@${facts.version} add --issue "$GITHUB_EVENT_PATH" --post comment || [ $? -eq 1 ]`,
    ]);
    expect(text).not.toMatch(/\$version|\$default-branch/);
  });

  test('is a form as GitHub takes it', () => {
    const form = parse(files[1]?.text ?? '') as {
      readonly name: string;
      readonly body: readonly { readonly id: string }[];
    };
    expect(form.name).toBe('New entry');
    expect(new Set(form.body.map(({ id }) => id)).size).toBe(form.body.length);
  });

  test('is written only where it is named', () => {
    expect(workflowFiles({ defaultBranch: 'main', kinds }).some(({ path }) => path.includes('ISSUE'))).toBe(false);
  });
});

describe('the workflows that init writes', () => {
  test('stand where GitHub looks for them', () => {
    expect(workflowFiles({ defaultBranch: 'main', kinds: ['audit'] }).map(({ path }) => path)).toEqual([
      '.github/workflows/listwright-audit.yml',
    ]);
  });

  test.each(['main', 'trunk', 'release/2.x', "o'hara: x", '{a}', '$&'])('name the default branch: %s', (branch) => {
    expect(read(branch)[0]?.on.push?.branches).toEqual([branch]);
  });

  test('take no right at the top but to read, and run nothing but actions', () => {
    for (const { permissions, jobs } of read('main')) {
      expect(Object.values(permissions).every((right) => right === 'read')).toBe(true);
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      expect(steps.every(({ run, uses }) => run === undefined && uses !== undefined)).toBe(true);
    }
  });

  test('pin what others wrote by its commit, and the Action to this version', () => {
    const used = read('main').flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ steps }) => steps.map(({ uses = '' }) => uses)),
    );
    const [own, others] = [true, false].map((isOwn) => used.filter((each) => each.startsWith('listwright/') === isOwn));
    expect(new Set(own)).toEqual(new Set([`listwright/listwright@v${facts.version}`]));
    expect(others?.length).toBeGreaterThan(5);
    for (const each of others ?? []) expect(each).toMatch(/^actions\/[\w-]+(?:\/\w+)?@[0-9a-f]{40}$/);
  });
});
