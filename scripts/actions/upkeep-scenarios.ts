import { join } from 'node:path';
import type { MadeUpRepository } from '../../test/web/github-world.js';
import { openRepository } from '../../test/web/hub-repository.js';
import { commitTo, makePull, pushEvent } from './repository.js';
import { type Scenario, type Stage, wrong } from './stage.js';

const long = new Date(Date.now() - 2_000 * 86_400_000).toISOString();

/** Repositories on the made-up GitHub of the stage. */
export const kilns: readonly MadeUpRepository[] = [
  { name: 'kilns/anagama', stars: 240 },
  { name: 'kilns/bottle', stars: 80, pushedAt: long },
  { name: 'kilns/climbing', stars: 82, archivedAt: long },
];

const row = (name: string, url: string, stars: number): string =>
  `- [${name}](${url}) - Burns wood for a week. (${stars}★)\n`;
const anagama = (stars: number): string => row('Anagama', 'https://github.com/kilns/anagama', stars);
const bottle = row('Bottle', 'https://github.com/kilns/bottle', 80);
const climbing = row('Climbing', 'https://github.com/kilns/climbing', 80);
const downdraft = row('Downdraft', 'https://gone.test/', 7);
const listOf = (...rows: readonly string[]): string =>
  `# Awesome Pots\n\n> Things to put things in.\n\n## Kilns (${rows.length})\n\n${rows.join('')}`;

/** The weekly pull requests of `prune` and `refresh`, from the first to the last. */
export function upkeepScenarios({ at, workflows, usual, config, job }: Stage): readonly Scenario[] {
  const path = '.github/workflows/listwright-audit.yml';
  const audit = (workflows[path] ?? '')
    .replaceAll(/# (prune|refresh): true/g, '$1: true')
    .replace('[1, 2, 3, 4]', '[1]')
    .replace('}}/4', '}}/1');
  const settings = {
    ...config,
    entries: { format: '- [{name}]({url}) - {description}. ({stars}★)' },
    deadAfter: { failures: 1, days: 0 },
    prune: { silent: 1095, archived: true, record: 'REMOVED.md' },
    refresh: { stars: 10 },
  };
  return [
    {
      name: 'the audit proposes what to prune and refresh, keeps what is unchecked, and closes both when nothing is left',
      async play() {
        const name = 'upkeep';
        const text = listOf(anagama(120), bottle, climbing, downdraft);
        const files = {
          ...usual,
          [path]: audit,
          'README.md': text,
          'listwright.config.json': JSON.stringify(settings),
        };
        const made = makePull(join(at(name), 'repository'), files, { 'notes.md': 'Nothing.\n' });
        const hub = await openRepository({
          name: 'potters/awesome-pots',
          head: made.merged,
          files: { 'README.md': text },
        });
        let runs = 0;
        const run = (commit: string) => {
          const env = {
            ...{ GITHUB_API_URL: hub.url, GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql' },
            ...{ GITHUB_REF_NAME: 'main', GITHUB_SHA: commit },
          };
          const payload = { schedule: '17 4 * * 1', repository: pushEvent(made).repository };
          const more = { event: 'schedule', payload, token: 'write', env, runId: String(++runs) };
          return job(name, made, { ...more, workflow: 'listwright-audit.yml' });
        };
        const proposed = (branch: string) => {
          const commit = hub.commits.get(hub.refs.get(`heads/listwright/${branch}`) ?? '');
          return hub.trees.get(commit?.tree ?? '') ?? {};
        };
        const pulls = (branch: string) => hub.pulls.filter(({ head }) => head.ref === `listwright/${branch}`);
        const open = (branch: string) => pulls(branch).filter(({ state }) => state === 'open');

        const first = await run(made.merged);
        const [pull] = open('prune');
        const opened = wrong([
          [first.status === 0, `the first audit ended with ${first.status}\n${first.text}`],
          [
            pull?.title === 'Remove 3 broken, archived and inactive entries',
            `the title is ${pull?.title}\n${first.text}`,
          ],
          [proposed('prune')['README.md'] === listOf(anagama(120)), `pruned to ${proposed('prune')['README.md']}`],
          [/\[Downdraft\].*broken since/.test(proposed('prune')['REMOVED.md'] ?? ''), 'the record lacks Downdraft'],
          [open('refresh')[0]?.body.includes('120 → 240') === true, `refresh said ${open('refresh')[0]?.body}`],
          [
            proposed('refresh')['README.md'] === text.replace('120★', '240★'),
            `refreshed to ${proposed('refresh')['README.md']}`,
          ],
        ]);
        if (pull === undefined || opened.length > 0) return opened;

        pull.body = pull.body.replace(/^- \[x\](.*Bottle)/m, '- [ ]$1');
        const second = await run(made.merged);
        const kept = proposed('prune')['README.md'] ?? '';
        const updated = wrong([
          [second.text.includes('The pull request to prune was updated'), `the second audit said\n${second.text}`],
          [open('prune').length === 1 && pulls('prune').length === 1, 'there is more than one pull request'],
          [
            open('prune')[0]?.title === 'Remove 2 broken and archived entries',
            `the title is ${open('prune')[0]?.title}`,
          ],
          [/\[Bottle\].*<!-- listwright-except prune until \d{4}-\d\d-\d\d: .* -->/.test(kept), `kept was ${kept}`],
          [/^- \[ \] .*kilns\/bottle/m.test(open('prune')[0]?.body ?? ''), 'the line is checked again'],
        ]);
        if (updated.length > 0) return updated;

        const merged = kept.replace('120★', '240★');
        const record = proposed('prune')['REMOVED.md'] ?? '';
        const commit = commitTo(made, { 'README.md': merged, 'REMOVED.md': record }, 'Merge both');
        hub.trees.set('merged', { 'README.md': merged, 'REMOVED.md': record });
        hub.commits.set(commit, { sha: commit, tree: 'merged', parents: [], author: 'keeper' });
        const third = await run(commit);
        await hub.close();
        return wrong([
          [third.status === 0, `the third audit ended with ${third.status}\n${third.text}`],
          [hub.pulls.every(({ state }) => state === 'closed'), `a pull request stayed open\n${third.text}`],
          [
            ![...hub.refs.keys()].some((ref) => /prune|refresh/.test(ref)),
            `branches: ${[...hub.refs.keys()].join(' ')}`,
          ],
        ]);
      },
    },
  ];
}
