import * as v from 'valibot';
import type { Contents, Heading, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { isContentsHeading, positionOf } from '../src/rule-kit/markdown-tree.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { faultsOf } from './toc-format/faults.js';

export default defineRule({
  id: 'toc-format',
  topic: 'contents',
  summary: 'List every section in the contents, in order, under its own name',
  why: 'sindresorhus/awesome accepts a table of contents only if it mirrors the sections.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  reads: 'markdown',
  supersededBy: ['toc-name', 'toc-sync', 'fragment-resolves', 'entry-link-syntax', 'no-placeholder', 'url-wellformed'],
  messages: {
    name: 'No `Contents` heading above the table of contents; add one',
    renamed: 'The table of contents is under the heading `{heading}`; rename the heading to `Contents`',
    late: 'The table of contents is not the first section; move it up',
    sections: 'No section follows the table of contents; add sections with entries',
    list: 'No list below `Contents`; list the sections there',
    lists: 'More than one list below `Contents`; combine them',
    plain: 'This line of the table of contents has no link with text; link it to its section',
    apart: 'The table of contents lists `{text}`, which has no entries; remove the line',
    unknown: 'Table of contents entry `{text}` matches no heading; use the exact text of the heading',
    differs: 'Table of contents entry `{text}` differs from its heading, `{heading}`; use the text of the heading',
    level:
      'Table of contents entry `{text}` is not at the level of its heading; indent it to match the levels of the headings',
    fragment: '`{text}` does not link to a heading of this file; use the anchor of its section',
    repeated: '`{text}` links to the same section as a line above; use the anchor of its section',
    missing: 'Section `{text}` is missing from the table of contents; add it',
    order: 'The table of contents is not in the order of the sections; reorder it',
    deep: 'The table of contents is nested more than two levels deep under `{text}`; remove the third level',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Tea\n\n## About\n\nHot.\n\n## Contents\n\n- [Green](#green)\n- Black\n\n## Green\n\nA.\n\n## Black\n\nB.\n',
      finds: ['7:1 late', '10:1 plain', '16:1 missing'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Contributing](#contributing)\n\n## Contributing\n\nA.\n',
      finds: ['3:1 sections'],
    },
    { text: '# Tea\n\n## Contents\n\nGreen tea.\n\n## Green\n\nA.\n', finds: ['3:1 list'] },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n\n<!-- -->\n\n- [Black](#black)\n\n## Green\n\nA.\n\n## Black\n\nB.\n',
      finds: ['9:1 lists'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green teas](#green)\n- [Contributing](#contributing)\n- [Sencha](#sencha)\n- [White](#white)\n\n## Green\n\nA.\n\n### Sencha\n\nB.\n\n## Contributing\n\nC.\n',
      finds: ['5:1 differs', '6:1 apart', '7:1 level', '8:1 unknown'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Black](#blck)\n- [White](#green)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
      finds: ['6:1 fragment', '7:1 repeated'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Green](#green)\n  - [Sencha](#sencha)\n    - [First](#first)\n\n## Green\n\n### Sencha\n\n#### First\n\nA.\n\n### Matcha\n\nB.\n\n## Black\n\nC.\n',
      finds: ['5:1 order', '8:5 deep', '18:1 missing'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n  - [Sencha](#sencha)\n- [Related Lists](#related-lists)\n\n## Green\n\n### Sencha\n\nA.\n\n## Related Lists\n\nB.\n\n## Contributing\n\nC.\n',
      finds: [],
      note: 'Related lists may be listed or not; `Contributing` and `Footnotes` are not.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n\n## Green\n\n### Sencha\n\nA.\n',
      finds: [],
      note: 'Lower levels are listed in full or not at all.',
    },
    {
      text: '# Tea\n\n### Contents\n\n- [Green](#green)\n- [Black](#black)\n\n## Green\n\nA.\n\n## Black\n\nB.\n',
      finds: ['3:1 renamed'],
    },
    {
      text: '# Tea\n\n- [Green](#green)\n- [Black](#black)\n- [White](#white)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
      finds: ['3:1 name'],
    },
    { text: '# Tea\n\n## Green\n\n- [Pot](https://pot.example/)\n', finds: [], note: 'A list may have no contents.' },
  ],
  check({ list, report }) {
    if (list.root === null) return;
    if (!list.root.children.some(isContentsHeading)) {
      const contents = list.contents.find(({ marker }) => marker !== null);
      if (contents === undefined) return;
      const heading = headingOf(contents, list);
      if (heading === null) report({ message: 'name', at: contents.position });
      else report({ message: 'renamed', at: heading.position, data: { heading: heading.text } });
      return;
    }
    const shift = list.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const anchors = new Map(list.headings.map(({ slug, position }) => [position.start.offset - shift, `#${slug}`]));
    for (const { message, node, text, heading } of faultsOf(list.root, anchors)) {
      report({ message, at: positionOf(node, list), data: { text, heading } } as Parameters<typeof report>[0]);
    }
  },
});

/** The heading that the contents are below; null for the title or for none. */
function headingOf({ position }: Contents, { headings }: List): Heading | null {
  const heading = headings.findLast((one) => one.position.start.offset < position.start.offset);
  return heading === undefined || heading.node === null ? null : heading;
}
