import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { commandLine } from '../scripts/sync/command-line.js';
import { readArgv } from '../src/config/command-line/argv.js';
import { configNames } from '../src/config/find.js';
import { version } from '../src/model/version.js';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

/** The command that words name; throws where the command line does not take them. */
async function commandOf(words: readonly string[]): Promise<string> {
  const program = commandLine();
  let ran = '';
  for (const command of program.commands)
    command.action(() => {
      ran = command.name();
    });
  await program.parseAsync(readArgv(words).words, { from: 'user' });
  return ran;
}

/** The words of a call in a script, without its program: variables and placeholders are words. */
const wordsOf = (call: string): readonly string[] =>
  call
    .replace(/^.*?\blistwright(?:@\S+)? /, '')
    .replace(/\$\[\[ inputs\.command \]\]/, 'check')
    .replace(/\$\[\[[^\]]*\]\]/g, 'word')
    .split(' ')
    .map((word) => word.replaceAll('"', ''));

describe('the plugin of MegaLinter', () => {
  const [linter] = parse(
    read('integrations/mega-linter-plugin-listwright/listwright.megalinter-descriptor.yml'),
  ).linters;

  test('calls the command as it is', async () => {
    const { cli_lint_extra_args: args, cli_sarif_args: sarif, cli_config_arg_name: config } = linter;
    expect(await commandOf([...args, ...sarif, config, 'a.json', linter.cli_lint_fix_arg_name, 'README.md'])).toBe(
      'lint',
    );
    for (const call of linter.examples) expect(await commandOf(wordsOf(call))).toBe('lint');
    expect(configNames).toContain(linter.config_file_name);
  });

  test('installs this version, by the one kind of instruction that MegaLinter takes', () => {
    expect(linter.install).toEqual({ dockerfile: [`RUN npm install --global listwright@${version}`] });
  });
});

describe('the plugin of Trunk', () => {
  const { lint } = parse(read('plugin.yaml'));
  const [definition] = lint.definitions;

  test('calls the command as it is', async () => {
    for (const { run } of definition.commands) expect(await commandOf(wordsOf(run))).toBe('lint');
    expect(definition.known_good_version).toBe(version);
  });

  test('names each configuration that is data', () => {
    const data = configNames.filter((name) => !/\.m?[jt]s$/.test(name));
    expect(definition.direct_configs).toEqual(data);
  });

  test.each([
    ['README.md', true],
    ['docs/readme.markdown', true],
    ['NOTREADME.md', false],
    ['README.md.txt', false],
  ])('%s is its file: %s', (path, isList) => {
    expect(new RegExp(lint.files[0].regexes[0]).test(path)).toBe(isList);
  });
});

describe('GitLab and Forgejo', () => {
  test('the component calls the command as it is, in the version that its input names', async () => {
    const [head, body] = parseAllDocuments(read('integrations/gitlab/templates/listwright.yml')).map((one) =>
      one.toJS(),
    );
    expect(head.spec.inputs.version.default).toBe(version);
    for (const name of JSON.stringify(body).match(/(?<=inputs\.)\w+/g) ?? [])
      expect(head.spec.inputs).toHaveProperty(name);
    const [call] = body.listwright.script;
    expect(await commandOf(wordsOf(call))).toBe('check');
    expect(call).toContain('listwright@$[[ inputs.version ]] ');
  });

  test('the template and the component differ in what is an input only', () => {
    const template = parse(read('templates/gitlab-ci.yml')).listwright;
    const [, component] = parseAllDocuments(read('integrations/gitlab/templates/listwright.yml')).map((one) =>
      one.toJS(),
    );
    const { script, stage, ...rest } = component.listwright;
    const { script: ours, ...others } = template;
    expect(rest).toEqual(others);
    expect(ours[0]).toBe(
      script[0]
        .replace('$[[ inputs.version ]]', version)
        .replace('$[[ inputs.command ]]', 'check')
        .replace(' $[[ inputs.paths ]]', ''),
    );
  });

  test('the workflow for Forgejo calls the command as it is', async () => {
    const { jobs } = parse(read('integrations/forgejo/listwright.yml'));
    const { run } = jobs.list.steps.at(-1);
    expect(run).toContain(`listwright@${version} `);
    expect(await commandOf(wordsOf(run))).toBe('check');
  });
});
