import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { validateConfig } from '../../src/config/validate.js';
import type { AnyRule } from '../../src/model/rule.js';
import { defineRule } from '../../src/rule-kit/define-rule.js';

const rule = (id: string, awesome: 'error' | 'off'): AnyRule =>
  defineRule({
    id,
    summary: 'Speak',
    why: 'To be heard.',
    severity: { awesome, list: awesome, roadmap: 'warning', minimal: 'off', default: 'warning' },
    fix: 'none',
    messages: {},
    options: v.object({ style: v.optional(v.picklist(['one', 'two', 'three']), 'one') }),
    presetOptions: { roadmap: { style: 'two' } },
    examples: [],
    check: () => {},
  });

const rules = [rule('loud', 'error'), rule('shy', 'off')];
const resolve = (config: RawOptions, flags: RawOptions = {}, cli: readonly string[] = []) =>
  resolveSettings(validateConfig(config, 'c.json', rules), flags, cli, {
    rules,
    cwd: '/home/weaver/lists',
    configFile: '/home/weaver/lists/c.json',
    reporters: ['pretty', 'json'],
    userAgent: 'loom',
    ledger: '/cache/ledger',
    vantage: 'local',
  });
const shown = async (config: RawOptions, flags: RawOptions = {}, cli: readonly string[] = [], path = 'README.md') =>
  (await resolve(config, flags, cli))
    .rulesFor(path, 'awesome')
    .rules.map(({ rule: { id }, severity, options }) => `${id} ${severity} ${(options as { style: string }).style}`);

describe('what applies to a file', () => {
  test('the preset that was told, then what the configuration says, then the command line', async () => {
    expect(await shown({})).toEqual(['loud error one']);
    expect(await shown({ preset: 'roadmap' })).toEqual(['loud warning two', 'shy warning two']);
    expect(await shown({ preset: 'roadmap' }, { preset: 'minimal' })).toEqual([]);
    expect(await shown({ rules: { shy: 'info' } })).toEqual(['loud error one', 'shy info one']);
    expect(await shown({ rules: { shy: 'info' } }, {}, ['shy=error'])).toEqual(['loud error one', 'shy error one']);
  });

  test('options stay when a later layer names a severity alone', async () => {
    const config: RawOptions = { rules: { loud: ['warning', { style: 'three' }] } };
    expect(await shown(config)).toEqual(['loud warning three']);
    expect(await shown(config, {}, ['loud=info'])).toEqual(['loud info three']);
    expect(await shown({ ...config, overrides: [{ files: '*.md', rules: { loud: 'error' } }] })).toEqual([
      'loud error three',
    ]);
  });

  test('an options object that leaves an option out leaves what the preset says', async () => {
    expect(await shown({ preset: 'roadmap', rules: { loud: ['error', {}] } })).toContain('loud error two');
  });

  test('overrides for the files that match, later ones winning', async () => {
    const overrides = [
      { files: ['docs/**/*.md'], rules: { loud: 'off' as const } },
      { files: './docs/other.md', preset: 'roadmap' as const, rules: { loud: 'info' as const } },
    ];
    expect(await shown({ overrides }, {}, [], 'docs/deep/list.md')).toEqual([]);
    expect(await shown({ overrides }, {}, [], 'docs/other.md')).toEqual(['loud info two', 'shy warning two']);
    expect(await shown({ overrides }, {}, [], 'README.md')).toEqual(['loud error one']);
  });
});

test('defaults of the contract', async () => {
  const { links, maxWarnings, preset, reporters } = await resolve({});
  expect({ maxWarnings, preset, reporters }).toEqual({ maxWarnings: null, preset: null, reporters: [] });
  expect(links).toMatchObject({
    concurrency: null,
    perHost: 8,
    timeout: 15_000,
    retries: 2,
    confirmAfter: 10_000,
    accept: [{ from: 200, to: 299 }],
    maxAge: 86_400_000,
    allowPrivate: false,
    offline: false,
    shard: null,
    ledger: '/cache/ledger',
    deadAfter: { failures: 3, days: 7 },
  });
});

test('the command line wins, and a message names the place of a bad value', async () => {
  expect((await resolve({ timeout: '1s', ledger: false }, { timeout: '2s' })).links).toMatchObject({
    timeout: 2000,
    ledger: null,
  });
  await expect(resolve({ maxAge: 'long' })).rejects.toThrow(
    /^\/home\/weaver\/lists\/c\.json: maxAge: invalid duration "long"/,
  );
  await expect(resolve({}, { maxAge: 'long' })).rejects.toThrow(/^--max-age: invalid duration "long"/);
});
