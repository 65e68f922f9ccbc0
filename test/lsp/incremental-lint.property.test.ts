import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClientSettings, defaultClientSettings } from '../../src/lsp/client-settings.js';
import { type DocumentReading, type EditorDocument, openDocument } from '../../src/lsp/document.js';
import type { Finding } from '../../src/model/finding.js';
import { folderOf } from '../cli/command.js';
import { runs } from '../properties/runs.js';

const things = ['Anvil', 'Bellows', 'Chisel', 'Drill', 'Engraver', 'File', 'Gouge', 'Hammer', 'Iron', 'Jig'];
const deeds = ['Shapes hot iron', 'Blows air at the coals', 'Cuts across the grain', 'Makes round holes'];

/** A list of so many sections with ten entries each, long enough not to be read anew at every key. */
function workshop(sections: number, references = false): string {
  const parts = Array.from({ length: sections }, (_, section) => {
    const entries = things.map((thing, index) => {
      const name = `${thing} ${section}`;
      const to =
        references && index === 3 ? `[${name}][drill-${section}]` : `[${name}](https://tools${section}.test/${index})`;
      return `- ${to} - ${deeds[(section + index) % deeds.length]}, in room ${section * 10 + index} of the long house by the river.`;
    });
    return `## Room ${section}\n\n${entries.join('\n')}\n`;
  });
  const definitions = references
    ? Array.from({ length: sections }, (_, section) => `[drill-${section}]: https://drills.test/${section}`).join('\n')
    : '';
  return `# Awesome Workshop\n\nTools for hands that make things.\n\n${parts.join('\n')}${definitions === '' ? '' : `\n${definitions}\n`}`;
}

async function opened(
  text: string,
  settings: ClientSettings = defaultClientSettings,
): Promise<{ document: EditorDocument; reading: DocumentReading }> {
  const folder = folderOf();
  const document = openDocument({ path: 'README.md', file: `${folder}/README.md`, root: folder, env: process.env });
  const reading = await document.read(text, 1, settings, true);
  if (!('result' in reading)) throw new Error(reading.why ?? 'it is no list');
  return { document, reading };
}

const told = ({ rule, start, end, message }: Finding): string =>
  `${start.line}:${start.column} ${start.offset}-${end.offset} ${rule} ${message}`;

const long = workshop(60);
const strict = { ...defaultClientSettings, preset: 'awesome-strict' };

