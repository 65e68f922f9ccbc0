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
