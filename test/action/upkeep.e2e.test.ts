import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { untickedKeys, withBox } from '../../src/action/checkboxes.js';
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

test('an unticked entry keeps its facts, and no other entry with its URL is kept', async () => {
  const twin = row('Anagama').replace('Anagama', 'Anagama Lid');
  const list = text.replace(row('Anagama'), row('Anagama') + twin);
  hub = await openRepository({ name: 'potters/awesome-pots', head: commit, files: { 'README.md': list }, pulls: [] });
  await audit(list, ['Anagama']);
  const [prune, refresh] = [pullOf('Remove 2 broken entries'), pullOf('Refresh 1 fact')];
  Object.assign(prune ?? {}, { body: prune?.body?.replace(/- \[x\](.*Anagama Lid)/, '- [ ]$1') });
  Object.assign(refresh ?? {}, { body: refresh?.body?.replace(/- \[x\](.*Downdraft)/, '- [ ]$1') });
  await audit(list, ['Anagama']);
  const until = ago(-365).slice(0, 10);
  const comment = (name: string) => ` <!-- listwright-except ${name} until ${until}: unchecked in a pull request -->\n`;
  expect(filesOf('prune')['README.md']).toBe(
    list.replace(row('Anagama'), '').replace(twin, twin.replace('\n', comment('prune'))),
  );
  const rows = prune?.body?.match(/^- \[.*$/gm) ?? [];
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^- \[ \] Anagama Lid \(.*README\.md:8, Kilns.*: the link has been broken since/);
  expect(rows[1]).toMatch(/^- \[x\] Anagama \(/);
  const downdraft = row('Downdraft');
  expect(filesOf('refresh')['README.md']).toBe(list.replace(downdraft, downdraft.replace('\n', comment('refresh'))));
  expect(refresh?.body).toMatch(/- \[ \] .*Downdraft: stars 40 → 900/);
  expect((await audit(filesOf('refresh')['README.md'] ?? '', [])).stdout).toContain(
    'pull request to refresh was closed',
  );
});

test('a description keeps only the entries of its own lines that are not ticked', () => {
  const key = '0123456789abcdef';
  expect(untickedKeys(withBox(false, '`Tea`', key))).toEqual(new Set([key]));
  expect(untickedKeys(withBox(true, '`Tea`', key)).size).toBe(0);
  const line = withBox(false, 'a', key);
  for (const other of ['- [ ] no key', line.replace('f -->', 'g -->'), `x ${line}`, line.replace('- [ ] ', '')])
    expect(untickedKeys(other).size).toBe(0);
  expect(untickedKeys(`${line}\n`.repeat(50_000)).size).toBe(1);
});
