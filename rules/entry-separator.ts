import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { asDisplayed, type Departure, isByline, read } from './entry-separator/reading.js';

export default defineRule({
  id: 'entry-separator',
  topic: 'entries',
  summary: 'Use one separator between names and descriptions',
  why: 'A list is easier to scan and to parse when every line has the same structure.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['separator', 'space'],
  yieldsToFormat: true,
  messages: {
    other: '{found} after `{name}`; use {style}',
    bare: '`{name}` is followed by only a space; separate it from the description with {style}',
    many: '{found} after {count} names (first: `{name}`); use {style}',
    manyBare:
      '{count} names are followed by only a space (first: `{name}`); separate them from the descriptions with {style}',
    several: '{count} entries do not use the separator {style} (first: `{name}`)',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'The separator with its spaces, or `consistent`: the one that 90% of at least ten descriptions have.',
        ),
      ),
      'consistent',
    ),
    exact: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Also report repeated spaces, which are displayed as one, and spaces at a full-width mark.'),
      ),
      true,
    ),
    accept: v.optional(v.pipe(v.array(v.string()), v.description('Other accepted separators.')), []),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { exact: false },
    strict: { style: ' - ', exact: true },
    list: { exact: false },
    roadmap: { exact: false },
  },
  init: {
    deviation: 'have a different separator',
    convention: { cases: 'descriptions', does: (value) => `are separated from the name by "${value}"` },
  },
  learn: { style: (list) => list.entries.flatMap((entry) => read(entry, list)).map((one) => one.found) },
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) — Light and strong.\n- [Silk](https://silk.example/): Costly.\n',
      options: { style: ' - ' },
      finds: ['5:36 other', '6:32 other'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly.\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\u00a0- Costly.\n- [Paper](https://paper.example/)  -  Cheap.\n- [Foil](https://foil.example/) -Loud.\n',
      options: { style: ' - ' },
      finds: ['5:32 other', '6:34 other', '7:32 other'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Paper](https://paper.example/) - Cheap.\n- [Foil](https://foil.example/) - Loud.\n',
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(9, ': ')}- [Silk](https://silk.example/) - Costly.\n`,
      finds: ['14:32 other'],
      fixed: `# Kites\n\n## Sails\n\n${lines(9, ': ')}- [Silk](https://silk.example/): Costly.\n`,
      note: 'Nine of ten entries have a colon.',
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(27, ': ')}- [Wind](https://wind.example/) - Ada Breeze. On kites.\n- [Sky](https://sky.example/) - A. van der Gale (talk)\n- [Air](https://air.example/) - Big Kites and more.\n`,
      finds: ['34:30 other'],
      note: 'An author after a dash is not a description.',
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(21, ' – ')}`,
      options: { style: ' - ' },
      finds: ['5:32 many'],
      fixed: `# Kites\n\n## Sails\n\n${lines(21, ' - ')}`,
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(3, ' – ')}${lines(3, ': ')}`,
      options: { style: ' - ' },
      finds: ['5:32 several'],
      fixed: `# Kites\n\n## Sails\n\n${lines(6, ' - ')}`,
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(6, ' ')}`,
      options: { style: ' - ' },
      finds: ['5:32 manyBare'],
    },
    {
      text: `# Kites\n\n## Sails\n\n${lines(6, ': ')}${lines(5, ' - ')}`,
      finds: [],
      note: 'This list has no consistent separator.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) ![new](new.svg) - Light.\n- [Delta](https://plans.example/) (PDF) - One spar.\n',
      options: { style: ' - ' },
      finds: [],
      note: 'Badges and tags may come before the separator.',
    },
    {
      text: '# Kites\n\n## Books\n\n- [On Wind](https://wind.example/) by A. Breeze\n- [Wind](https://wind2.example/), second edition\n- [Sky](https://sky.example/) _In French_ - On clouds.\n- [Air](https://air.example/) By Ann Gale\n- [Gust](https://gust.example/) Par Léa\n- [Gale](https://gale.example/) Türkçe\n- [Sea](https://sea.example/) Byways of the sea.\n',
      options: { style: ' - ' },
      finds: ['11:30 bare'],
      note: 'Words that continue the name are not a description; nor is an author or a language.',
    },
    {
      text: '- [Silk](https://silk.example/)\n-[Foil](https://foil.example/): Loud.\n- [Jib](https://jib.example/)\n  : Small.\n',
      options: { style: ' - ' },
      finds: ['3:30 other'],
      fixed:
        '- [Silk](https://silk.example/)\n-[Foil](https://foil.example/): Loud.\n- [Jib](https://jib.example/) - Small.\n',
      note: 'A bullet without a space is not a separator.',
    },
    {
      text: '- [Silk](https://silk.example/) 🪁 Costly.\n- [Foil](https://foil.example/)\n  🪁 Loud.\n',
      options: { style: ' - ' },
      finds: ['1:35 bare'],
      note: 'A description on the next line needs no separator.',
    },
    {
      text: '- Cloth: Sew good cloth ([Silk](https://silk.example/) [Foil](https://foil.example/)).\n- Cloth ([Silk](https://silk.example/)) Costly.\n- **[Jib](https://jib.example/)** Small.\n',
      options: { style: ' - ' },
      finds: ['3:34 bare'],
      note: 'A sentence with links in it has no separator.',
    },
    {
      text: '- [Silk](https://silk.example/)  -  Costly.\n- [Foil](https://foil.example/)-Loud.\n',
      options: { style: ' - ', exact: false },
      finds: ['2:32 other'],
      fixed: '- [Silk](https://silk.example/)  -  Costly.\n- [Foil](https://foil.example/) - Loud.\n',
      note: 'Repeated spaces are displayed as one.',
    },
    { text: '- [Silk](https://silk.example/) – Costly.\n', options: { style: ' - ', accept: [' – '] }, finds: [] },
    {
      text: '- [絹](https://silk.example/)： 高い。\n- [凧](https://foil.example/): 軽い。\n',
      options: { style: '：', exact: false },
      finds: ['2:29 other'],
      fixed: '- [絹](https://silk.example/)： 高い。\n- [凧](https://foil.example/)：軽い。\n',
      note: 'A full-width mark looks the same with a space.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const described = list.entries.flatMap((entry) => read(entry, list));
    const { style } = options;
    if (style.trim() === '' || style === 'off') return;
    const accepted = [style, ...options.accept];
    const right = new Set(options.exact ? accepted : accepted.map(asDisplayed));
    const departures = described.filter(
      ({ found, entry }) =>
        !right.has(options.exact ? found : asDisplayed(found)) && (/[-–—]/.test(style) || !isByline(found, entry)),
    );
    const [first, ...rest] = departures;
    const words = { style: `\`${style}\`` };
    if (first !== undefined && departures.length > foldOver) {
      const found = inWords(first.found, style);
      const isOneKind = rest.every((one) => inWords(one.found, style) === found);
      const where = { at: first.separator.position, places: rest.map((one) => one.separator.position) };
      const fix = foldedFix(departures.map((one) => rewrite(one, style)));
      const data = { count: departures.length, name: first.entry.name, ...words };
      if (!isOneKind) report({ message: 'several', ...where, fix, data });
      else if (isBare(first)) report({ message: 'manyBare', ...where, fix, data });
      else report({ message: 'many', ...where, fix, data: { ...data, found } });
      return;
    }
    for (const one of departures) {
      const at = one.separator.position;
      const data = { name: one.entry.name, found: inWords(one.found, style), ...words };
      const message = isBare(one) ? 'bare' : 'other';
      report({ message, at, fix: rewrite(one, style), data });
    }
  },
});

function rewrite({ separator, found }: Departure, style: string): Fix {
  const { start, end } = separator.position;
  return { safe: !isBare({ found }), edits: [{ start: start.offset, end: end.offset, text: style }] };
}

function isBare({ found }: Pick<Departure, 'found'>): boolean {
  return found.trim() === '';
}

function inWords(found: string, style: string): string {
  const mark = found.trim();
  return mark === style.trim() ? `Wrong spacing around \`${mark}\`` : `Separator \`${found.replace(/\s/g, ' ')}\``;
}

function lines(count: number, separator: string): string {
  return `- [Sail](https://sail.example/)${separator}Cloth.\n`.repeat(count);
}
