import { describe, expect, it } from 'vitest';
import type { Atom } from '../../src/grammar/atoms.js';
import { entryGrammar } from '../../src/grammar/grammar.js';
import { match } from '../../src/grammar/match.js';
import type { EntriesOptions } from '../../src/model/entry-options.js';
import { departuresIn } from './read.js';

const around = { depth: 0, marks: 0 };

/** Characters; `[` and `]` are a link around those between. */
function atomsOf(text: string): readonly Atom[] {
  let depth = 0;
  return Array.from(text, (character, start): Atom => {
    const place = { ...around, start, end: start + 1 };
    if (character === '[') return { ...place, depth: depth++, kind: 'open', what: 'link', url: 'u' };
    if (character === ']') return { ...place, depth: depth--, kind: 'close', what: 'link', url: 'u' };
    return { ...place, depth, kind: 'character', character, exact: true };
  });
}

/** How often an atom is looked at. */
function readsOf(atoms: readonly Atom[], run: (atoms: readonly Atom[]) => void): number {
  let reads = 0;
  run(
    new Proxy(atoms, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key, receiver);
      },
    }),
  );
  return reads;
}

const formats: readonly EntriesOptions[] = [
  {
    format: '- [{name}]({url}) - {description}.{? ({?[Demo]({demo})}{, }{?[Code]({code})})}{+ {license}}',
    fields: { license: { kind: 'spdx' } },
  },
  {
    format: '- [{name}]({url}){? - {author}}{? ({+{format}{, }})}{* ({note})}',
    fields: { format: { values: ['PDF', 'EPUB'] } },
  },
  { format: '- {a} - {b} - {c} - {d}' },
];
const parts = ['a', ' ', '. - ', '(', '()', '(PDF, ', '[a] ', '–', ' (a)', 'MIT '];

it.each(formats.flatMap((options) => parts.map((part) => [part, options] as const)))(
  'reading many of "%s" by %j takes steps in proportion to their number',
  (part, options) => {
    const [section] = entryGrammar(options).sectionsFor([[]]);
    const [format] = section?.formats ?? [];
    if (section === undefined || format === undefined) throw new Error('no format');
    const reads = (length: number): number =>
      readsOf(atomsOf(`[a] - ${part.repeat(length / part.length)}`), (atoms) =>
        match(format.automaton, atoms, section.specs),
      );
    // The square of the length would be 16.
    expect(reads(8_000) / reads(2_000)).toBeLessThan(5.5);
  },
);

describe('an entry that is very long', () => {
  const links = '- [{name}]({url}) - {description}.{? ({?[Demo]({demo})}{, }{?[Source]({source})})}{+ `{license}`}';
  const hostile = `- [Silk](https://silk.test) - ${'a. - '.repeat(5_000)}b`;

  it('is read, and departs where no entry of the format goes on', () => {
    expect(departuresIn(hostile, { format: links })).toHaveLength(1);
    expect(departuresIn(`${hostile} x. \`MIT\``, { format: links })).toEqual([]);
  });

  it('does not keep others from being read', () => {
    const text = `${`- [Silk](https://silk.test) ${'x '.repeat(500)}\n`.repeat(20)}- [Jib](https://jib.test) – Soft. \`MIT\`\n`;
    expect(departuresIn(text, { format: links }).length).toBeGreaterThanOrEqual(21);
  });
});
