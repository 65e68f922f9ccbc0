import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const files = ['README.md', ...yamlIn('.github/workflows'), ...yamlIn('templates'), ...yamlIn('integrations')];

interface Use {
  readonly file: string;
  readonly repository: string;
  readonly pin: string;
}

/** What the workflows of a text use, but our own Action: `actions/cache/save` is of `actions/cache`. */
function usesOf(text: string, file: string): readonly Use[] {
  return [
    ...text.matchAll(
      /^\s*(?:- )?uses: (?!\.\/|listwright\/)(?:https:\/\/github\.com\/)?([\w.-]+\/[\w.-]+)[^@\s]*@(.*)$/gm,
    ),
  ].map(([, repository = '', pin = '']) => ({ file, repository, pin: pin.trim() }));
}

/** What is wrong with these pins, in sentences. */
function wrongWith(uses: readonly Use[]): readonly string[] {
  const first = new Map<string, Use>();
  const wrong: string[] = [];
  for (const use of uses) {
    if (!/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use.pin)) wrong.push(`${use.file}: ${use.repository}@${use.pin}`);
    const known = first.get(use.repository);
    if (known === undefined) first.set(use.repository, use);
    else if (known.pin !== use.pin) wrong.push(`${use.repository} differs in ${known.file} and ${use.file}`);
  }
  return wrong;
}

describe('actions of others', () => {
  const all = files.flatMap((file) => usesOf(readFileSync(join(root, file), 'utf8'), file));

  test('are pinned by commit, with their version, and everywhere the same', () => {
    expect(wrongWith(all)).toEqual([]);
    const used = new Set(all.map(({ repository }) => repository));
    expect([...used]).toEqual(expect.arrayContaining(['actions/checkout', 'actions/cache', 'github/codeql-action']));
    expect(all.filter(({ file }) => file.startsWith('templates/')).length).toBeGreaterThan(8);
  });

  test('that differ between a template and our own workflows are reported', () => {
    const [own = '', template = ''] = ['9c', '8d'].map(
      (start) => `      - uses: a/b@${start.padEnd(40, '0')} # v1.0.0\n`,
    );
    const read = (text: string, file: string) => usesOf(text, file);
    expect(wrongWith([...read(own, 'a.yml'), ...read(own, 'b.yml')])).toEqual([]);
    expect(wrongWith([...read(own, 'a.yml'), ...read(template, 'b.yml')])).toEqual(['a/b differs in a.yml and b.yml']);
    expect(wrongWith(read('  uses: a/b/c@v1\n', 'a.yml'))).toEqual(['a.yml: a/b@v1']);
    expect(usesOf('  - uses: ./\n  - uses: listwright/listwright@v1.0.0\n', 'a.yml')).toEqual([]);
  });

  test('are kept up to date where they are', () => {
    const { updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')) as {
      updates: { 'package-ecosystem': string; directories: string[] }[];
    };
    const actions = updates.find((update) => update['package-ecosystem'] === 'github-actions');
    expect(actions?.directories).toEqual(expect.arrayContaining(['/', '/templates']));
  });
});
