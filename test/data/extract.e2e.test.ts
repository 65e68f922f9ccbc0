import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { folderOf, listwright } from '../cli/command.js';

const entries = { format: '- [{name}]({url}) - {description}.' };
const letters = [...'zyxwvutsrqponmlkjihgfedcba'];
/** A list of 500 entries in 10 sections. */
const whole = `# Awesome Looms\n\n> Machines.\n\n${Array.from(
  { length: 10 },
  (_, part) =>
    `## Group ${part}\n\n${Array.from({ length: 50 }, (__, at) => `- [${letters[at % 26]}${at} Loom](https://l${part}-${at}.example/) - Loom number ${at}.\n`).join('')}\n`,
).join('')}## License\n\nFree.\n`;

const made = (readme: string, config: object = { entries }) =>
  folderOf({ 'README.md': readme, 'listwright.config.json': JSON.stringify(config) });

describe('extract', () => {
  test.each(['yaml', 'json', 'toml', 'csv'])(
    'writes 500 entries as %s, from which the same list is rendered',
    async (format) => {
      const folder = made(whole);
      const { status, stderr } = await listwright(folder, ['extract', '--to', format, '--write']);
      expect([status, stderr]).toEqual([0, expect.stringContaining(`500 entries written to entries.${format}`)]);
      const { source } = parseYaml(stderr.slice(stderr.indexOf('source:'))) as { source: object };
      expect(source).toMatchObject({ files: `entries.${format}`, sort: false, contents: false });
      writeFileSync(join(folder, 'listwright.config.json'), JSON.stringify({ entries, source }));
      const readme = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(readme.replace(/<!-- listwright:(?:start -->\n\n|end -->\n\n)/g, '')).toBe(whole);
      expect((await listwright(folder, ['render', '--check'])).stderr).toContain('500 entries, as in the data');
      // Sorted, it is another list, and the same each time.
      writeFileSync(
        join(folder, 'listwright.config.json'),
        JSON.stringify({ entries, source: { ...source, sort: 'name' } }),
      );
      await listwright(folder, ['render', '--write']);
      const sorted = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(sorted.indexOf('[a25 Loom]')).toBeLessThan(sorted.indexOf('[b24 Loom]'));
      await listwright(folder, ['render', '--write']);
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(sorted);
    },
  );

  test('prints data without --write, and leaves the list', async () => {
    const folder = made(whole);
    const { stdout } = await listwright(folder, ['extract']);
    expect(parseYaml(stdout).entries[0]).toEqual({
      ...{ section: 'Group 0', name: 'z0 Loom', url: 'https://l0-0.example/', description: 'Loom number 0' },
    });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(whole);
  });

  test.each([
    [
      'an entry of another form',
      whole.replace('- [y1 Loom](', '- Loom: [y1 Loom]('),
      'README.md:8: `y1 Loom` is not written as `entries.format` says',
    ],
    ['two empty lines', whole.replace('## Group 3\n\n', '## Group 3\n\n\n'), 'README.md:'],
    [
      'a section without entries between',
      whole.replace('## Group 3', '## Notes\n\nText.\n\n## Group 3'),
      'section `Notes` is between sections',
    ],
    ['entries in tiers', whole.replaceAll('## Group', '## Part'), 'README.md:7: `z0 Loom` is in a tier'],
    ['no entries', '# Awesome Looms\n\n> Machines.\n', 'no section has entries'],
  ])('refuses what it could not render, and writes nothing: %s', async (_, readme, message) => {
    const folder = made(readme);
    const { status, stderr } = await listwright(folder, ['extract', '--write']);
    expect(stderr).toContain(message);
    expect([status, readFileSync(join(folder, 'README.md'), 'utf8')]).toEqual([2, readme]);
  });

  test('refuses a format that it does not know, and a list without formats', async () => {
    expect((await listwright(made(whole), ['extract', '--to', 'jsn'])).stderr).toContain('did you mean "json"?');
    expect((await listwright(made(whole), ['extract', '--data', 'list.txt'])).stderr).toContain('unknown format "txt"');
    expect((await listwright(made(whole, {}), ['extract'])).stderr).toContain('needs `entries.format`');
  });
});
