import { expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';
import { ago, alive, writeLedger } from '../prune/ledger.js';
import { startWeb } from '../web/server.js';
import { pluginsOf, recipePage } from './page.js';
import { kept, only, oven, readmeOf as pots } from './pots.js';
import { holdsRecipe } from './recipe.js';

const jar = '- [jar](https://github.com/clay/jar) - Holds water.';
const jug = jar.replaceAll('jar', 'jug');
/** The list with more sections, so that it needs a table of contents. */
const readmeOf = (entries: readonly string[], more = ''): string =>
  `${pots(entries).replace('(#kilns)\n', '(#kilns)\n- [Glazes](#glazes)\n- [Tiles](#tiles)\n')}
## Glazes

- [ash](https://github.com/clay/ash) - Shines.

## Tiles

- [brick](https://github.com/clay/brick) - Lasts.
${more}`;
const withEntry = (entry: string): string => readmeOf([kept[0] ?? '', kept[1] ?? '', entry, kept[2] ?? '']);

const small = only({ name: 'clay/jug', stars: 49 });

holdsRecipe({
  name: 'awesome-rust',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body: '', ...only({}) },
  rows: {
    'at least 50 stars or 2,000 downloads': ['repo-popularity', only({ stars: 49 })],
    'exceptions, each with a reason': [
      'repo-popularity',
      { readme: readmeOf([kept[0] ?? '', jug, ...kept.slice(1)]), ...small },
    ],
    'one format of entries': ['entry-format', { readme: withEntry(oven.replace(' - ', ': ')) }],
    'entries are sorted': ['entries-sorted', { readme: readmeOf([oven, ...kept]) }],
    'a table of contents that follows the sections': [
      'toc-sync',
      { readme: readmeOf(kept, `\n## Ovens\n\n${oven}\n`) },
    ],
    'no HTML': ['no-html', { readme: withEntry(oven.replace('Bakes', '<b>Bakes</b>')) }],
    'pull requests with many entries': [
      'pull-request-entries',
      {
        readme: withEntry(Array.from({ length: 6 }, (_, index) => oven.replaceAll('oven', `oven-${index}`)).join('\n')),
      },
    ],
  },
  elsewhere: { 'links may fail for a few days': ['test/recipes/awesome-rust.e2e.test.ts', 'a link that fails %s'] },
  nearMisses: {
    'no HTML': { readme: withEntry(oven.replace('Bakes', 'Bakes `<b>`')) },
    'one format of entries': {
      readme: withEntry(
        oven.replace(') - ', ') [[oven](https://github.com/clay/oven-rs), [bake](https://github.com/clay/bake)] - '),
      ),
    },
    'at least 50 stars or 2,000 downloads': only({ stars: 50 }),
    'exceptions, each with a reason': {
      readme: readmeOf([kept[0] ?? '', jar, ...kept.slice(1)]),
      ...only({ name: 'clay/jar', stars: 3 }),
    },
  },
});

test.each([
  ['for 8 days, the third time', 8, 2, 7, 'link-broken', 1],
  ['for 6 days, the third time', 6, 2, 7, 'link-unreachable', 0],
  ['for 8 days, the second time', 8, 1, 7, 'link-unreachable', 0],
  ['for 8 days where 9 are configured', 8, 2, 9, 'link-unreachable', 0],
])('a link that fails %s', async (_, days, failures, limit, rule, status) => {
  const { configuration } = recipePage('awesome-rust');
  const url = 'https://kiln.test/';
  const web = await startWeb({ 'kiln.test': ({ response }) => void response.writeHead(503).end() });
  try {
    const root = folderOf({
      'README.md': `# Pots\n\n## Kilns\n\n* [Kiln](${url}) - Fires clay.\n`,
      'listwright.config.yaml': configuration.replace('days: 7', `days: ${limit}`),
      ...pluginsOf(configuration),
    });
    const failed = {
      verdict: 'unreachable',
      reason: 'http-5xx',
      status: 503,
      failures,
      firstFailedAt: ago(days),
    } as const;
    const ledger = writeLedger(`${root}/ledger.jsonl`, [alive(url, failed)]);
    const hosts = web.connectTo(['kiln.test']).flatMap((each) => ['--connect-to', each]);
    const args = [
      'links',
      '--ledger',
      ledger,
      '--cacert',
      web.ca,
      '--retries',
      '0',
      '--confirm-after',
      '10ms',
      ...hosts,
    ];
    const ended = await listwright(root, [...args, '-r', 'json']);
    const { findings } = JSON.parse(ended.stdout) as { readonly findings: readonly { readonly rule: string }[] };
    expect([findings.map((one) => one.rule), ended.status]).toEqual([[rule], status]);
  } finally {
    await web.stop();
  }
});
