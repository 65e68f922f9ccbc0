import { describe, expect, test } from 'vitest';
import { readAs } from './read.js';

describe('markdown-link-check', () => {
  const read = (value: unknown) => readAs('markdown-link-check', '.markdown-link-check.json', JSON.stringify(value));

  test.each([
    [{ ignorePatterns: [{ pattern: '^http://kiln' }, { pattern: 'pots' }] }, { exclude: ['^http://kiln', 'pots'] }],
    [{ timeout: '20s' }, { timeout: '20s' }],
    [{ timeout: '2000ms' }, { timeout: '2000ms' }],
    [{ timeout: '1 minute' }, { timeout: '1m' }],
    [{ retryCount: 5, retryOn429: true }, { retries: 5 }],
    [{ aliveStatusCodes: [200, 206] }, {}],
    [{ aliveStatusCodes: [200, 999, 403] }, { accept: '200..299,999,403' }],
    [
      { httpHeaders: [{ urls: ['https://kiln.test/a', 'https://pot.test'], headers: { Accept: 'text/html' } }] },
      { header: ['kiln.test=Accept: text/html', 'pot.test=Accept: text/html'] },
    ],
  ])('%j', async (value, settings) => {
    expect(await read(value)).toMatchObject({ settings, left: [] });
  });

  test.each([
    [
      { replacementPatterns: [{ pattern: '^/', replacement: '{{BASEURL}}/' }] },
      '`replacementPatterns`: URLs are requested unchanged',
    ],
    [{ projectBaseUrl: 'https://kiln.test' }, '`projectBaseUrl`: relative'],
    [{ fallbackRetryDelay: '30s' }, '`fallbackRetryDelay`: delays adapt to each host'],
    [{ httpHeaders: [{ urls: ['https://kiln.test'], headers: { Cookie: 'abc' } }] }, '`Cookie` contains a secret'],
    [{ httpHeaders: [{ urls: ['https://kiln.test'], headers: { 'X-Pot': 'a\r\nb' } }] }, '`httpHeaders`: its value'],
    [{ ignorePatterns: [{ regex: 'x' }] }, '`ignorePatterns`: its value'],
    [{ aliveStatusCodes: ['fine'] }, '`aliveStatusCodes`: its value'],
  ])('%j is not imported', async (value, why) => {
    expect(await read(value)).toMatchObject({ settings: {}, left: [expect.stringContaining(why)] });
  });
});

describe('awesome_bot', () => {
  const workflow = '.github/workflows/links.yml';
  const read = (text: string, file = workflow) => readAs('awesome_bot', file, text);

  test.each([
    ['      - run: awesome_bot README.md --allow-dupe', { rules: { 'no-duplicate-url': 'off' } }],
    ['script:\n  - bundle exec awesome_bot README.md --allow-redirect\n', { rules: { 'link-moved': 'off' } }],
    [
      '- awesome_bot README.md -t 30 --white-list kiln.test,pot.test/a+b',
      { timeout: '30s', exclude: ['kiln\\.test', 'pot\\.test/a\\+b'] },
    ],
    ['- awesome_bot README.md --white-list="kiln.test, pot.test"', { exclude: ['kiln\\.test', 'pot\\.test'] }],
    ['- awesome_bot README.md \\\n    --allow 403,429 \\\n    --skip-save-results', { accept: '200..299,403,429' }],
    ["  sh 'awesome_bot README.md -w kiln.test'", { exclude: ['kiln\\.test'] }],
    ['- awesome_bot README.md && other --white-list kiln.test', {}],
    ['- docker run dkhamsing/awesome_bot README.md --allow-timeout', {}],
  ])('%j', async (text, settings) => {
    expect(await read(text)).toMatchObject({ settings, left: [] });
  });

  test.each([
    ['- awesome_bot README.md --allow-ssl', '`--allow-ssl`: browsers reject such a certificate'],
    ['- awesome_bot README.md --allow_ssl', '`--allow-ssl`: browsers reject such a certificate'],
    ['- awesome_bot README.md --white-list `cat white-list`', '`--white-list`: it is a shell variable'],
    ['- awesome_bot README.md --white-list $LIST', '`--white-list`: it is a shell variable'],
    ['- awesome_bot README.md --glaze', '`--glaze`: unknown setting'],
    ['- awesome_bot README.md -t soon', '`--set-timeout`: its value'],
  ])('%j is not imported', async (text, why) => {
    expect(await read(text)).toMatchObject({ settings: {}, left: [expect.stringContaining(why)] });
  });

  test.each([
    '- run: gem install awesome_bot',
    '# - awesome_bot README.md --allow-dupe',
    '- name: awesome_bot --allow-dupe',
    '- run: my_awesome_bot --allow-dupe',
    'on: push',
  ])('%j does not call awesome_bot', async (text) => expect(await read(text)).toBe(null));
});

