import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listwright } from '../cli/command.js';
import { pots } from './pots.js';
import { step, workspace } from './step.js';

const list = pots.replace('for a week.', 'for a week');

const asError = '--rule=description-end=error';

describe('a step that checks', () => {
  test('annotates, sums up, sets outputs and fails on an error', async () => {
    const folder = workspace({ 'README.md': list });
    const { status, stdout, outputs, summary } = await step(folder, {
      command: 'lint',
      report: 'out/report.json',
      options: asError,
    });
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=README.md,line=7,');
    expect(summary).toContain('```suggestion\n  - [Anagama](https://anagama.test/) - Burns wood for a week.\n');
    expect(outputs).toMatchObject({ 'exit-code': '1', errors: '1', fixable: '1', broken: '0' });
    expect(outputs.report).toBe(join(folder, 'out/report.json'));
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  test.each([
    [list, 'never', 0],
    [list, 'error', 1],
    [list.replace('week\n', 'week.\n'), 'error', 0],
    // A section of two entries is a note, and another separator a warning.
    [list.replace('week\n', 'week.\n').replace(' - Looks', ': Looks'), 'error', 0],
    [list.replace('week\n', 'week.\n').replace(' - Looks', ': Looks'), 'warning', 1],
  ])('fails as `fail-on` says', async (text, level, status) => {
    const options = '--rule=description-end=error\n--rule=entry-separator=warning';
    const stepped = await step(workspace({ 'README.md': text }), { command: 'lint', 'fail-on': level, options });
    expect(stepped.status).toBe(status);
  });

  test.skipIf(process.platform === 'win32').each(['report', 'ledger'])(
    'does not write the %s of a pull request where a link of its head leads',
    async (input) => {
      const [folder, outside] = [workspace({ 'README.md': list }), workspace({})];
      symlinkSync(outside, join(folder, 'out'));
      const env = { GITHUB_EVENT_NAME: 'pull_request' };
      const inputs = { command: 'links', mode: 'all', [input]: 'out/new/file', options: '--offline' };
      execFileSync('git', ['init', '-q'], { cwd: folder });
      // One that git does not track is of the workflow.
      expect((await step(folder, inputs, { env })).status).toBe(0);
      expect(readdirSync(outside)).toEqual(['new']);
      rmSync(join(outside, 'new'), { recursive: true });
      execFileSync('git', ['add', 'out'], { cwd: folder });
      expect((await step(folder, inputs, { env })).status).toBe(2);
      expect(readdirSync(outside)).toEqual([]);
    },
  );

  test('annotations and summary can be left out', async () => {
    const folder = workspace({ 'README.md': list });
    const { stdout, summary } = await step(folder, { command: 'lint', annotations: 'false', summary: 'false' });
    expect(stdout).not.toContain('::error');
    expect(summary).toBe('');
  });

  test('words of an input are words of the command, whatever they hold', async () => {
    const folder = workspace({ 'a b; touch owned.md': list, '-x.md': list.replace('week\n', 'week.\n') });
    const { stdout } = await step(folder, { command: 'lint', paths: 'a b; touch owned.md\n-x.md', options: asError });
    expect(stdout).toContain('::error file=a b; touch owned.md,line=7,');
    expect(existsSync(join(folder, 'owned.md'))).toBe(false);
  });

  test.each([
    [{ command: 'lnt' }, 'input command: "lnt" is not one of check, lint, links (did you mean "lint"?)'],
    [{ mode: 'some' }, 'input mode: "some" is not one of'],
    [{ comment: 'yes' }, 'input comment: "yes" is not a boolean; use true or false'],
    [{ command: 'lint', paths: 'gone.md' }, 'gone.md: no such file'],
    [{ command: 'lint', options: '--nope' }, 'unknown option --nope'],
    [{ command: 'lint', mode: 'changed' }, '--since auto'],
  ])('reports an invalid input in an annotation: %j', async (inputs, said) => {
    const { status, stdout, outputs } = await step(workspace({ 'README.md': list }), inputs as Record<string, string>);
    expect([status, outputs['exit-code']]).toEqual([2, '2']);
    expect(stdout).toContain('::error title=listwright::');
    expect(stdout.replaceAll('%3A', ':').replaceAll('%2C', ',')).toContain(said);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['lint', { command: 'lint' }, ['lint']],
    ['check', { command: 'check', options: '--offline' }, ['check', '--offline', '--no-ledger']],
    [
      'options and a preset',
      { command: 'lint', preset: 'minimal', options: '--rule=description-end=warning\n--max-warnings=0' },
      ['lint', '--preset', 'minimal', '--rule', 'description-end=warning', '--max-warnings', '0'],
    ],
    ['only what changes', { command: 'lint', mode: 'changed' }, ['lint', '--since', 'auto']],
  ])('does what the command does: %s', async (_, inputs, args) => {
    const folder = workspace({ 'README.md': list });
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=Potter', '-c', 'user.email=potter@pots.test', ...words], {
        cwd: folder,
        stdio: 'ignore',
      });
    git('init', '-b', 'main');
    git('add', '-A');
    git('commit', '-m', 'List');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    writeFileSync(join(folder, 'README.md'), `${list}- [Dragon](#dragon) - Climbs, too.\n`);
    const env = { GITHUB_BASE_REF: 'main' };
    const report = join(folder, '..', `${basename(folder)}.json`);
    const stepped = await step(folder, { ...inputs, report }, { env });
    const ended = await listwright(folder, [...args, '-r', 'json'], { env });
    const { run: _a, ...byAction } = JSON.parse(readFileSync(report, 'utf8'));
    const { run: _b, ...byCommand } = JSON.parse(ended.stdout);
    expect(byAction.findings.length).toBeGreaterThan(0);
    expect(byAction).toEqual(byCommand);
    expect(stepped.outputs['exit-code']).toBe(String(ended.status));
    // What it prints is what the command prints for people.
    const pretty = await listwright(folder, [...args, '-r', 'pretty'], { env });
    expect(stepped.stdout).toContain(pretty.stdout);
  });

  test('the token is masked', async () => {
    const { stdout } = await step(workspace({ 'README.md': list }), { command: 'lint', token: 's3cret' });
    expect(stdout.replace('::add-mask::s3cret', '')).not.toContain('s3cret');
  });
});
