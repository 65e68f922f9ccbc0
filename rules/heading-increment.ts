import * as v from 'valibot';
import type { Edit, Fix } from '../src/model/finding.js';
import type { Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { groupBy } from '../src/text/group-by.js';

export default defineRule({
  id: 'heading-increment',
  topic: 'sections',
  summary: 'Increase heading levels one at a time',
  why: 'Outlines and screen readers use heading levels; a skipped level looks like a missing section.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    skipped: 'Heading `{title}` jumps from level {above} to level {found}; make it level {expected}',
    many: '{count} headings jump from level {above} to level {found} (first: `{title}`); make them level {expected}',
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
      note: 'The fix raises all headings of that part.',
    },
    {
      text: '# A\n\n## B\n\n#### C\n\n## D\n\n#### E\n\n## F\n\n#### G\n',
      finds: ['5:1 many'],
      fixed: '# A\n\n## B\n\n### C\n\n## D\n\n### E\n\n## F\n\n### G\n',
      note: 'Three or more of the same kind are one finding.',
    },
    { text: '# Kites\n\n## Sails\n\n### Ripstop\n\n## Spars\n', finds: [] },
    {
      text: '# Kites\n\n## Sails\n\n### Ripstop\n\n#### Colours\n\n# Index\n',
      finds: [],
      note: 'Decreasing levels may skip some.',
    },
    { text: '### Sails\n\n### Spars\n\n## Shops\n', finds: [], note: 'A list without a title may start at any level.' },
    {
      text: '# Kites\n\n#### All that flies on a line\n\n## Sails\n\n### 絹\n',
      finds: [],
      note: 'A tagline between the title and the first section.',
    },
    {
      text: '# Kites\n\n## Sails\n\nA.\n\n#### If one of these sails is no longer made, please tell us which one to add\n',
      finds: [],
      note: 'A sentence is not a section.',
    },
    {
      text: '# Kites\n\n## Sails\n\n#### All that flies on a line\n\n## Spars\n',
      finds: ['5:1 skipped'],
      fixed: '# Kites\n\n## Sails\n\n### All that flies on a line\n\n## Spars\n',
    },
    {
      text: '<h1 align="center">Kites</h1>\n<h4 align="center">All that flies on a line</h4>\n\n## Sails\n',
      finds: [],
      note: 'A tagline in a decorated header is not part of the outline.',
    },
  ],
  check({ list, foldOver, report }) {
    const first = list.headings.findIndex((heading) => heading.form === 'heading');
    const outline = list.headings.filter((heading, index) => index >= first || heading.depth === 1);
    const skips = outline.flatMap((heading, index) => {
      const above = outline[index - 1];
      if (above === undefined || heading.depth <= above.depth + 1 || isTagline(outline, index)) return [];
      return [{ heading, above: above.depth, fix: raise(outline, index, above.depth, list.text) }];
    });
    const levelsOf = ({ heading, above }: (typeof skips)[number]): string => `${above} ${heading.depth}`;
    const alike = groupBy(skips, levelsOf);
    for (const skip of skips) {
      const { heading, above, fix } = skip;
      const same = alike.get(levelsOf(skip)) ?? [];
      const levels = { found: heading.depth, above, expected: above + 1 };
      const at = heading.position;
      if (same.length < 3 || foldOver === Number.POSITIVE_INFINITY) {
        report({ message: 'skipped', at, fix, data: { title: heading.text, ...levels } });
      } else if (same[0]?.heading === heading) {
        const edits = same.flatMap((one) => one.fix?.edits ?? []);
        const whole = same.every((one) => one.fix !== null);
        report({
          message: 'many',
          at,
          places: same.slice(1).map((one) => one.heading.position),
          fix: whole ? { safe: false, edits } : null,
          data: { title: heading.text, count: same.length, ...levels },
        });
      }
    }
  },
});

/** True for a sentence, and for a heading right after the title that is deeper than the next one: it describes the list. */
function isTagline(outline: readonly Heading[], index: number): boolean {
  const [before, here, after] = [outline[index - 1], outline[index], outline[index + 1]];
  if (here === undefined) return false;
  return here.text.length > 60 || (before?.node === null && after !== undefined && after.depth < here.depth);
}

/** Raises a heading to one level below `above`, together with the headings of its depth or deeper that follow it below `above`. */
function raise(outline: readonly Heading[], index: number, above: number, text: string): Fix | null {
  const top = outline[index]?.depth ?? 0;
  const surplus = top - above - 1;
  const edits: Edit[] = [];
  for (let next = index; next < outline.length; next++) {
    const heading = outline[next];
    if (heading === undefined || heading.depth <= above) break;
    if (heading.depth < top) continue;
    const start = heading.position.start.offset;
    if (!text.startsWith('#'.repeat(heading.depth), start)) return null;
    edits.push({ start, end: start + surplus, text: '' });
  }
  return { safe: false, edits };
}
