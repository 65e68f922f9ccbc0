import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listwright } from '../cli/command.js';
import { folder, pullRequestTo, type Repository } from '../git/repository.js';
import { githubWeb } from '../web/github.js';
import type { MadeUpRepository } from '../web/github-world.js';
import { type Sites, startWeb, type Web } from '../web/server.js';
import { pluginsOf, recipePage } from './page.js';

/** A pull request to the list of a recipe. */
export interface RecipePull {
  /** The README after it. */
  readonly readme: string;
  readonly title: string;
  readonly body: string;
  /** What GitHub knows of the repositories that are linked. */
  readonly repositories: readonly MadeUpRepository[];
  /** Files that it changes besides. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A recipe, and a pull request for each row of its table. */
export interface Recipe {
  /** The name of its page in docs/recipes. */
  readonly name: string;
  /** The README of the default branch. */
  readonly readme: string;
  /** A pull request that the list would take. */
  readonly good: RecipePull;
  /** By the first cell of each row that works: what is otherwise in a bad pull request, and the rule that reports it. */
  readonly rows: Readonly<Record<string, readonly [rule: string, bad: Partial<RecipePull>]>>;
  /** Rows that another test holds. */
  readonly elsewhere?: Readonly<Record<string, readonly [file: string, name: string]>>;
  /** Services besides GitHub, by host. */
  readonly sites?: Sites;
  /** The exit status of all bad pull requests; not looked at without. */
  readonly status?: number;
  /** The file of the list. Default: `README.md`. */
  readonly file?: string;
  /** A pull request that reports none of the rule, although it is near to the bad one; by row. */
  readonly nearMisses?: Readonly<Record<string, Partial<RecipePull>>>;
}

const day = 86_400_000;

/** A date so many days ago, as the API writes it. */
export const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

const githubHosts = ['api.github.com', 'github.com', 'www.github.com', 'raw.githubusercontent.com'];
/** Other hosts that bad pull requests link to. */
const otherHosts = ['bit.ly', 'drive.google.com', 'kiln.test'];

/** Holds that each row of a recipe's table that says that it works does, with the configuration of the page as it is. */
export function holdsRecipe({
  name,
  readme,
  good,
  rows,
  elsewhere = {},
  nearMisses = {},
  file = 'README.md',
  status,
  sites = {},
}: Recipe): void {
  const { configuration, rows: table } = recipePage(name);
  // All cases share one GitHub, whose repositories are those of the case, and one repository of git.
  const world: { repositories: readonly MadeUpRepository[] } = { repositories: [] };
  let web: Web | null = null;
  let made: Repository | null = null;
  const event = join(folder(), 'event.json');

  beforeAll(async () => {
    web = await startWeb({ ...githubWeb(world).sites, ...sites });
    made = pullRequestTo({ [file]: readme, 'listwright.config.yaml': configuration, ...pluginsOf(configuration) });
  });
  afterAll(() => web?.stop());

  /** Ids of the rules that a pull request is reported for, those of severity `info` left out. */
  async function rulesOf(change: Partial<RecipePull>): Promise<readonly string[]> {
    if (web === null || made === null) throw new Error('not started');
    const pull = { ...good, ...change };
    world.repositories = pull.repositories;
    made.write({ [file]: pull.readme, ...pull.files });
    // The list is compared as it lies here; other files count once git tracks them.
    const isMore = Object.keys(pull.files ?? {}).length > 0;
    if (isMore) made.git('add', '-A');
    writeFileSync(event, JSON.stringify({ pull_request: { title: pull.title, body: pull.body } }));
    const hosts = web
      .connectTo([...githubHosts, ...otherHosts, ...Object.keys(sites)])
      .flatMap((each) => ['--connect-to', each]);
    const args = ['check', '--no-ledger', '--confirm-after', '10ms', '--cacert', web.ca, ...hosts];
    const ended = await listwright(made.root, [...args, '--since', 'auto', '-r', 'json'], {
      env: {
        ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_EVENT_PATH: event },
        GITHUB_TOKEN: 'made-up',
      },
    });
    if (isMore) made.git('reset', '-q', '--hard');
    if (ended.stdout === '') throw new Error(ended.stderr);
    if (status !== undefined) expect(ended.status).toBe(status);
    const { findings } = JSON.parse(ended.stdout) as {
      findings: readonly { readonly rule: string; readonly severity: string }[];
    };
    return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
  }

  describe(`the recipe of ${name}`, () => {
    test('has a test for each row that works', () => {
      const working = table.filter(({ works }) => works === 'yes').map(({ check }) => check);
      expect([...Object.keys(rows), ...Object.keys(elsewhere)].sort()).toEqual([...working].sort());
    });

    test.each(Object.entries(elsewhere))('has another test: %s', (_, [path, title]) => {
      expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toContain(`'${title}'`);
    });

    test('reports nothing of a good pull request', async () => {
      expect(await rulesOf({})).toEqual([]);
    });

    test.each(Object.entries(rows))('%s', async (_, [rule, bad]) => {
      expect(await rulesOf(bad)).toContain(rule);
    });

    for (const [row, change] of Object.entries(nearMisses))
      test(`a near miss: ${row}`, async () => {
        expect(await rulesOf(change)).not.toContain(rows[row]?.[0]);
      });
  });
}
