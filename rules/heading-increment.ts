import * as v from 'valibot';
import type { Edit, Fix } from '../src/model/finding.js';
import type { Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'heading-increment',
  topic: 'sections',
  summary: 'Go down one heading level at a time',
  why: 'Outlines and screen readers build the page from heading levels; where one is skipped, a part seems to be missing.',
  severity: { awesome: 'warning', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    skipped: '`{title}` is at level {found} below a heading of level {above}; make it level {expected}',
    unused:
      'Headings go from level {above} to level {found} in {count} places, and level {expected} is never used; raise them by one level',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n#### Ripstop\n\nLight.\n',
      finds: ['5:1 skipped'],
      fixed: '# Kites\n\n## Sails\n\n### Ripstop\n\nLight.\n',
    },
    {
      text: '# Kites\n\n### Sails\n\n#### Ripstop\n\n### Spars\n\n## Shops\n',
      finds: ['3:1 skipped'],
      fixed: '# Kites\n\n## Sails\n\n### Ripstop\n\n## Spars\n\n## Shops\n',
      note: 'One skip, one finding: the fix raises the whole part.',
    },
    {
      text: '# A\n\n## B\n\n#### C\n\n## D\n\n#### E\n\n## F\n\n#### G\n',
      finds: ['5:1 unused'],
      fixed: '# A\n\n## B\n\n### C\n\n## D\n\n### E\n\n## F\n\n### G\n',
      note: 'A level that is never used is one cause.',
    },
    { text: '# Kites\n\n## Sails\n\n### Ripstop\n\n## Spars\n', finds: [] },
    {
      text: '# Kites\n\n## Sails\n\n### Ripstop\n\n#### Colours\n\n# Index\n',
      finds: [],
      note: 'Going up may skip levels.',
    },
    { text: '### Sails\n\n### Spars\n\n## Shops\n', finds: [], note: 'A list without a title may start at any level.' },
    {
      text: '<h1 align="center">Kites</h1>\n<h4 align="center">All that flies on a line</h4>\n\n## Sails\n',
      finds: [],
      note: 'A tag line in a decorated header is no part of the outline.',
    },
  ],
  check({ list, report }) {
    const first = list.headings.findIndex((heading) => heading.form === 'heading');
    const outline = list.headings.filter((heading, index) => index >= first || heading.depth === 1);
    const used = new Set(outline.map((heading) => heading.depth));
    const skips = outline.flatMap((heading, index) => {
      const above = outline[index - 1];
      if (above === undefined || heading.depth <= above.depth + 1) return [];
      return [{ heading, above: above.depth, fix: raise(outline, index, above.depth, list.text) }];
    });
    for (const { heading, above, fix } of skips) {
      const same = skips.filter((one) => one.above === above && one.heading.depth === heading.depth);
      const levels = { found: heading.depth, above, expected: above + 1 };
      const at = heading.position;
      if (same.length < 3 || used.has(above + 1)) {
        report({ message: 'skipped', at, fix, data: { title: heading.text, ...levels } });
      } else if (same[0]?.heading === heading) {
        const edits = same.flatMap((one) => one.fix?.edits ?? []);
        const whole = same.every((one) => one.fix !== null);
        report({
          message: 'unused',
          at,
          places: same.slice(1).map((one) => one.heading.position),
          fix: whole ? { safe: false, edits } : null,
          data: { count: same.length, ...levels },
        });
      }
    }
  },
});

/** Raises a heading to one level below `above`, together with the headings of its depth or deeper that follow it below `above`. */
function raise(outline: readonly Heading[], index: number, above: number, text: string): Fix | null {
  const top = outline[index]?.depth ?? 0;
  const surplus = top - above - 1;
  const edits: Edit[] = [];
  for (const heading of outline.slice(index)) {
    if (heading.depth <= above) break;
    if (heading.depth < top) continue;
    const start = heading.position.start.offset;
    if (!text.startsWith('#'.repeat(heading.depth), start)) return null;
    edits.push({ start, end: start + surplus, text: '' });
  }
  return { safe: false, edits };
}