describe('linting the edited section of a long list', () => {
  test.each([
    ['a full stop that goes', 'of the long house by the river.', 'of the long house by the river', ['description-end']],
    ['a small letter', '- Blows', '- blows', ['description-start']],
    ['an address of an example', 'https://tools3.test/4', 'https://example.com', ['no-placeholder']],
    ['a name that comes twice in a section', '[Bellows 5]', '[Anvil 5]', ['no-duplicate-name']],
    ['another word', 'Cuts across the grain', 'Cuts along the grain', []],
    [
      'an entry that goes',
      '- [Jig 2](https://tools2.test/9) - Makes round holes, in room 29 of the long house by the river.\n',
      '',
      [],
    ],
    [
      'a new line',
      '- [Iron 7]',
      '- [Ivory](https://ivory.test) - carves well\n- [Iron 7]',
      ['description-start', 'description-end'],
    ],
  ])('reports of %s what a full reading reports', async (_, old, written, rules) => {
    const { document, reading } = await opened(long, strict);
    const text = long.replace(old, written);
    const quick = document.glance(text);
    const before = new Set(reading.result.findings.map(({ rule, message }) => rule + message));
    expect(quick?.filter(({ rule, message }) => !before.has(rule + message)).map(({ rule }) => rule)).toEqual(rules);
    const exact = await document.read(text, 2, strict, false);
    expect('result' in exact && exact.result.findings.map(told)).toEqual(quick?.map(told));
  });

  test('leaves it to the full reading where a section comes, goes or has no entries', async () => {
    const { document } = await opened(long);
    expect(document.glance(long.replace('## Room 8', '## Loft 8'))).toBeNull();
    expect(document.glance(long.replace('- [Anvil 9]', '## Attic\n\n- [Anvil 9]'))).toBeNull();
    expect(document.glance(long.replace('Tools for hands', 'Machines for hands'))).toBeNull();
    const { document: short } = await opened(workshop(3));
    expect(short.glance(workshop(3).replace('Blows', 'blows'))).toBeNull();
  });

  test('reports nothing that depends on the whole list: an anchor in another section is not missing', async () => {
    const { document } = await opened(long);
    const text = long.replace('Cuts across the grain', 'See [another room](#room-40)');
    expect(document.glance(text)?.map(({ rule }) => rule)).not.toContain('fragment-resolves');
    const { document: other } = await opened(workshop(60, true));
    const reference = workshop(60, true).replace('[Drill 4][drill-4]', '[Borer 4][drill-4]');
    const quick = other.glance(reference);
    const exact = await other.read(reference, 2, defaultClientSettings, false);
    expect('result' in exact && exact.result.findings.map(told)).toEqual(quick?.map(told));
  });

  test('keeps many places apart, edited in any order', async () => {
    const { document } = await opened(long);
    let text = long;
    for (const section of [40, 3, 17, 4, 40, 59, 0]) {
      const mark = `[Gouge ${section}](https://tools${section}.test/6) - `;
      const at = text.indexOf(mark) + mark.length;
      text = `${text.slice(0, at)}${text[at]?.toLowerCase()}x\u{1F528} ${text.slice(at + 1)}`;
      const quick = document.glance(text);
      expect(quick).not.toBeNull();
      const { document: other } = await opened(text);
      expect(quick?.map(told)).toEqual(other.reading?.result.findings.map(told));
    }
  });

  test('a section that is too long is read in part', async () => {
    const one = `# Awesome Workshop\n\nTools for hands that make things.\n\n## Room\n\n${workshop(60)
      .match(/^- .*$/gm)
      ?.join('\n')}\n`;
    const { document } = await opened(one, strict);
    const text = one.replace('[Chisel 30](https://tools30.test/2) - S', '[Chisel 30](https://tools30.test/2) - s');
    expect(text).not.toBe(one);
    const quick = document.glance(text);
    const exact = await document.read(text, 2, strict, false);
    expect(quick?.map(({ rule }) => rule)).toContain('description-start');
    expect('result' in exact && exact.result.findings.map(told)).toEqual(quick?.map(told));
  });

  test.each([
    ['the preset that fits', defaultClientSettings],
    ['awesome-strict', strict],
  ])('whatever is typed into an entry, with %s: all that is new is in a full reading', async (_, settings) => {
    const { document, reading } = await opened(long, settings);
    const entries = reading.list.entries;
    const old = new Set(reading.result.findings.map(({ rule, message }) => rule + message));
    const typed = fc.oneof(
      fc.constantFrom(
        '',
        '.',
        ' ',
        '[',
        ']',
        '(',
        '`',
        '*',
        '<',
        '—',
        '\n',
        '\n- ',
        ' awesome',
        '<!-- x -->',
        '|',
        'javascript',
      ),
      fc.string({ maxLength: 4 }).filter((text) => !/[#=~`<\-_]/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(entries.length - 1), fc.nat(120), fc.nat(6), typed, async (index, into, cut, words) => {
        const { start, end } = entries[index]?.position ?? reading.list.position;
        const at = Math.min(start.offset + into, end.offset);
        const text = long.slice(0, at) + words + long.slice(Math.min(at + cut, end.offset));
        const quick = document.glance(text);
        // Each try begins with the same list.
        await document.read(long, 1, settings, false);
        if (quick === null) return;
        const { reading: exact } = await opened(text, settings);
        const all = new Set(exact.result.findings.map(told));
        const fancied = quick
          .filter(({ rule, message }) => !old.has(rule + message))
          .filter((one) => !all.has(told(one)));
        expect(fancied.map(told)).toEqual([]);
      }),
      { numRuns: runs(15) },
    );
  });
});
