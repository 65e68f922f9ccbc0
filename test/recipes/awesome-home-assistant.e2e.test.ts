import { expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';
import { githubWeb } from '../web/github.js';
import { startWeb } from '../web/server.js';
import { recipePage } from './page.js';
import { kept, only, oven, readmeOf, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

const [first = '', second = '', third = ''] = kept;
const changed = (from: string, to: string) => ({ readme: withEntry(oven.replace(from, to)) });
const inSection = (title: string): { readonly readme: string } => ({
  readme: readmeOf(kept, `\n## ${title}\n\n${oven}\n`),
});

holdsRecipe({
  name: 'awesome-home-assistant',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body: '', ...only({}) },
  rows: {
    'the repository is at least six months old': ['repo-age', only({ createdAt: ago(179) })],
    'pushed within 18 months': ['repo-activity', only({ pushedAt: ago(541) })],
    'a license approved by the OSI': ['repo-license', only({ license: 'CC-BY-4.0' })],
    'a Creative Commons license for other lists': [
      'repo-license',
      { ...inSection('Other Awesome Lists'), ...only({ license: 'CC-BY-NC-4.0' }) },
    ],
    'no license is needed for public configurations': ['repo-license', only({ license: null })],
    'not archived': ['link-archived', only({ archivedAt: ago(9) })],
    'the repository exists': ['link-broken', { repositories: [] }],
    'at least ten stars, otherwise a warning': ['repo-popularity', only({ stars: 9 })],
    'URLs use https': ['url-https', changed('https://github.com', 'http://kiln.test')],
    'no shortened URLs': ['url-no-shortener', changed('github.com/clay', 'bit.ly')],
    'no tracking parameters': ['url-no-tracking', changed('/oven', '/oven?utm_source=letter')],
    'no duplicates': ['no-duplicate-url', { readme: withEntry(oven.replace('clay/oven', 'clay/kiln')) }],
    'one format of entries, with or without `(1,234★)`': ['entry-format', changed(' - ', ': ')],
    'moved entries are not checked again': [
      'repo-age',
      { readme: readmeOf([first, oven, third]), ...only({ createdAt: ago(9) }) },
    ],
    'what awesome-lint requires': ['no-repeats', changed('clay.', 'clay,, hot.')],
  },
  elsewhere: {
    'findings are posted as a comment on the pull request': [
      'test/action/publish.e2e.test.ts',
      'is written once, with the corrected line as a suggestion, and brought up to date',
    ],
    'archived entries, and entries without a push for 24 months, are removed': [
      'test/recipes/awesome-home-assistant.e2e.test.ts',
      'prune removes what is archived or silent, by the ledger of a check',
    ],
    'the star counts in the text are updated': [
      'test/recipes/awesome-home-assistant.e2e.test.ts',
      'refresh writes the stars that changed by 5%, and no others, by the ledger of a check',
    ],
    'a weekly pull request for these removals': [
      'test/action/upkeep.e2e.test.ts',
      'an audit proposes what to prune, leaves out what is unticked, and withdraws it when nothing is left',
    ],
  },
  nearMisses: {
    'moved entries are not checked again': {
      readme: readmeOf([first, third], `\n## Other Awesome Lists\n\n${second}\n`),
      ...only({ name: 'clay/kiln', createdAt: ago(9) }),
    },
    'the repository is at least six months old': only({ createdAt: ago(181) }),
    'pushed within 18 months': only({ pushedAt: ago(539) }),
    'a license approved by the OSI': only({ license: 'GPL-3.0' }),
    'a Creative Commons license for other lists': {
      ...inSection('Other Awesome Lists'),
      ...only({ license: 'CC-BY-4.0' }),
    },
    'no license is needed for public configurations': {
      ...inSection('Public Configurations'),
      ...only({ license: null }),
    },
    'at least ten stars, otherwise a warning': only({ stars: 10 }),
    'one format of entries, with or without `(1,234★)`': changed('clay.', 'clay (1,234★).'),
  },
});

test('refresh writes the stars that changed by 5%, and no others, by the ledger of a check', async () => {
  const { configuration } = recipePage('awesome-home-assistant');
  const items = kept.map((item, index) => item.replace(/\.$/, ` (${[100, 200, 300][index]}★).`));
  const names = kept.map((item) => /\[(.+?)\]/.exec(item)?.[1] ?? '');
  const stars = [103, 250, 300];
  const repositories = names.flatMap((name, index) => {
    const count = stars[index];
    return only({ name: `clay/${name}`, ...(count === undefined ? {} : { stars: count }) }).repositories;
  });
  const web = await startWeb(githubWeb({ repositories }).sites);
  try {
    const root = folderOf({ 'README.md': readmeOf(items), 'listwright.config.yaml': configuration });
    const hosts = web.connectTo().flatMap((each) => ['--connect-to', each]);
    const call = (...args: string[]) => listwright(root, args, { env: { GITHUB_TOKEN: 'made-up' } });
    await call('check', '--ledger', 'ledger.jsonl', '--cacert', web.ca, ...hosts);
    const { stdout } = await call('refresh', '--ledger', 'ledger.jsonl');
    expect(stdout.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))).toEqual([
      `-${items[1]}`,
      `+${items[1]?.replace('200★', '250★')}`,
    ]);
  } finally {
    await web.stop();
  }
});

test('prune removes what is archived or silent, by the ledger of a check', async () => {
  const { configuration } = recipePage('awesome-home-assistant');
  const names = kept.map((item) => /\[(.+?)\]/.exec(item)?.[1] ?? '');
  const ended = [{ archivedAt: ago(9) }, { pushedAt: ago(729) }, { pushedAt: ago(731) }];
  const repositories = names.flatMap((name, index) => only({ name: `clay/${name}`, ...ended[index] }).repositories);
  const web = await startWeb(githubWeb({ repositories }).sites);
  try {
    const root = folderOf({ 'README.md': readmeOf(kept), 'listwright.config.yaml': configuration });
    const hosts = web.connectTo().flatMap((each) => ['--connect-to', each]);
    const call = (...args: string[]) => listwright(root, args, { env: { GITHUB_TOKEN: 'made-up' } });
    await call('check', '--ledger', 'ledger.jsonl', '--cacert', web.ca, ...hosts);
    const { stdout } = await call('prune', '--ledger', 'ledger.jsonl');
    expect(stdout.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))).toEqual(
      [first, third].map((item) => `-${item}`),
    );
  } finally {
    await web.stop();
  }
});
