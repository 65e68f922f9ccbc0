import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/config/builtin-rules.js';
import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { validateConfig } from '../../src/config/validate.js';

const resolve = (config: unknown) =>
  resolveSettings(validateConfig(config, 'c.json', builtinRules), {}, [], {
    rules: builtinRules,
    cwd: '/lists',
    configFile: '/lists/c.json',
    reporters: ['pretty'],
    userAgent: 'test',
    ledger: null,
    vantage: 'local',
  });
const format = (text: string) => ({ format: text });

describe('the format of entries in a configuration', () => {
  it('is that of the last override that matches, else that of the whole configuration', async () => {
    const config: RawOptions = {
      entries: format('- {name}'),
      overrides: [
        { files: 'books/*.md', entries: format('- {title}') },
        { files: 'books/old.md', entries: format('* {title}') },
      ],
    };
    const settings = await resolve(config);
    expect(['README.md', 'books/new.md', 'books/old.md'].map((path) => settings.entriesFor(path))).toEqual([
      format('- {name}'),
      format('- {title}'),
      format('* {title}'),
    ]);
    expect((await resolve({})).entriesFor('README.md')).toBe(null);
  });

  it.each([
    [{ entries: { formats: '- {name}' } }, 'c.json: entries.formats: unknown option'],
    [{ entries: { format: '- {name}', fields: { name: { maxLenght: 3 } } } }, 'did you mean "maxLength"?'],
    [{ entries: { format: '- {name' } }, 'c.json: entries.format: `{` has no `}`'],
    [
      { overrides: [{ files: 'a.md', entries: { format: '- {na me}' } }] },
      'overrides[0].entries.format: `{na me}` is not a field',
    ],
    [{ entries: { format: '- {name}', fields: { name: { pattern: '(' } } } }, 'is not a valid regular expression'],
    [{ entries: { format: '- {name}', sections: '/(/' } }, 'is not a valid regular expression'],
    [
      { entries: { format: '- {license}', fields: { license: { kind: 'spdx', values: ['MIT', 'Apache-2'] } } } },
      'c.json: entries.fields.license: values: `Apache-2` is not an SPDX license (did you mean "Apache-2.0"?)',
    ],
    [{ entries: { columns: { '★': {} } } }, 'no field can be named after this heading'],
  ])('is refused where it is wrong: %j', async (config, message) => {
    await expect((async () => resolve(config))()).rejects.toThrow(message);
  });

  it('may have values that are no license where the kind does not say so', async () => {
    const values = ['MIT OR Apache-2.0', 'GPL-3.0', 'mit'];
    const entries = (license: object) => resolve({ entries: { format: '- {license}', fields: { license } } });
    await expect(entries({ kind: 'spdx', values })).resolves.toBeDefined();
    await expect(entries({ values: ['Proprietary'] })).resolves.toBeDefined();
  });
});
