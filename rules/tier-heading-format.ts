import * as v from 'valibot';
import type { Edit, Fix } from '../src/model/finding.js';
import type { List, Tier } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { groupBy } from '../src/text/group-by.js';

export default defineRule({
  id: 'tier-heading-format',
  topic: 'tiers',
  summary: 'Write all tier labels in one format',
  why: 'Labels in one format read as steps of one path; a label in another format looks unrelated.',
  severity: { awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['label', 'case', 'space'],
  messages: {
    form: '`{label}` is not formatted like the other tiers; use `{expected}`',
    untitled: '`{label}` has no title, unlike the other tiers; add one',
    emoji: '`{label}` {found} emoji, unlike the other tiers of its group; {advice}',
  },
  options: v.object({
    template: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^consistent$|\{n\}.*\{title\}/),
        v.description('Such as `Tier {n}: {title}`; `consistent`: the format that most labels have.'),
      ),
      'consistent',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Tier 1: Basics\n\nRun.\n\n## Tier 2 - Practice\n\nSteer.\n',
      finds: ['7:4 form'],
      note: 'Another label is another anchor, which other pages may link to.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Level 1: Launch**\n  - [Sled](https://plans.example/sled)\n- **level 2: Loops**\n  - [Foil](https://plans.example/foil)\n- **Level-3: Teams**\n  - [Delta](https://plans.example/delta)\n',
      finds: ['7:5 form', '9:5 form'],
      fixed:
        '# Kites\n\n## Flying\n\n- **Level 1: Launch**\n  - [Sled](https://plans.example/sled)\n- **Level 2: Loops**\n  - [Foil](https://plans.example/foil)\n- **Level 3: Teams**\n  - [Delta](https://plans.example/delta)\n',
    },
    {
      text: '# Kites\n\n### 🌱 Tier 1: Basics\n\nRun.\n\n### Tier 2: Practice\n\nSteer.\n\n### 🌳 Tier 3\n\nTeach.\n',
      finds: ['7:5 emoji', '11:5 untitled'],
    },
    {
      text: '# Kites\n\n## Tier 1: Basics\n\nRun.\n\n## Tier 2: Practice\n\nSteer.\n',
      options: { template: 'Tier {n} – {title}' },
      finds: ['3:4 form', '7:4 form'],
    },
    { text: '# Kites\n\n## Tier 1\n\nRun.\n\n## Tier 2\n\nSteer.\n', finds: [], note: 'No tier has a title.' },
    {
      text: '## Tier 1: Basics\n\nRun.\n\n## Tier 2: Loops - and more\n\nSteer.\n\n## Teams\n\n- **Week 1 - Bow**\n  - [A](https://a.example/)\n- **Week 2 - Jib**\n  - [B](https://b.example/)\n',
      finds: [],
      note: 'A dash in the title is not a separator; weeks are not tiers.',
    },
    {
      text: '# Kites\n\n### Beginner\n\n- [Sled](https://plans.example/sled)\n\n### Advanced level\n\n- [Foil](https://plans.example/foil)\n',
      finds: [],
      note: 'Level words have no number.',
    },
  ],
  check({ list, options, report }) {
    const readings = list.tiers.flatMap((tier) => read(tier));
    const template = options.template === 'consistent' ? null : fromTemplate(options.template);
    const titled = readings.filter((one) => one.tier.title !== null).length * 2 > readings.length;
    const byKeyword = groupBy(readings, ({ form }) => fold(form));
    const styles = new Map([...byKeyword].map(([keyword, alike]) => [keyword, template ?? usual(alike)]));
    const linked = new Set(list.links.map(({ url }) => url));
    for (const { tier, form } of readings) {
      const at = tier.labelSpan.position;
      const style = styles.get(fold(form)) ?? form;
      if (tier.title === null) {
        if (titled) report({ message: 'untitled', at, data: { label: tier.label } });
      } else if (fold(style) === fold(form) && key(style) !== key(form)) {
        const expected = `${style.keyword}${style.joint}${tier.number}${style.separator}${tier.title}`;
        const fix = rewrite(tier, form, style, list, linked);
        report({ message: 'form', at, fix, data: { label: tier.label, expected } });
      }
    }
    for (const ladder of list.ladders) {
      const [first] = ladder;
      const decorated = ladder.filter((tier) => tier.emoji !== null).length;
      const common = decorated * 2 === ladder.length ? first?.emoji !== null : decorated * 2 > ladder.length;
      for (const tier of ladder) {
        const at = tier.labelSpan.position;
        const { label } = tier;
        if ((tier.emoji !== null) !== common) {
          const [found, advice] = common ? (['has no', 'add one'] as const) : (['has an', 'remove it'] as const);
          report({ message: 'emoji', at, data: { label, found, advice } });
        }
      }
    }
  },
});

