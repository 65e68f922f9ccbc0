import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { untickedKeys, withKey } from '../../src/action/checkboxes.js';
import { ago, alive, broken, repository, writeLedger } from '../prune/ledger.js';
import { type HubRepository, openRepository } from '../web/hub-repository.js';
import { type Stepped, step, workspace } from './step.js';

const url = (name: string): string => `https://github.com/pots/${name.toLowerCase()}`;
const row = (name: string, stars = '40'): string => `- [${name}](${url(name)}) - Holds a pot. (${stars}★)\n`;
const text = `# Awesome Pots\n\n> Things to put things in.\n\n## Kilns\n\n${['Anagama', 'Bottle', 'Climbing', 'Downdraft'].map((name) => row(name)).join('')}`;
const commit = 'b'.repeat(40);
const config = {
  prune: { record: 'REMOVED.md' },
  refresh: { stars: 10 },
  entries: { format: '- [{name}]({url}) - {description}. ({stars}★)' },
};

let hub: HubRepository;
afterEach(() => hub.close());

async function audit(list: string, dead: readonly string[]): Promise<Stepped> {
  const linted = await step(workspace({ 'README.md': text }), { command: 'lint', 'fail-on': 'never' });
  const report = readFileSync(linted.outputs.report ?? '', 'utf8');
  const folder = workspace({
    'README.md': list,
    'listwright.config.json': JSON.stringify(config),
    'parts/1/report.json': report,
  });
  const ledger = writeLedger(`${folder}-ledger/ledger.jsonl`, [
    ...dead.map((name) => broken(url(name), 40)),
    alive(url('Downdraft'), { facts: repository({ stars: 900 }) }),
  ]);
  const env = { GITHUB_API_URL: hub.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_SHA: commit, GITHUB_REF_NAME: 'main' };
  return step(
    folder,
    { reports: 'parts/*/report.json', ledger, prune: 'true', refresh: 'true', 'fail-on': 'never', token: 'write' },
    { env, event: { repository: { default_branch: 'main' } } },
  );
}

const filesOf = (branch: string): Readonly<Record<string, string>> => {
  const made = hub.commits.get(hub.refs.get(`heads/listwright/${branch}`) ?? '');
  return hub.trees.get(made?.tree ?? '') ?? {};
};
const pullOf = (word: string) => hub.pulls.find(({ title }) => title.includes(word));

test('an audit proposes what to prune, leaves out what is unticked, and withdraws it when nothing is left', async () => {
  hub = await openRepository({ name: 'potters/awesome-pots', head: commit, files: { 'README.md': text }, pulls: [] });
  const first = await audit(text, ['Anagama', 'Bottle']);
  expect([first.status, first.stdout]).toEqual([0, expect.stringContaining('The pull request to prune was opened')]);
  expect(filesOf('prune')['README.md']).toBe(text.replace(row('Anagama'), '').replace(row('Bottle'), ''));
  expect(filesOf('prune')['REMOVED.md']).toMatch(/ \[Anagama\].*\n.* \[Bottle\].*\n$/);
  const pull = pullOf('Remove 2 broken entries');
  expect(pull?.body).toContain(
    `Anagama (\`${url('Anagama')}\`, \`README.md:7, Kilns\`): the link has been broken since ${ago(40).slice(0, 10)}`,
  );

  Object.assign(pull ?? {}, { body: pull?.body?.replace(/- \[x\](.*Bottle)/, '- [ ]$1') });
  const second = await audit(text, ['Anagama', 'Bottle']);
  expect(second.stdout).toContain('The pull request to prune was updated');
  const until = ago(-365).slice(0, 10);
  const kept = row('Bottle').replace(
    '\n',
    ` <!-- listwright-except prune until ${until}: unchecked in a pull request -->\n`,
  );
  expect(filesOf('prune')['README.md']).toBe(text.replace(row('Anagama'), '').replace(row('Bottle'), kept));
  expect(filesOf('prune')['REMOVED.md']).not.toContain('Bottle');
  expect((await audit(text, ['Anagama', 'Bottle'])).stdout).toContain('The pull request to prune is up to date');

  const merged = filesOf('prune')['README.md'] ?? '';
  expect((await audit(merged, ['Anagama', 'Bottle'])).stdout).toContain('The pull request to prune was closed');
  expect(hub.refs.has('heads/listwright/prune')).toBe(false);
});

test('an audit proposes facts that have changed', async () => {
  hub = await openRepository({ name: 'potters/awesome-pots', head: commit, files: { 'README.md': text }, pulls: [] });
  const { stdout } = await audit(text, []);
  expect(stdout).toContain('The pull request to refresh was opened');
  expect(stdout).toContain('There is nothing to prune.');
  expect(filesOf('refresh')['README.md']).toBe(text.replace(row('Downdraft'), row('Downdraft', '900')));
  expect(pullOf('Refresh 1 fact')?.body).toContain('stars 40 → 900');
});

test('a description keeps only the entries of its own lines that are not ticked', () => {
  const hostile = 'https://tea.example/-->(x)?a=b c';
  expect(untickedKeys(withKey('- [ ] `Tea`', hostile))).toEqual(new Set([hostile]));
  expect(withKey('- [ ] `Tea`', hostile).match(/-->/g)?.length).toBe(1);
  expect(untickedKeys(withKey('- [x] `Tea`', hostile)).size).toBe(0);
  for (const line of ['- [ ] no key', '- [ ] a <!-- url:%zz -->', 'x - [ ] a <!-- url:a -->', '<!-- url:a -->'])
    expect(untickedKeys(line).size).toBe(0);
  expect(untickedKeys(`${withKey('- [ ] a', 'https://a.example/')}\n`.repeat(50_000)).size).toBe(1);
});
