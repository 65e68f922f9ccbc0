import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOf, listwright } from '../cli/command.js';
import { recipeNames, recipePage, workflowsOf } from './page.js';
import { kept, readmeOf } from './pots.js';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A workflow as GitHub reads it. */
interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | readonly object[] | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
/** The inputs that the steps with our Action have. */
const givenIn = (workflow: Workflow) =>
  stepsOf(workflow).flatMap(({ uses, with: given = {} }) => (uses?.startsWith('listwright/') === true ? [given] : []));

test('at least nine of ten rows of the recipes work, and the others say why not', () => {
  const rows = recipeNames.flatMap((name) => recipePage(name).rows);
  expect(rows.filter(({ works }) => works === 'yes').length / rows.length).toBeGreaterThanOrEqual(0.9);
  for (const { works } of rows) expect(works).toMatch(/^yes$|^no, ./);
});

describe.each(recipeNames)('the recipe of %s', (name) => {
  const { text, configuration } = recipePage(name);
  const workflows = workflowsOf(text);
  const read = (file: string) => (workflows.has(file) ? (parse(workflows.get(file) ?? '') as Workflow) : null);
  const [pull, comment, audit] = ['listwright.yml', 'listwright-comment.yml', 'listwright-audit.yml'].map(read);
  const settings = parse(configuration) as {
    readonly prune?: object;
    readonly refresh?: object;
    readonly pullRequest?: {
      readonly labels?: Readonly<Record<string, string>>;
      readonly removed?: unknown;
      readonly title?: string;
      readonly links?: object;
      readonly checkboxes?: unknown;
    };
  };

  test('is in the index and has a test', () => {
    expect(recipePage('README').text).toContain(`(${name}.md)`);
    expect(readdirSync(fileURLToPath(new URL('.', import.meta.url)))).toContain(`${name}.e2e.test.ts`);
  });

  test('has the workflows that its command writes, with what the configuration needs', async () => {
    const [, args = ''] = /^npx listwright (init .+)$/m.exec(text) ?? [];
    const root = folderOf({ 'README.md': readmeOf(kept), '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await listwright(root, args.split(' '))).toMatchObject({ status: 0 });
    expect([...workflows.keys()].sort()).toEqual(readdirSync(join(root, '.github/workflows')).sort());
    const own =
      /^ *(?:types: \[opened.*|paths: \||labels: \||prune: true|refresh: true|fetch-depth: 0|# All commits,.*)$/;
    for (const [file, yaml] of workflows) {
      const written = readFileSync(join(root, '.github/workflows', file), 'utf8');
      const lines = new Set(written.split('\n'));
      const added = yaml.split('\n').filter((line) => !lines.has(line) && !own.test(line));
      const { labels = {} } = settings.pullRequest ?? {};
      const values = [...Object.values(labels), 'books/*.md', 'courses/*.md'];
      expect(added.filter((line) => !values.includes(line.trim()))).toEqual([]);
    }
  });

  test('has workflows that GitHub runs, with no more rights than they need', () => {
    expect(Object.keys(pull?.on ?? {}).sort()).toEqual(['pull_request', 'push']);
    expect(pull?.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(comment?.on ?? {})).toEqual(['workflow_run']);
    expect(comment?.permissions).toEqual({});
    expect(comment?.jobs.comment?.permissions).toEqual({
      ...{ actions: 'read', contents: 'read', 'pull-requests': 'write' },
    });
    if (audit) expect(audit.permissions).toEqual({});
    for (const workflow of [pull, comment, audit].flatMap((each) => each ?? [])) {
      expect(givenIn(workflow).length).toBeGreaterThan(0);
      for (const given of givenIn(workflow))
        expect(Object.keys(given).filter((name) => !(name in action.inputs))).toEqual([]);
      for (const { uses = '' } of stepsOf(workflow))
        if (!uses.startsWith('listwright/')) expect(uses).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
    }
    // The comment waits for the run by its name.
    expect(workflows.get('listwright-comment.yml')).toContain('workflows: [listwright]');
    expect(workflows.get('listwright.yml')).toMatch(/^name: listwright$/m);
  });

  test('has in the workflows what the configuration needs', () => {
    const { labels, removed, title, links, checkboxes } = settings.pullRequest ?? {};
    const types = (pull?.on.pull_request as { readonly types?: readonly string[] } | null)?.types;
    const readsText = [title, links, checkboxes].some((each) => each !== undefined);
    expect(types).toEqual(readsText ? ['opened', 'synchronize', 'reopened', 'edited'] : undefined);
    const [given] = comment ? givenIn(comment) : [];
    expect(given?.labels).toBe(labels === undefined ? undefined : `${Object.values(labels).join('\n')}\n`);
    const depth = pull ? stepsOf(pull).find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with : {};
    expect(depth?.['fetch-depth'] === 0).toBe(removed !== undefined);
    const upkeep = audit ? givenIn(audit).find(({ issue }) => issue === true) : undefined;
    expect([upkeep?.prune, upkeep?.refresh]).toEqual([
      settings.prune === undefined ? undefined : true,
      settings.refresh === undefined ? undefined : true,
    ]);
    if (settings.prune !== undefined || settings.refresh !== undefined) expect(upkeep).toBeDefined();
  });
});