describe('awesome-lint', () => {
  test.each([
    ['package.json', '{ "scripts": { "test": "awesome-lint" } }', true],
    ['package.json', '{ "scripts": { "lint": "npx awesome-lint@2.3.0 readme.md && x" } }', true],
    ['package.json', '{ "devDependencies": { "awesome-lint": "*" } }', false],
    ['package.json', '{ "scripts": { "test": "my-awesome-lint" } }', false],
    ['package.json', '{ "scripts": 3 }', false],
    ['.github/workflows/lint.yml', '      - run: npx awesome-lint', true],
    ['.github/workflows/lint.yml', '      # - run: npx awesome-lint', false],
    ['.github/workflows/lint.yml', '      - name: awesome-lint', false],
    ['.github/workflows/lint.yml', '      - run: npx awesome-linter', false],
  ])('%s: %s', async (file, text, used) => {
    const read = await readAs('awesome-lint', file, text);
    expect(read?.settings.preset ?? null).toBe(used ? 'awesome-strict' : null);
  });
});

describe('markdownlint', () => {
  const read = (config: unknown, file = '.markdownlint.json') => readAs('markdownlint', file, JSON.stringify(config));

  test.each([
    [{ MD004: { style: 'asterisk' } }, { 'entry-marker': { style: '*' } }],
    [{ 'ul-style': { style: 'dash' } }, { 'entry-marker': { style: '-' } }],
    [{ md034: false }, { 'url-no-bare': 'off' }],
    [{ 'no-bare-urls': true }, { 'url-no-bare': 'on' }],
    [{ MD009: { br_spaces: 0 } }, { 'no-trailing-spaces': { breaks: false } }],
    [{ MD009: { br_spaces: 2 } }, { 'no-trailing-spaces': 'on' }],
    [{ MD024: { siblings_only: true } }, { 'heading-unique': { scope: 'siblings' } }],
    [{ MD024: {} }, { 'heading-unique': { scope: 'document' } }],
    [{ MD026: { punctuation: '.,' } }, { 'heading-format': { punctuation: '.,' } }],
    [{ MD029: { style: 'one' } }, { 'style/ordered-list-marker-value': { options: 'one' } }],
    [{ MD035: { style: '***' } }, { 'style/rule-style': { options: '***' } }],
    [{ MD048: { style: 'tilde' } }, { 'style/fenced-code-marker': { options: '~' } }],
    [{ MD044: { names: ['Kiln'] } }, { 'brand-spelling': { terms: { preferred: [{ from: 'Kiln', to: 'Kiln' }] } } }],
    [{ MD034: false, 'no-bare-urls': true }, { 'url-no-bare': 'on' }],
  ])('%j', async (config, rules) => {
    expect(await read(config)).toMatchObject({ settings: { rules }, left: [] });
  });

  test.each([
    [{ default: true, MD013: false, MD033: false, $schema: 'x' }, []],
    [{ MD013: { line_length: 80 } }, ['`MD013`: no rule corresponds to it']],
    [{ MD011: false }, ['`entry-link-syntax` checks more than that']],
    [{ MD011: true }, []],
    [{ extends: 'base.json' }, ['`extends`: extended files are not read']],
    [{ MD034: 7 }, ['`MD034`: its value']],
    [{ MD035: { style: 'a\nb' } }, []],
  ])('%j lists what has no equivalent', async (config, left) => {
    const said = await read(config);
    expect(said?.left).toEqual(left.map((why) => expect.stringContaining(why)));
    expect(Object.values(said?.settings.rules ?? {}).every((wish) => wish === 'on')).toBe(true);
  });

  test('reads JSON with comments and trailing commas, and keeps URLs in strings', async () => {
    const text = '{ // the list\n "MD034": false, /* "MD045": false, */ "MD044": { "names": ["a // b,}"], },\n}';
    expect(await readAs('markdownlint', '.markdownlint.jsonc', text)).toMatchObject({
      settings: {
        rules: {
          'url-no-bare': 'off',
          'brand-spelling': { terms: { preferred: [{ from: 'a // b,}', to: 'a // b,}' }] } },
        },
      },
    });
  });

  test('reads YAML and the config of cli2, and does not run code', async () => {
    expect(await readAs('markdownlint', '.markdownlint.yaml', 'MD034: false\n')).toMatchObject({
      settings: { rules: { 'url-no-bare': 'off' } },
    });
    const cli2 = await readAs(
      'markdownlint',
      '.markdownlint-cli2.jsonc',
      '{ "config": { "MD045": false }, "globs": ["*.md"] }',
    );
    expect(cli2).toMatchObject({
      settings: { rules: { 'image-alt': 'off' } },
      left: [expect.stringContaining('`globs`')],
    });
    expect(await readAs('markdownlint', '.markdownlint.cjs', 'throw 1')).toMatchObject({
      settings: {},
      left: [expect.stringContaining('it is code, which init does not run')],
    });
  });
});

