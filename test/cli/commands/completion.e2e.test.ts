import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../../../scripts/sync/command-line.js';
import { completionScript } from '../../../src/cli/commands/completion.js';
import { callShape, type Shell, shells } from '../../../src/cli/completion/command-shape.js';
import { optionValues } from '../../../src/cli/completion/values.js';
import { builtinRules } from '../../../src/config/builtin-rules.js';
import { folderOf, listwright } from '../command.js';

const has = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const program = commandLine();

/** What is proposed, in any order; a proposal that goes on has no blank at its end. */
type Ask = (line: string, folder: string) => readonly string[];

/** Words as bash parts them for a completion: blanks part, and runs of its marks are words. */
const asBash = (line: string): readonly string[] => {
  const words = line.match(/[=:]+|(?:\\.|[^\s=:\\])+/g) ?? [];
  return /\s$/.test(line) ? [...words, ''] : words;
};

const ask: Readonly<Record<Shell, Ask>> = {
  bash: (line, folder) => {
    const words = asBash(line);
    const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const script = `source ./done; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
COMP_LINE=$1; COMP_POINT=\${#COMP_LINE}; _listwright 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
    writeFileSync(join(folder, 'done'), completionScript('bash', program));
    return run('bash', ['--norc', '-c', script, 'bash', line], folder);
  },
  fish: (line, folder) => {
    writeFileSync(join(folder, 'done'), completionScript('fish', program));
    const said = run('fish', ['--no-config', '-c', 'source ./done; complete -C $argv[1]', line], folder);
    // What is proposed is the whole word; the other shells' is what stands after the mark.
    return said.map((each) => each.split('\t')[0] ?? '');
  },
  zsh: (line, folder) => {
    writeFileSync(join(folder, '_listwright'), completionScript('zsh', program));
    writeFileSync(join(folder, 'ask'), zshAsk);
    return run('zsh', ['-f', './ask', line], folder);
  },
};

/** Types a line into a zsh in a terminal of its own, presses TAB, and prints what compadd was given. */
const zshAsk = `zmodload zsh/zpty
zpty shell zsh -f -i
said() { local text all=; while zpty -r shell text; do all+=$text; [[ $all == *$1* ]] && break; done; print -r -- "$all" }
zpty -w shell 'PS1=; unsetopt beep; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D
compadd() { if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi; local -a given; builtin compadd -A given "$@"; local each; for each in $given; print -r -- "GIVEN:$each" >> given; builtin compadd "$@" }
finish() { _main_complete; print -r -- END >> given; print -r -- "DO""NE" }
zle -C finish complete-word finish; bindkey "^X" finish; print -r -- "REA""DY"'
said READY >/dev/null
zpty -n -w shell "$1"$'\\x18'
said DONE >/dev/null
zpty -d shell
while IFS= read -r each; do [[ $each == GIVEN:* ]] && print -r -- "\${each#GIVEN:}"; done < given
exit 0
`;

function run(shell: Shell, args: readonly string[], cwd: string): readonly string[] {
  const env = {
    ...process.env,
    HOME: cwd,
    XDG_CONFIG_HOME: cwd,
    GIT_CEILING_DIRECTORIES: join(cwd, '..'),
    TERM: 'dumb',
  };
  const { stdout, stderr, status } = spawnSync(shell, args, { cwd, env, encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) throw new Error(`${shell}${delimiter}${status}: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Lines, what must be among the proposals, and what must not. bash and zsh propose what stands after `=`. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['listwright li', ['lint', 'links'], ['rules', 'check']],
  ['listwright lint --rep', ['--reporter'], ['--rule']],
  ['listwright links --per', ['--per-host'], ['--preset']],
  ['listwright rules --eff', ['--effective'], ['--fix']],
  ['listwright lint --preset awe', ['awesome', 'awesome-strict'], ['minimal', 'list.md']],
  ['listwright --preset ', ['minimal', 'roadmap'], ['lint']],
  ['listwright check -r s', ['sarif'], ['json', 'lint']],
  ['listwright lint --rule toc-sy', ['toc-sync='], ['toc-present=']],
  ['listwright lint --rule toc-sync=', ['toc-sync=warning', 'toc-sync=off'], ['toc-present=']],
  ['listwright lint --rule toc-sync=w', ['toc-sync=warning'], ['toc-sync=error']],
  ['listwright rules toc-', ['toc-sync', 'toc-present'], ['single-h1', 'list.md']],
  ['listwright init --workflows ', ['audit', 'comment', 'pull-request'], ['bash']],
  ['listwright completion ', ['bash', 'zsh', 'fish'], ['lint']],
  ['listwright help me', ['merge'], ['lint']],
  ['listwright lint ', ['list.md', 'more/'], ['data.json', 'lint']],
  ['listwright lint li', ['list.md'], ['links']],
  ['listwright merge ', ['data.json'], ['list.md']],
  ['listwright lint -c ', ['data.json'], ['list.md']],
  ['listwright lint -r json=da', ['json=data.json'], ['json=list.md']],
];

describe.each(shells.filter(has))('%s', (shell) => {
  test.each(cases)('%s', (line, wanted, unwanted) => {
    const folder = folderOf({ 'list.md': '', 'data.json': '{}', 'more/a.md': '' });
    const said = ask[shell](line, folder).map((each) => each.replace(/[/=]$/, ''));
    const shown = (word: string): string => {
      // fish is given the whole word, the others what stands behind the mark.
      const whole = shell === 'fish' || /=$/.test(word);
      return (whole ? word : word.replace(/^.*=/, '')).replace(/[/=]$/, '');
    };
    for (const word of wanted) expect(said).toContain(shown(word));
    for (const word of unwanted) expect(said).not.toContain(shown(word));
  });
});

test.skipIf(shells.every(has))(`not tried, as it is not here: ${shells.filter((shell) => !has(shell))}`, ({ skip }) =>
  skip(),
);

describe.runIf(has('bash'))('names that mean something to bash', () => {
  test('a branch is quoted, and nothing of it runs', () => {
    const folder = folderOf({ 'list.md': '' });
    const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder });
    git('init', '-q');
    git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '-q', '--allow-empty', '-m', 'x');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
    git('branch', 'a;touch${IFS}gone');
    expect(ask.bash('listwright --since a', folder)).toEqual(['auto', 'a\\;touch\\$\\{IFS\\}gone']);
    expect(ask.bash('listwright lint ', folder)).toEqual(['list.md', '.git'].sort());
  });
});

test('every option that takes a value says what it takes, and no other is spoken of', () => {
  const none = { rules: [], presets: [], severities: [], reporters: [], workflows: [] };
  const taking = callShape(program, none).commands.flatMap(({ options }) =>
    options.flatMap(({ long, values }) => (values === null ? [] : [long])),
  );
  expect([...new Set(taking)].sort()).toEqual(Object.keys(optionValues({ ...none, commands: [] })).sort());
});

test.each(shells)('%s: the command prints it, with every rule in it', async (shell) => {
  const { status, stdout, stderr } = await listwright(folderOf(), ['completion', shell]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const { id } of builtinRules) expect(stdout).toContain(id);
});

test.each([
  [['completion'], 'completion: missing shell; use bash, zsh or fish'],
  [['completion', 'tcsh'], 'completion: unknown shell "tcsh"; use bash, zsh or fish'],
])('%j is refused kindly', async (args, sentence) => {
  const { status, stderr } = await listwright(folderOf(), args);
  expect({ status, stderr }).toEqual({ status: 2, stderr: `listwright: ${sentence}\n` });
});
