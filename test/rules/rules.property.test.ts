import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/lint/fix.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { PresetName } from '../../src/model/rule.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';
import { everyRule } from './every-rule.js';
import { setting } from './lint-with.js';

const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

const url = fc
  .tuple(pick('ash', 'silk', 'foil'), fc.nat(99))
  .map(([host, page]) => `https://${host}.sails.example/${page}`);
const name = pick('Ash', 'Silk *road*', 'Foil (Book)', '`jib`', 'Node.js', '帆', 'A & B', '🪁 Kite');
const words = pick(
  'Bends well',
  'costly and *slow*',
  'See [more](https://more.example/a)',
  '軽くて高い',
  'Works etc.',
  'Why not?',
  '"Quoted."',
  'Uses `code`',
  'Ends,',
  'Легкий парус',
);
const after = pick(
  '',
  '',
  '.',
  '!',
  '。',
  ' `MIT` `Go`',
  '. ([src](https://src.example/b))',
  ' ![new](new.svg)',
  ' 🎉',
  ' <br>',
);
const separator = pick(' - ', ' - ', ' – ', ' — ', ': ', '：', ' ', ' -  ', '\u00a0- ', ' -', '\n  - ');

const link = fc
  .tuple(name, url, pick('[N](U)', '**[N](U)**', '[**N**](U)', '<a href="U">N</a>', '**N**', '`x`'))
  .map(([text, address, shape]) => shape.replace('N', text).replace('U', address));
const line = fc
  .tuple(
    link,
    fc.option(fc.tuple(separator, words, after)),
    pick('', '', ' <!-- listwright-disable-next-line description-end -->'),
  )
  .map(([linked, described, directive]) => linked + (described ?? []).join('') + directive);
const tierLabel = fc
  .tuple(pick('Tier', 'tier', 'Level'), fc.nat(3), pick(': ', ' - ', ' ', ''), pick('Basics', 'Mastery', ''))
  .map(([word, number, joint, title]) => `**${word} ${number + 1}${title && joint + title}**`);
const item = fc.oneof(
  { weight: 5, arbitrary: line.map((text) => [`- ${text}`]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(tierLabel, fc.array(line, { minLength: 1, maxLength: 3 }))
      .map(([label, lines]) => [`- ${label}`, ...lines.map((text) => `    - ${text}`)]),
  },
  {
    weight: 1,
    arbitrary: pick(
      ['<!-- listwright-disable entry-separator -->'],
      ['<!-- listwright-enable -->'],
      ['<!--lint ignore-->'],
      ['', 'Some prose.', ''],
    ),
  },
);
const heading = fc
  .tuple(fc.nat(2), pick('Sails', 'Spars', 'Contents', 'Tier 1: Launch', 'tier 2 - Loops', ''))
  .map(([depth, title]) => `${'#'.repeat(depth + 2)} ${title}`);
const section = fc
  .tuple(heading, fc.array(item, { maxLength: 6 }))
  .map(([title, items]) => ['', title, '', ...items.flat(), '']);
const text = fc
  .tuple(fc.array(section, { maxLength: 5 }), pick('\n', '\r\n'), pick('', '\ufeff'), pick('', '\n'))
  .map(
    ([sections, eol, bom, last]) =>
      bom + ['# Kites', ...sections.flat()].join('\n').replace(/\n+$/, last).replaceAll('\n', eol),
  );

/** The safe fixes of all rules that a preset turns on. */
function fix(before: string, preset: PresetName, unsafe = false, without: readonly string[] = []) {
  const column = preset === 'awesome-strict' ? 'awesome' : preset;
  const rules = everyRule
    .filter((rule) => rule.severity[column] !== 'off' && !without.includes(rule.id))
    .map((rule) => setting(rule, rule.presetOptions?.[column]));
  const relint = (current: string) => {
    const list = parse(current, { path: 'README.md' });
    return { list, findings: lint(list, { rules, files: noFiles, known: everyRule }).findings };
  };
  return fixText(before, relint, { unsafe });
}

describe.each(['awesome', 'roadmap', 'minimal'] as const)('the fixes of %s', (preset) => {
  it('come to rest, and fixing twice is fixing once', () => {
    fc.assert(
      fc.property(text, (before) => {
        const once = fix(before, preset);
        expect(once.rounds).toBeLessThan(10);
        expect(fix(once.text, preset)).toEqual({ text: once.text, applied: 0, rounds: 0 });
      }),
      { numRuns: runs(30) },
    );
  });

  it('leave every entry and every address as they were', () => {
    fc.assert(
      fc.property(text, (before) => {
        // The badge is a link more, and doubled full stops are what one of the rules is about.
        const [was, is] = [parse(before), parse(fix(before, preset, false, ['awesome-badge']).text)];
        const names = (list: typeof was) =>
          list.entries.map((entry) => [entry.name.replace(/\.+$/, ''), entry.url, entry.kind]);
        expect(names(is)).toEqual(names(was));
        expect(is.links.filter((one) => one.place !== 'contents').map((one) => one.url)).toEqual(
          was.links.filter((one) => one.place !== 'contents').map((one) => one.url),
        );
      }),
      { numRuns: runs(30) },
    );
  });

  it('keep the byte order mark and the line endings', () => {
    fc.assert(
      fc.property(text, (before) => {
        // But for the rule that is about them.
        const after = fix(before, preset, false, ['file-encoding']).text;
        expect(after.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'));
        if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        else expect(after).not.toContain('\r');
      }),
      { numRuns: runs(15) },
    );
  });

  it('come to rest when those that need a look are taken too', () => {
    fc.assert(
      fc.property(text, (before) => {
        const once = fix(before, preset, true);
        expect(fix(once.text, preset, true).applied).toBe(0);
      }),
      { numRuns: runs(15) },
    );
  });
});