describe('remark', () => {
  const read = (plugins: unknown) => readAs('remark', '.remarkrc.json', JSON.stringify({ plugins }));

  test.each([
    [['remark-lint-emphasis-marker'], { 'style/emphasis-marker': 'on' }],
    [[['remark-lint-emphasis-marker', '*']], { 'style/emphasis-marker': { options: '*' } }],
    [[['lint-emphasis-marker', ['error', '_']]], { 'style/emphasis-marker': { options: '_' } }],
    [[['remark-lint-strong-marker', 2]], { 'style/strong-marker': 'error' }],
    [[['remark-lint-no-shell-dollars', false]], { 'style/no-shell-dollars': 'off' }],
    [{ 'remark-lint-no-shell-dollars': ['off'] }, { 'style/no-shell-dollars': 'off' }],
    [{ 'lint-no-duplicate-headings': true }, { 'heading-unique': { scope: 'document' } }],
    [['remark-lint-alphabetize-lists'], { 'entries-sorted': 'on' }],
  ])('%j', async (plugins, rules) => {
    expect(await read(plugins)).toMatchObject({ settings: { rules }, left: [] });
  });

  test.each([
    [['remark-preset-lint-recommended'], '`remark-preset-lint-recommended`: a preset is code, which init does not run'],
    [['remark-lint-maximum-line-length'], 'no rule corresponds to it'],
    [[['remark-lint-no-dead-urls', false]], '`link-broken` checks more than that'],
    [['./local-plugin.js'], 'no rule corresponds to it'],
  ])('%j is not imported', async (plugins, why) => {
    expect(await read(plugins)).toMatchObject({ settings: {}, left: [expect.stringContaining(why)] });
  });

  test('reads remarkConfig in package.json and YAML, and does not run code', async () => {
    expect(await readAs('remark', 'package.json', '{ "name": "kiln" }')).toBe(null);
    const field = '{ "remarkConfig": { "plugins": ["remark-lint", "remark-lint-rule-style"] } }';
    expect(await readAs('remark', 'package.json', field)).toMatchObject({
      settings: { rules: { 'style/rule-style': 'on' } },
      left: [],
    });
    expect(await readAs('remark', '.remarkrc.mjs', 'throw 1')).toMatchObject({
      left: [expect.stringContaining('it is code, which init does not run')],
    });
    expect(await readAs('remark', '.remarkrc.yml', 'plugins:\n  - remark-lint-rule-style\n')).toMatchObject({
      settings: { rules: { 'style/rule-style': 'on' } },
    });
  });
});
