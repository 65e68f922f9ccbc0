import * as v from 'valibot';
import { type Entry, type List, tierOf } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodeAround } from '../src/text/document-order.js';
import { foldName } from '../src/text/fold-name.js';
import { fieldsByWord, fieldTags, inStyle, usualStyles } from './tier-entry-fields/fields.js';

const usual = {
  cost: ['free', 'paid', 'freemium'],
  format: [
    'article',
    'blog',
    'book',
    'course',
    'docs',
    'paper',
    'playlist',
    'podcast',
    'tutorial',
    'video',
    'workshop',
  ],
  duration: ['# min', '# minute', '# h', '# hr', '# hour', '# day', '# week', '# month'],
};

export default defineRule({
  id: 'tier-entry-fields',
  topic: 'tiers',
  summary: 'Mark the cost, format and duration of entries in one consistent style',
  why: 'Readers choose by these labels, and overlook those in a different style.',
  severity: { awesome: 'off', list: 'off', roadmap: 'info', minimal: 'off', default: 'info' },
  fix: 'suggest',
  messages: {
    style: '`{found}` marks the {field} of `{name}` differently from most entries; use `{expected}`',
    missing: '`{name}` has no {field}; add one, such as {values}',
  },
  options: v.object({
    fields: v.optional(
      v.pipe(
        v.record(v.string(), v.array(v.string())),
        v.description('The values of each field, in any case; `#` is any number.'),
      ),
      usual,
    ),
    required: v.optional(v.pipe(v.array(v.string()), v.description('Fields that every linked entry must have.')), []),
    ...scopeOptions,
  }),
  examples: [
    {
      text: tiers(
        '[Sled](https://plans.example/sled) (free) - Easy.',
        '[Delta](https://plans.example/delta) <sup>FREE</sup>',
        '[Box](https://plans.example/box) (paid)',
      ),
      finds: ['8:42 style'],
      fixed: tiers(
        '[Sled](https://plans.example/sled) (free) - Easy.',
        '[Delta](https://plans.example/delta) (free)',
        '[Box](https://plans.example/box) (paid)',
      ),
    },
    {
      text: tiers(
        '[Sled (Book)](https://plans.example/sled)',
        '[Delta (Video)](https://plans.example/delta)',
        '[Box](https://plans.example/box) @article@',
        '[Foil (book)](https://plans.example/foil)',
      ),
      finds: ['9:38 style', '10:11 style'],
      fixed: tiers(
        '[Sled (Book)](https://plans.example/sled)',
        '[Delta (Video)](https://plans.example/delta)',
        '[Box](https://plans.example/box) (Article)',
        '[Foil (Book)](https://plans.example/foil)',
      ),
    },
    {
      text: tiers(
        '[Sled](https://plans.example/sled) [2 hours]',
        '[Delta](https://plans.example/delta) - Steers well.',
      ),
      options: { required: ['duration'] },
      finds: ['6:5 missing', '8:5 missing', '10:5 missing'],
    },
    {
      text: tiers(
        '[Sled](https://plans.example/sled) (2 h)',
        '[Delta](https://plans.example/delta) (free, 3 h)',
        '[Box](https://plans.example/box) - Made in a FREE (free) hour.',
      ),
      finds: [],
      note: 'Words inside a sentence are not marks.',
    },
    {
      text: '# Kites\n\n- [Sled](https://plans.example/sled) (free)\n- [Delta](https://plans.example/delta) [FREE]\n',
      finds: [],
      note: 'Entries outside of tiers are ignored.',
    },
    {
      text: tiers('[Sled](https://plans.example/sled) (free)', '[Delta](https://plans.example/delta) `2 weeks`'),
      finds: [],
      note: 'Each field may have its own style.',
    },
    {
      text: '# Kites\n\n## Tier 1\n\n| Plan | Cost |\n| --- | --- |\n| [Sled](https://plans.example/sled) | Free |\n\n## Tier 2\n\n| Plan | Cost |\n| --- | --- |\n| [Box](https://plans.example/box) | Paid |\n',
      options: { required: ['cost'] },
      finds: [],
      note: 'A column has it for all rows.',
    },
  ],
  check({ list, options, report }) {
    const known = fieldsByWord(options.fields);
    const tagged = list.entries.flatMap((entry) =>
      tierOf(entry) === null ? [] : [{ entry, tags: fieldTags(entry, known, list) }],
    );
    const styles = usualStyles(tagged.flatMap((one) => one.tags));
    for (const { entry, tags } of tagged) {
      const { name } = entry;
      for (const field of options.required) {
        if (entry.link === null || tags.some((tag) => tag.field === field) || isColumn(field, entry, list)) continue;
        if (field === 'format' && entry.kind !== null) continue;
        const known = options.fields[field] ?? [];
        // Units of numbers differ in number, and one is enough.
        const shown = known.slice(0, known.some((value) => value.includes('#')) ? 1 : 3);
        const values = shown.map((value) => `\`${value.replace('#', '2')}\``);
        report({ message: 'missing', at: entry.label, data: { name, field, values: values.join(', ') } });
      }
      for (const { field, text, style, position } of tags) {
        const expected = inStyle(text, styles.get(field) ?? style);
        const found = list.text.slice(position.start.offset, position.end.offset);
        if (expected === found) continue;
        const edits = [{ start: position.start.offset, end: position.end.offset, text: expected }];
        report({ message: 'style', at: position, data: { found, field, name, expected }, fix: { safe: false, edits } });
      }
    }
  },
});

/** True for a row of a table that has a column of the field's name. */
function isColumn(field: string, { form, position }: Entry, { tables }: List): boolean {
  if (form !== 'row') return false;
  const table = nodeAround(tables, position.start.offset);
  return table?.header.cells.some((cell) => foldName(cell.text) === foldName(field)) ?? false;
}

function tiers(...entries: readonly string[]): string {
  return `# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/)\n${entries.map((entry) => `  - ${entry}\n`).join('')}- **Tier 2: Loops**\n  - [Loops](https://loops.example/)\n`;
}
