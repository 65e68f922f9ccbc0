import { Command } from 'commander';
import { expect, test } from 'vitest';
import { builtinRules } from '../../src/config/builtin-rules.js';
import { rawFlags } from '../../src/config/command-line/flags.js';
import { addLinkOptions, addOptions } from '../../src/config/command-line/options.js';
import { readLinkOptions } from '../../src/config/option-parsers.js';
import { validateConfig } from '../../src/config/validate.js';
import { type LinkOptionName, linkOptionList, repeatableKinds } from '../../src/model/link-options.js';
import { kebab } from '../../src/text/kebab.js';

/** What a flag is given, and what the configuration says for the same. */
const values: Readonly<Record<LinkOptionName, readonly [flag: string | null, key: unknown]>> = {
  include: ['^https://a\\.test/', ['^https://a\\.test/']],
  exclude: ['\\.pdf$', ['\\.pdf$']],
  offline: [null, true],
  shard: ['2/4', '2/4'],
  concurrency: ['16', 16],
  perHost: ['2', 2],
  timeout: ['1m', '1m'],
  retries: ['4', 4],
  confirmAfter: ['1m', '1m'],
  header: ['a.test=accept: x', ['a.test=accept: x']],
  userAgent: ['pots/1', 'pots/1'],
  accept: ['200..299,403', '200..299,403'],
  allowPrivate: [null, true],
  connectTo: ['a.test:443:127.0.0.1:8443', ['a.test:443:127.0.0.1:8443']],
  cacert: ['ca.pem', 'ca.pem'],
  ledger: ['l.jsonl', 'l.jsonl'],
  maxAge: ['7d', '7d'],
  archive: [null, true],
};

const parsed = (...argv: readonly string[]) => {
  const command = new Command().argument('[paths...]');
  addOptions(command, 'check');
  return rawFlags(command.parse(argv, { from: 'user' }).opts());
};

test.each(linkOptionList.map(([name]) => name))('--%s reads what its key in the configuration reads', (name) => {
  const [flag, key] = values[name];
  const raw = parsed(`--${kebab(name)}`, ...(flag === null ? [] : [flag]));
  expect(Object.keys(raw)).toEqual([name]);
  const config = validateConfig({ [name]: key }, 'c.json', builtinRules);
  const read = (given: object) => readLinkOptions({ ...given }, (each) => each);
  expect(read(raw)).toEqual(read(config));
  expect(read(raw)[name]).not.toEqual(read({})[name]);
});

test('flags that are absent are absent from the configuration that they make', () => expect(parsed()).toEqual({}));

test('--no-ledger is ledger: false', () => expect(parsed('--no-ledger')).toEqual({ ledger: false }));

test('an error about an invalid value names the flag', () => {
  expect(() => readLinkOptions({ perHost: 0 }, (name) => `--${kebab(name)}`)).toThrow(/^--per-host: invalid value "0"/);
  expect(readLinkOptions({ perHost: 1 }, (name) => name).perHost).toBe(1);
});

test('add takes the options that one link needs', () => {
  const command = new Command();
  addLinkOptions(command);
  const names = command.options.map(({ long }) => long);
  expect(names).toContain('--timeout');
  expect(names).not.toContain('--shard');
});

test('the help of an option says its default and whether it is repeatable', () => {
  const command = new Command();
  addOptions(command, 'check');
  for (const [name, option] of linkOptionList) {
    const help = command.options.find(({ long }) => long === `--${kebab(name)}`)?.description ?? '';
    const usual = option.default ?? option.defaultText;
    expect([name, help.includes('(default:')]).toEqual([name, usual !== undefined]);
    if (usual !== undefined) expect(help).toContain(`(default: ${usual})`);
    expect([name, help.includes('; repeatable')]).toEqual([name, repeatableKinds.has(option.kind)]);
  }
});
