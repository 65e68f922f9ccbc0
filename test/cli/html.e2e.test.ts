import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, listwright, oneFault } from './command.js';

test('a page beside the usual report, with links to lines on GitHub', async () => {
  const folder = folderOf({ 'README.md': oneFault });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://user:secret@github.com/weavers/looms.git');
  git('add', '-A');
  git('-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'commit.gpgSign=false', 'commit', '-q', '-m', 'x');
  const args = [
    'lint',
    '--preset',
    'minimal',
    '--rule',
    'description-end=error',
    '-r',
    'pretty',
    '-r',
    'html=page.html',
  ];
  const { status, stdout, stderr } = await listwright(folder, args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('description-end');
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  expect(page).toContain('<h1>1 error in 11 entries</h1>');
  expect(page).toMatch(/href="https:\/\/github\.com\/weavers\/looms\/blob\/[0-9a-f]{40}\/README\.md\?plain=1#L6"/);
  expect(page).not.toContain('secret');
});

test('a page of a saved report, whose lists are not here', async () => {
  const folder = folderOf({ 'README.md': oneFault });
  await listwright(folder, ['check', '--offline', '--no-ledger', '-r', 'json=report.json']);
  const elsewhere = folderOf({ 'report.json': readFileSync(join(folder, 'report.json'), 'utf8') });
  const { stderr, stdout } = await listwright(elsewhere, ['merge', 'report.json', '-r', 'html=page.html']);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  const page = readFileSync(join(elsewhere, 'page.html'), 'utf8');
  expect(page).toContain('The description of <code>Weft</code> should end with a period');
  expect(page).toContain('<span class="name">README.md</span>');
  expect(page).not.toContain('Show line');
});
