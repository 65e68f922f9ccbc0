import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root, dot: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('/config.yml'))
  .sort();

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.optional(v.pipe(v.string(), v.regex(/^[\w-]+$/)));
const validations = v.optional(v.strictObject({ required: v.optional(v.boolean()) }));
const about = { label: text, description: v.optional(text) };
const written = { ...about, placeholder: v.optional(text), value: v.optional(text) };
const isUnique = (all: readonly unknown[]): boolean => new Set(all).size === all.length;

/** GitHub's schema for the elements of an issue form. */
const element = v.variant('type', [
  v.strictObject({ type: v.literal('markdown'), attributes: v.strictObject({ value: text }) }),
  v.strictObject({ type: v.literal('input'), id, validations, attributes: v.strictObject(written) }),
  v.strictObject({
    ...{ type: v.literal('textarea'), id, validations },
    attributes: v.strictObject({ ...written, render: v.optional(text) }),
  }),
  v.strictObject({
    ...{ type: v.literal('dropdown'), id, validations },
    attributes: v.strictObject({
      ...about,
      multiple: v.optional(v.boolean()),
      default: v.optional(v.number()),
      options: v.pipe(
        v.array(text),
        v.nonEmpty(),
        v.check((all) => isUnique(all), 'repeats one'),
      ),
    }),
  }),
  v.strictObject({
    ...{ type: v.literal('checkboxes'), id, validations },
    attributes: v.strictObject({
      ...about,
      options: v.pipe(v.array(v.strictObject({ label: text, required: v.optional(v.boolean()) })), v.nonEmpty()),
    }),
  }),
]);
type Element = v.InferOutput<typeof element>;

const idsOf = (body: readonly Element[]): readonly string[] =>
  body.flatMap((one) => ('id' in one && one.id !== undefined ? [one.id] : []));
const labelsOf = (body: readonly Element[]): readonly string[] =>
  body.flatMap(({ attributes }) => ('label' in attributes ? [attributes.label] : []));

/** GitHub's schema for issue forms: a name, a description, and elements of which at least one is to be filled in. */
const form = v.strictObject({
  name: v.pipe(text, v.minLength(4)),
  description: v.pipe(text, v.maxLength(200)),
  title: v.optional(text),
  labels: v.optional(v.array(text)),
  body: v.pipe(
    v.array(element),
    v.check((body) => body.some(({ type }) => type !== 'markdown'), 'asks for nothing'),
    v.check((body) => isUnique(idsOf(body)), 'repeats an id'),
    v.check((body) => isUnique(labelsOf(body)), 'repeats a label'),
  ),
});

describe('the issue forms', () => {
  test('are those for a false finding and a false `broken`', () => {
    expect(forms).toEqual(['.github/ISSUE_TEMPLATE/false-broken.yml', '.github/ISSUE_TEMPLATE/false-finding.yml']);
  });

  test.each(forms)('%s has the shape that GitHub accepts', (path) => {
    expect(v.safeParse(form, read(path)).issues).toBeUndefined();
  });

  test.each(forms)('%s requires the line and the row of the JSON report', (path) => {
    const { body } = v.parse(form, read(path));
    for (const name of ['line', 'row'])
      expect(body.find((one) => 'id' in one && one.id === name)).toMatchObject({ validations: { required: true } });
    expect(readFileSync(join(root, path), 'utf8')).toContain('--reporter json');
  });

  test.each([
    ['no body', { name: 'Form', description: 'd' }],
    [
      'nothing to fill in',
      { name: 'Form', description: 'd', body: [{ type: 'markdown', attributes: { value: 'x' } }] },
    ],
    ['no label', { name: 'Form', description: 'd', body: [{ type: 'input', id: 'a', attributes: {} }] }],
    [
      'an id that comes twice',
      {
        ...{ name: 'Form', description: 'd' },
        body: ['x', 'y'].map((label) => ({ type: 'input', id: 'a', attributes: { label } })),
      },
    ],
    ['an unknown type', { name: 'Form', description: 'd', body: [{ type: 'text', attributes: { label: 'x' } }] }],
  ])('a form with %s is refused', (_, value) => expect(v.is(form, value)).toBe(false));

  test('config.yml leads to pages of this repository', () => {
    const shape = v.strictObject({
      blank_issues_enabled: v.boolean(),
      contact_links: v.array(v.strictObject({ name: text, url: v.pipe(text, v.url()), about: text })),
    });
    const { contact_links: links } = v.parse(shape, read('.github/ISSUE_TEMPLATE/config.yml'));
    const files = links.flatMap(({ url }) => /\/blob\/main\/(.+)$/.exec(url)?.[1] ?? []);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('dependency updates', () => {
  const update = v.object({
    'package-ecosystem': v.picklist(['npm', 'github-actions']),
    directories: v.pipe(
      v.array(v.pipe(v.string(), v.startsWith('/'))),
      v.nonEmpty(),
      v.check((all) => isUnique(all), 'repeats one'),
    ),
    schedule: v.object({ interval: v.literal('weekly') }),
    groups: v.record(v.string(), v.object({})),
  });
  const { updates } = v.parse(
    v.strictObject({ version: v.literal(2), updates: v.array(update) }),
    read('.github/dependabot.yml'),
  );
  const directoriesOf = (ecosystem: string): readonly string[] =>
    updates.filter((one) => one['package-ecosystem'] === ecosystem).flatMap(({ directories }) => directories);

  test('cover each folder with a lock file of npm', () => {
    const locks = globSync('**/package-lock.json', { cwd: root, ignore: ['**/node_modules'] });
    const folders = locks.map((path) => `/${path.replaceAll('\\', '/').replace(/\/?package-lock\.json$/, '')}`);
    expect([...directoriesOf('npm')].sort()).toEqual(folders.sort());
  });

  test('cover the workflows of this repository and those that init writes', () => {
    expect(directoriesOf('github-actions')).toEqual(['/', '/templates']);
    expect(readFileSync(join(root, 'templates/listwright.yml'), 'utf8')).toMatch(/uses: actions\/checkout@/);
  });

  test('are grouped', () => {
    for (const { groups } of updates) expect(Object.keys(groups).length).toBeGreaterThan(0);
  });
});

test('the pull request template names only scripts and files that exist', () => {
  const page = readFileSync(join(root, '.github/pull_request_template.md'), 'utf8');
  const { scripts } = read('package.json') as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...page.matchAll(/`npm run ([a-z:-]+)`/g)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
  for (const file of ['CHANGELOG.md', 'docs/decisions']) {
    expect(page).toContain(file);
    expect(existsSync(join(root, file))).toBe(true);
  }
});
