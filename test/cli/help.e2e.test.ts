import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../../scripts/sync/command-line.js';
import { examples } from '../../src/cli/examples.js';
import { formatHelp } from '../../src/cli/help.js';
import { builtinRules } from '../../src/config/builtin-rules.js';
import { readArgv } from '../../src/config/command-line/argv.js';
import { type Flags, rawFlags } from '../../src/config/command-line/flags.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { reporterNames } from '../../src/report/registry.js';
import { folderOf, listwright } from './command.js';

const names = commandLine().commands.map((command) => command.name());
const calls = Object.entries(examples).flatMap(([name, rows]) => rows.map(({ call }) => [name, call] as const));

/** The words of a call, as a POSIX shell would part them, from the name of the program to a redirection. */
function wordsOf(call: string): readonly string[] {
  const own = call.slice(call.indexOf('listwright') + 'listwright'.length).replace(/ > .*$/, '');
  return [...own.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('examples', () => {
  test('each command has two or more', () => {
    for (const name of ['', ...names]) expect((examples[name] ?? []).length, name).toBeGreaterThan(1);
    expect(Object.keys(examples).filter((name) => name !== '' && !names.includes(name))).toEqual([]);
  });

  test.each(calls)('%s: %s', async (name, call) => {
    const program = commandLine();
    let ran: string | null = null;
    let flags: Flags = {};
    for (const command of program.commands)
      command.action((...given: readonly unknown[]) => {
        ran = command.name();
        flags = given.at(-2) as Flags;
      });
    const { words } = readArgv(wordsOf(call));
    if (words[0] === 'help') expect(names).toContain(words[1]);
    else {
      await program.parseAsync(words, { from: 'user' });
      if (name !== '') expect(ran).toBe(name);
    }
    const taken = resolveSettings({}, rawFlags(flags), flags.rule ?? [], {
      ...{ rules: builtinRules, cwd: '/', configFile: null, reporters: reporterNames, userAgent: 'a', ledger: '' },
      vantage: 'local',
    });
    await expect(taken).resolves.toBeTruthy();
  });

  test('a stale one would be seen', async () => {
    const stale = commandLine().parseAsync(wordsOf('listwright lint --gone'), { from: 'user' });
    await expect(stale).rejects.toThrow(/--gone/);
  });
});

describe('--help', () => {
  test.each(['', ...names])('%s: says its options in groups, defaults and examples, in 80 columns', async (name) => {
    const { status, stdout, stderr } = await listwright(folderOf(), [...(name === '' ? [] : [name]), '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: listwright/);
    expect(stdout).not.toMatch(/^Options:/m);
    for (const { call } of examples[name] ?? []) expect(stdout).toContain(call);
    const own = (examples[name] ?? []).map(({ call }) => call);
    for (const line of stdout.split('\n')) if (!own.includes(line.trim())) expect(line.length).toBeLessThanOrEqual(80);
    expect((await listwright(folderOf(), name === '' ? ['help'] : ['help', name])).stdout).toBe(stdout);
  });

  test('help has the page of the program', async () => {
    const of = async (...words: string[]) => listwright(folderOf(), words);
    expect(await of('help', 'help')).toEqual(await of('help'));
  });

  test('a command that is not there is named with the nearest', async () => {
    const { status, stdout, stderr } = await listwright(folderOf(), ['help', 'lnks']);
    const said = 'listwright: unknown command "lnks" (did you mean "links"?)\n';
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: said });
  });

  test.each([
    [['--help'], {}, false],
    [['--help'], { FORCE_COLOR: '1' }, true],
    [['--help', '--no-color'], { FORCE_COLOR: '1' }, false],
    [['lint', '--no-color', '-h'], { FORCE_COLOR: '1' }, false],
    [['help', 'lint'], { FORCE_COLOR: '1' }, true],
    [['lint', '-h'], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%j in %j: colour is %s', async (args, env, painted) => {
    const { stdout } = await listwright(folderOf(), args, { env });
    expect(stdout !== stripVTControlCharacters(stdout)).toBe(painted);
    expect(stdout).toContain('Examples:');
  });

  test.each([
    [{}, 80],
    [{ isTTY: true, columns: 60 }, 60],
    [{ isTTY: true, columns: 300 }, 100],
    [{ columns: 300 }, 80],
  ])('fits %j', (terminal, width) => {
    const program = commandLine();
    formatHelp(program, false, { stdout: terminal, env: {} });
    const links = program.commands.find((command) => command.name() === 'links');
    const [options = ''] = links?.helpInformation().split('Examples:') ?? [];
    const longest = Math.max(...options.split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(width);
    expect(longest).toBeGreaterThan(width - 12);
  });
});

describe('the man page', () => {
  const file = fileURLToPath(new URL('../../man/listwright.1', import.meta.url));
  const page = readFileSync(file, 'utf8');
  const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

  test('says each command and option that is not hidden', () => {
    const program = commandLine();
    const help = program.createHelp();
    for (const command of help.visibleCommands(program))
      for (const { flags } of help.visibleOptions(command)) expect(page).toContain(`"${flags.replaceAll('-', '\\-')}"`);
    expect([...page.matchAll(/^\.SH "?([A-Z ]+)"?$/gm)].map((match) => match[1])).toEqual([
      ...['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'OPTIONS', 'EXIT STATUS', 'ENVIRONMENT', 'FILES'],
      ...['EXAMPLES', 'SEE ALSO'],
    ]);
  });

  test.skipIf(!has('mandoc'))('mandoc finds nothing to warn of', () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', file], { encoding: 'utf8' });
    expect(stdout + stderr).toBe('');
  });

  test.skipIf(!has('groff'))('groff neither, and all examples stand in it as they are typed', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-rLL=120n', '-P-cbou', file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    for (const [, call] of calls.filter(([name]) => name !== '')) expect(stdout).toContain(call);
  });
});
