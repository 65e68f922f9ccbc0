import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { eventually } from '../eventually.js';
import { ago, alive, broken, repository, writeLedger } from '../prune/ledger.js';
import { startWeb } from '../web/server.js';
import { built, runBuilt, runner } from './built.js';
import { folderOf, listwright } from './command.js';

test.skipIf(process.platform === 'win32')('a run that is killed loses no verdict but those in flight', async () => {
  // The last page is never answered: when it is asked for, the others are settled or on their way.
  const asked: string[] = [];
  let hanging: () => void = () => {};
  const hangs = new Promise<void>((resolve) => {
    hanging = resolve;
  });
  const web = await startWeb({
    'looms.test': ({ path, response }) => {
      asked.push(path);
      if (path !== '/hangs') response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${path}</title>`);
      else hanging();
    },
  });
  try {
    const names = ['warp', 'weft', 'heddle', 'shuttle', 'reed', 'hangs'];
    const items = names.map((name) => `- [${name}](http://looms.test/${name}) - Holds the yarn.\n`);
    const folder = folderOf({ 'README.md': `# Awesome Looms\n\n## Looms\n\n${items.join('')}` });
    const ledger = join(folder, 'memory', 'ledger.jsonl');
    const args = ['--ledger', ledger, '--connect-to', `looms.test:80:127.0.0.1:${web.http}`, '--per-host', '1'];
    const child = spawn(runner, [built, 'links', ...args], { cwd: folder, stdio: 'ignore' });
    await hangs;
    const journal = `${ledger}.${child.pid}.journal`;
    const isSettled = () => expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(names.length - 1);
    await eventually(isSettled);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    expect(readdirSync(join(folder, 'memory'))).toEqual([basename(journal)]);
    const before = asked.length;
    const { stdout } = await listwright(folder, [
      'links',
      ...args,
      '--timeout',
      '300ms',
      '--retries',
      '0',
      '-r',
      'json',
    ]);
    const rows: { url: string; cached: boolean; verdict: string }[] = JSON.parse(stdout).links;
    expect(rows.filter((row) => row.cached).map((row) => row.verdict)).toEqual(Array(names.length - 1).fill('alive'));
    expect(asked.slice(before)).toEqual(['/hangs']);
    expect(readdirSync(join(folder, 'memory'))).toEqual(['ledger.jsonl']);
    expect(readFileSync(ledger, 'utf8').trim().split('\n')).toHaveLength(names.length + 1);
  } finally {
    await web.stop();
  }
});

/** Kills its process at the nth call of one of the functions that write files, before or after it does. */
const killer = `
import fs from 'node:fs';
const [name, count, when] = process.env.KILL_AT.split(' ');
let left = Number(count);
const own = fs[name];
fs[name] = (...args) => {
  if (--left > 0) return own(...args);
  if (when === 'before') process.kill(process.pid, 'SIGKILL');
  return own(...args.slice(0, -1), () => process.kill(process.pid, 'SIGKILL'));
};
`;

/** Before each of so many renames, and after the last: after another one, files are as they are before the next. */
const momentsOf = (renames: number): readonly string[] => [
  ...Array.from({ length: renames }, (_, index) => `rename ${index + 1} before`),
  `rename ${renames} after`,
];

/** Runs the built command, and kills it at a moment. */
async function runKilled(folder: string, args: readonly string[], at: string): Promise<void> {
  const NODE_OPTIONS = `--import ${pathToFileURL(join(folder, 'killer.mjs')).href}`;
  const { status } = await runBuilt(folder, args, { env: { KILL_AT: at, NODE_OPTIONS } });
  expect(status).toBe(null);
}

test.skipIf(process.platform === 'win32' || process.env.LISTWRIGHT_BINARY !== undefined)(
  'prune --write that is killed while it writes loses nothing, and a second run completes it',
  async () => {
    const row = (name: string): string => `- [${name}](https://${name.toLowerCase()}.example/) - Holds the yarn.\n`;
    const text = `# Awesome Looms\n\n## Looms\n\n${['Warp', 'Weft', 'Reed'].map(row).join('')}`;
    const made = () => {
      const folder = folderOf({
        'README.md': text,
        'REMOVED.md': '# Removed\n\n- 2024-01-01 Old.\n',
        'listwright.config.json': JSON.stringify({ prune: { record: 'REMOVED.md' } }),
        'killer.mjs': killer,
      });
      const others = ['warp', 'reed'].map((name) => alive(`https://${name}.example/`, { checkedAt: ago(1) }));
      writeLedger(join(folder, 'ledger.jsonl'), [broken('https://weft.example/', 30), ...others]);
      const read = () => ['README.md', 'REMOVED.md'].map((name) => readFileSync(join(folder, name), 'utf8'));
      return { folder, read, args: ['prune', '--write', '--ledger', 'ledger.jsonl'] };
    };
    const whole = made();
    const before = whole.read();
    expect((await listwright(whole.folder, whole.args)).status).toBe(0);
    const after = whole.read();
    expect(after[0]).toBe(text.replace(row('Weft'), ''));
    const seen = new Set<string>();
    for (const at of momentsOf(2)) {
      const { folder, read, args } = made();
      await runKilled(folder, args, at);
      const [list = '', record = ''] = read();
      // Each file is as it was or as it will be, and what left the list is in the record.
      expect([before[0], after[0]]).toContain(list);
      expect([before[1], after[1]]).toContain(record);
      expect(list.includes('Weft') || record.includes('Weft')).toBe(true);
      seen.add(`${list === after[0]} ${record === after[1]}`);
      expect((await listwright(folder, args)).status).toBe(0);
      expect(read()).toEqual(after);
    }
    expect([...seen]).toEqual(['false false', 'false true', 'true true']);
  },
);

const loom = 'https://github.com/looms/hand';
const readme = (stars: number): string => `# Looms\n\n## Hand\n\n- [Hand](${loom}) - Holds the yarn. (${stars}★)\n`;
const format = '- [{name}]({url}) - {description}. ({stars}★)';
const kept = readme(40).replace(/## Hand[\s\S]*/, '<!-- listwright:start -->\n<!-- listwright:end -->\n');

test.skipIf(process.platform === 'win32' || process.env.LISTWRIGHT_BINARY !== undefined).each([
  [
    'refresh',
    ['refresh', '--write', '--ledger', 'ledger.jsonl'],
    { 'README.md': readme(40) },
    { refresh: { stars: 10 } },
  ],
  [
    'render',
    ['render', '--write'],
    {
      'README.md': kept,
      'looms.yaml': `- {section: Hand, name: Hand, url: '${loom}', description: Holds, stars: 40}\n`,
    },
    { source: { files: 'looms.yaml' } },
  ],
  ['extract', ['extract', '--data', 'looms.yaml', '--write'], { 'README.md': readme(40) }, {}],
  ['export', ['export', '--to', 'html=index.html'], { 'README.md': readme(40), 'index.html': '<p>Before.</p>\n' }, {}],
])('%s that is killed while it writes leaves each file as it was or as it will be', async (_, args, files, more) => {
  const made = () => {
    const config = JSON.stringify({ entries: { format }, ...more });
    const folder = folderOf({ ...files, 'listwright.config.json': config, 'killer.mjs': killer });
    writeLedger(join(folder, 'ledger.jsonl'), [alive(loom, { facts: repository({ stars: 900 }) })]);
    const read = () =>
      Object.fromEntries(
        readdirSync(folder)
          .filter((name) => /\.(?:md|yaml|html)$/.test(name))
          .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
      );
    return { folder, read };
  };
  const whole = made();
  const before = whole.read();
  expect((await listwright(whole.folder, args)).status).toBe(0);
  const after = whole.read();
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(changed.length).toBeGreaterThan(0);
  for (const at of momentsOf(changed.length)) {
    const { folder, read } = made();
    await runKilled(folder, args, at);
    const now = read();
    for (const name of Object.keys(after)) expect([before[name], after[name]]).toContain(now[name]);
    const isComplete = changed.every((name) => now[name] === after[name]);
    // The README is written last: what it needs is there.
    if (changed.includes('README.md')) expect(now['README.md'] === after['README.md']).toBe(isComplete);
    if (isComplete) continue;
    expect((await listwright(folder, args)).status).toBe(0);
    expect(read()).toEqual(after);
  }
});