/** How a numbered label is put together: `Tier`, a joint, the number, a separator, the title. */
interface Form {
  readonly keyword: string;
  readonly joint: string;
  readonly separator: string;
}

function read(tier: Tier): readonly { readonly tier: Tier; readonly form: Form }[] {
  const { keyword, labelSpan } = tier;
  if (keyword === null || tier.number === null) return [];
  const text = labelSpan.text.slice(labelSpan.text.indexOf(keyword) + keyword.length);
  const number = /^([^\p{L}\d]*)\d+(\s*[:：.)|]?\s*(?:[-–—]+(?!\d)\s*)?)/u.exec(text);
  if (number === null || /^\s*[-–—]\s*\d/.test(text.slice(number[0].length))) return [];
  return [{ tier, form: { keyword, joint: number[1] ?? '', separator: number[2] ?? '' } }];
}

/** The form that most of some labels with a title have; the first of the file where several are as frequent. */
function usual(readings: ReturnType<typeof read>): Form | null {
  const titled = readings.filter(({ tier }) => tier.title !== null);
  const counts = new Map<string, number>();
  for (const { form } of titled) counts.set(key(form), (counts.get(key(form)) ?? 0) + 1);
  const most = [...counts.values()].reduce((high, count) => Math.max(high, count), 0);
  return titled.find(({ form }) => counts.get(key(form)) === most)?.form ?? null;
}

const key = ({ keyword, joint, separator }: Form): string => JSON.stringify([keyword, joint, separator]);
const fold = ({ keyword }: Form): string => keyword.toLowerCase();

function fromTemplate(template: string): Form | null {
  const parts = /^(.*?)([^\p{L}]*)\{n\}(.*?)\{title\}/su.exec(template);
  return parts === null ? null : { keyword: parts[1] ?? '', joint: parts[2] ?? '', separator: parts[3] ?? '' };
}

/** Rewrites what is before the title; a heading whose anchor is among the `linked` URLs and would change needs review. */
function rewrite(tier: Tier, form: Form, style: Form, list: List, linked: ReadonlySet<string>): Fix | null {
  const { text, position } = tier.labelSpan;
  const start = position.start.offset;
  const keyword = text.indexOf(form.keyword);
  if (list.text.slice(start, position.end.offset) !== text) return null;
  const joint = keyword + form.keyword.length;
  const number = joint + form.joint.length;
  const separator = number + (/^\d+/.exec(text.slice(number))?.[0].length ?? 0);
  const parts: readonly (readonly [number, string, string])[] = [
    [keyword, form.keyword, style.keyword],
    [joint, form.joint, style.joint],
    [separator, form.separator, style.separator],
  ];
  const edits = parts.flatMap(([index, found, wanted]): Edit[] =>
    found === wanted ? [] : [{ start: start + index, end: start + index + found.length, text: wanted }],
  );
  const sameAnchor = edits.every(
    (edit) => edit.text.toLowerCase() === list.text.slice(edit.start, edit.end).toLowerCase(),
  );
  const isLinked = tier.slug !== null && linked.has(`#${tier.slug}`);
  return { safe: sameAnchor || !isLinked, edits };
}
