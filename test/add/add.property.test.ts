import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';
import { proposed } from './propose.js';

/** Words that are names, so that no rule has a say in them. */
const word = fc.constantFrom(
  'Anchor',
  'Biro',
  'Cutter',
  'Dipper',
  'Etcher',
  'Feather',
  'Graver',
  'Holder',
  'Inker',
  'Jotter',
  'Keeper',
  'Liner',
  'Marker',
  'Needle',
);
const names = fc.uniqueArray(word, { minLength: 1, maxLength: 14 });
const style = fc.record({
  bullet: fc.constantFrom('-', '*', '+'),
  separator: fc.constantFrom(' - ', ' – ', ' — ', ': '),
  bold: fc.constantFrom('', '**'),
  stop: fc.constantFrom('.', ''),
  capital: fc.boolean(),
  box: fc.constantFrom('', '[ ] '),
  kind: fc.constantFrom('', ' (Book)'),
  sorted: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  preset: fc.constantFrom('awesome', 'roadmap', 'minimal'),
});

function listOf(one: typeof style extends fc.Arbitrary<infer Value> ? Value : never, all: readonly string[]): string {
  const { bullet, separator, bold, stop, capital, box, kind, sorted, eol } = one;
  const lines = (sorted ? all.toSorted() : all).map(
    (name) =>
      `${bullet} ${box}[${bold}${name}${kind}${bold}](https://${name.toLowerCase()}.ink/)${separator}${capital ? 'A' : 'a'} tool for the writing desk${stop}`,
  );
  return [
    '# Awesome Letters',
    '',
    '> All about letters and pens.',
    '',
    '## Pens',
    '',
    ...lines,
    '',
    '## Contributing',
    '',
    'Write to us.',
    '',
  ].join(eol);
}

describe('in a list of any style', () => {
  test('the new line has no finding that its neighbours do not have, all else stays, and a second one is a duplicate', async () => {
    await fc.assert(
      fc.asyncProperty(style, names, async (one, all) => {
        const text = listOf(one, all);
        const asked = { name: `Quill${one.kind}`, section: 'Pens', options: { preset: one.preset } } as const;
        const { line, after, findings, before } = await proposed(text, asked);
        expect(before).toBe(text);
        expect(findings).toEqual([]);
        const lines = after.split(one.eol);
        const at = lines.findIndex((each) => each.includes('quill.ink'));
        expect(lines[at]).toBe(line);
        expect(lines.toSpliced(at, 1).join(one.eol)).toBe(text);
        const list = parse(after, { lang: 'en' });
        expect(list.entries.filter(({ name }) => name === 'Quill').map(({ url, kind }) => [url, kind])).toEqual([
          ['https://quill.ink/pen', one.kind === '' ? null : 'Book'],
        ]);
        const again = await proposed(after, asked);
        expect([again.line, again.duplicates.length]).toEqual([null, 1]);
      }),
      { numRuns: runs(30) },
    );
  });

  test('whatever a page calls itself, its entry is one entry with that address and that name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 60 }),
        async (name, description) => {
          const text =
            '# Awesome Letters\n\n## Pens\n\n- [Anchor](https://anchor.ink/) - A tool.\n- [Biro](https://biro.ink/) - A tool.\n';
          const proposal = await proposed(text, {
            name: `Q${name}q`,
            description,
            section: 'Pens',
            options: { preset: 'minimal' },
          });
          const list = parse(proposal.after, { lang: 'en' });
          expect(list.entries.map(({ url }) => url).sort()).toEqual([
            'https://anchor.ink/',
            'https://biro.ink/',
            'https://quill.ink/pen',
          ]);
          expect(proposal.after.split('\n')).toHaveLength(text.split('\n').length + 1);
          expect(list.links.filter(({ place }) => place === 'entry')).toHaveLength(3);
          const added = list.entries.find(({ url }) => url === 'https://quill.ink/pen');
          expect(added?.name.replace(/\s+/g, '')).toBe(proposal.facts?.name.replace(/\s+/g, ''));
          expect(lint(list, { rules: [], files: noFiles }).crashes).toEqual([]);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
