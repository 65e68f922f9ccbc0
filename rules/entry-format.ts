import * as v from 'valibot';
import type { FormatDeparture, List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { byEntry, findingsOf } from './entry-format/findings.js';
import { dataOf, problemOf } from './entry-format/words.js';

export default defineRule({
  id: 'entry-format',
  topic: 'entries',
  summary: 'Write entries in the configured format',
  why: 'A list is easier to read and to parse when each entry has the same parts in the same order.',
  severity: {
    awesome: 'warning',
    strict: 'error',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'warning',
  },
  fix: 'safe',
  changes: ['space', 'case', 'final-mark', 'separator'],
  messages: {
    missing: 'Expected {expected} here; the format is {format}',
    'extra-space': 'Extra space; remove it',
    'missing-space': 'Missing space; add one',
    'other-space': 'No-break space; use a regular space',
    unexpected: '{found} is not part of the format; remove it, or follow {format}',
    other: 'Expected {expected} instead of {found}; the format is {format}',
    column: 'This table has no column `{field}`; add it',
    empty: 'The cell in column `{field}` is empty; write {expected}',
    value: 'Unexpected {field} {found}; use {expected}',
    kind: 'The {field} {found} is not {expected}',
    pattern: 'The {field} {found} does not match {expected}',
    message: 'Unexpected {field} {found}: {expected}',
    short: 'The {field} of `{name}` is too short (minimum {expected} characters); expand it',
    long: 'The {field} of `{name}` is too long (maximum {expected} characters); shorten it',
    capital: 'The {field} of `{name}` starts with a lowercase letter; capitalize it',
    lowercase: 'The {field} of `{name}` starts with a capital letter; use a lowercase one',
    stop: 'The {field} of `{name}` ends with a period; remove it',
    'no-stop': 'The {field} of `{name}` should end with a period',
    'many-missing': '{count} entries are missing {expected}, which the format {format} requires (first: {first})',
    'many-other': '{count} entries have other text where the format {format} has {expected} (first: {first})',
    'many-spaces': '{count} entries have extra spaces; remove them (first: {first})',
    many: '{count} entries do not follow the format {format} (first: {first})',
    'many-values': 'The {field} of {count} entries {problem} (first: {first})',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '- [Silk](https://silk.test/) – Costly. `MIT`\n- [Foil](https://foil.test/) -  Loud `0BSD`\n- [Jib](https://jib.test/) - Small. MIT\n- [Kit](https://kit.test/) - New. (old) `MIT`\n',
      entries: {
        format: '- [{name}]({url}) - {description}. `{license}`',
        fields: { license: { kind: 'spdx' } },
      },
      finds: ['1:30 other', '2:31 extra-space', '2:37 missing', '3:37 other', '4:40 missing'],
      fixed:
        '- [Silk](https://silk.test/) - Costly. `MIT`\n- [Foil](https://foil.test/) - Loud. `0BSD`\n- [Jib](https://jib.test/) - Small. MIT\n- [Kit](https://kit.test/) - New. (old) `MIT`\n',
      note: 'A fix that adds more than a space or a period is a suggestion.',
    },
    {
      text: '- [Silk](https://silk.test/) - Costly. ([Shop](https://shop.test/), [Plan](https://plan.test/))\n- [Foil](https://foil.test/) - Is it loud? ([Plan](https://plan.test/))\n- **[Jib][jib]** - Small &amp;\n  light.\n\n[jib]: https://jib.test/\n',
      entries: { format: '- [{name}]({url}) - {description}.{? ({?[Shop]({shop})}{, }{?[Plan]({plan})})}' },
      finds: [],
      note: 'Optional parts, emphasis, references, entities and wrapped lines are accepted, and so is another mark at the end of a sentence.',
    },
    {
      text: '- [silk](https://silk.test/) - costly cloth `mit` 2020-05\n- [Foil](https://foil.test/) - Loud. `Mine` May\n- [Jib](https://jib.test/) - Jib `BSD-3-Clause` 2021\n- [Kit](http://kit.test/) - Kit of two spars `0BSD` 1999\n',
      entries: {
        format: '- [{name}]({url}) - {description} `{license}` {since}',
        fields: {
          name: { pattern: '^[A-Z]' },
          url: { pattern: '^https:', message: 'use https' },
          description: { capital: true, fullStop: false, minLength: 5, maxLength: 14 },
          license: { kind: 'spdx' },
          since: { kind: 'date' },
        },
      },
      finds: [
        '1:4 pattern',
        '1:32 capital',
        '1:46 value',
        '2:32 stop',
        '2:39 kind',
        '2:45 kind',
        '3:30 short',
        '4:7 message',
        '4:29 long',
      ],
      fixed:
        '- [silk](https://silk.test/) - costly cloth `mit` 2020-05\n- [Foil](https://foil.test/) - Loud `Mine` May\n- [Jib](https://jib.test/) - Jib `BSD-3-Clause` 2021\n- [Kit](http://kit.test/) - Kit of two spars `0BSD` 1999\n',
    },
    {
      text: '| Sail | Cloth | Hue | About |\n| --- | --- | --- | --- |\n| [Jib](https://jib.test/) | silk | `Red` | Front. |\n| [Gaff](https://gaff.test/) | Linen | Red | |\n| [Kit](https://kit.test/) | Silk | `Blue` | two spars |\n',
      entries: {
        columns: {
          Sail: '[{name}]({url})',
          Cloth: { values: ['Silk', 'Hemp'] },
          Hue: { values: ['`Red`', '`Blue`'] },
          About: { fullStop: true },
          Price: { kind: 'number' },
        },
      },
      finds: ['1:1 column', '3:30 value', '4:32 value', '4:40 value', '4:44 empty', '5:46 no-stop'],
      fixed:
        '| Sail | Cloth | Hue | About |\n| --- | --- | --- | --- |\n| [Jib](https://jib.test/) | Silk | `Red` | Front. |\n| [Gaff](https://gaff.test/) | Linen | Red | |\n| [Kit](https://kit.test/) | Silk | `Blue` | two spars. |\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.test/): Costly\n\n## Books\n\n- *[On wind](https://wind.test/)* by A. Breeze\n- [On Sky](https://sky.test/) by B. Gust\n',
      entries: [
        { format: '- [{name}]({url}): {description}', fields: { description: { capital: false } } },
        { sections: 'Books', format: '- *[{name}]({url})* by {author}' },
      ],
      finds: ['5:31 lowercase', '10:3 other'],
      note: 'Sections may have their own format.',
    },
    {
      text: '- [Silk](https://silk.test/)\n  – Costly.\n- [Foil](https://foil.test/) --help for sails.\n- [Jib](https://jib.test/)-based boat.\n',
      entries: { format: '- [{name}]({url}) - {description}.' },
      finds: ['2:3 other', '3:30 other', '4:27 other'],
      note: 'A sign at the start of a line, or one that may belong to a word, is not changed by a safe fix.',
    },
    {
      text: '- [Silk](https://silk.test/) (old) - Costly. ([Source code](https://silk.test/code)) `a`\n- [Foil](https://foil.test/) -\u00a0Loud.([Source Code](https://foil.test/code))`a` `b`\n- [[Jib](https://jib.test/)] - Small. [Source Code](https://jib.test/code) `a`\n',
      entries: { format: '- [{name}]({url}) - {description}.{? ([Source Code]({code}))}{+ `{tag}`}' },
      finds: [
        '1:30 unexpected',
        '1:55 other',
        '2:31 other-space',
        '2:37 other',
        '2:76 missing-space',
        '3:3 other',
        '3:39 other',
      ],
      fixed:
        '- [Silk](https://silk.test/) (old) - Costly. ([Source Code](https://silk.test/code)) `a`\n- [Foil](https://foil.test/) - Loud. ([Source Code](https://foil.test/code)) `a` `b`\n- [[Jib](https://jib.test/)] - Small. [Source Code](https://jib.test/code) `a`\n',
      note: 'Brackets that are too much or missing are one finding.',
    },
    {
      text: ['— Costly.', '- Costly', '-  Costly.', '(new) - Costly.']
        .map((rest) => `- [Silk](https://silk.test/) ${rest}\n`.repeat(6))
        .join(''),
      entries: { format: '- [{name}]({url}) - {description}.' },
      finds: ['1:30 many-other', '7:37 many-missing', '13:31 many-spaces', '19:30 many'],
      fixed:
        '- [Silk](https://silk.test/) - Costly.\n'.repeat(18) +
        '- [Silk](https://silk.test/) (new) - Costly.\n'.repeat(6),
    },
    {
      text: `${'- [Silk](https://silk.test/) - Costly cloth\n'.repeat(21)}`,
      entries: { format: '- [{name}]({url}) - {description}', fields: { description: { maxLength: 11 } } },
      finds: ['1:32 many-values'],
    },
    {
      text: '- [Sails](https://sails.test/)\n  - [Silk](https://silk.test/) - Costly 🪁\n  - [Foil](https://foil.test/) - <sup>Old</sup> *and* `loud` \\[sic]\n',
      entries: { format: '- [{name}]({url}) - {description}' },
      finds: [],
      note: 'An item that only names what is nested in it is ignored.',
    },
    { text: '- [Silk](https://silk.test/): Costly\n', finds: [], note: 'Without a format nothing is reported.' },
  ],
  check({ list, foldOver, report }) {
    for (const { message, departures } of findingsOf(list.departures, foldOver)) {
      const [first] = departures;
      if (first === undefined) continue;
      const edits = departures.flatMap((one) => one.edits);
      const fix = edits.length === 0 ? null : { safe: departures.every(isSafe), edits };
      const [at = first.position, ...places] = byEntry(departures).map((own) => spanOf(own, list));
      const data = { ...dataOf(first), count: places.length + 1, first: first.entry?.name ?? '' };
      const problem = problemOf(departures) ?? '';
      report({ message, at, places, fix, data: { ...data, problem } } as Parameters<typeof report>[0]);
    }
  },
});

function isSafe({ safe, edits }: FormatDeparture): boolean {
  return safe || edits.length === 0;
}

/** From the first to the last departure of an entry, so that what silences the entry takes all its edits away. */
function spanOf(departures: readonly FormatDeparture[], { place }: List): Position {
  const offsets = departures.flatMap(({ position: { start, end } }) => [start.offset, end.offset]);
  return place(Math.min(...offsets), Math.max(...offsets));
}
