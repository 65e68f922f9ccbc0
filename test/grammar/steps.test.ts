import { expect, it } from 'vitest';
import type { Atom } from '../../src/grammar/atoms.js';
import { entryGrammar } from '../../src/grammar/grammar.js';
import { match } from '../../src/grammar/match.js';
import type { EntriesOptions } from '../../src/model/entry-options.js';

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
    expect(reads(20_000) / reads(5_000)).toBeLessThan(5.5);
  },
);
