import * as v from 'valibot';
import { blankCode } from '../src/rule-kit/blank-code.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

/** A bullet or a number that touches a link, at the start of a line that Markdown reads as text. */
const glued =
  /^([ \t>]*)([-*+]|\d{1,9}[.)])((?:\*\*)?\[(?:[^[\]\n]|\[[^[\]\n]*\])+\]\([^()\s]+(?:\([^()\s]*\))?\))(.*)$/gm;

export default defineRule({
  id: 'entry-missing-space',
  topic: 'entries',
  summary: 'Put a space between the bullet and the entry',
  why: 'Without the space, Markdown does not start a list item: the line continues the one above, and readers miss it.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['markup'],
  messages: { glued: 'Missing space after `{marker}`, so this line is not a list item; add the space' },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '## Sails\n\n- [Silk](https://silk.test/) - Costly.\n-[Foil](https://foil.test/) - Loud.\n',
      finds: ['4:1 glued'],
      fixed: '## Sails\n\n- [Silk](https://silk.test/) - Costly.\n- [Foil](https://foil.test/) - Loud.\n',
      note: 'It was swallowed by the entry above.',
    },
    {
      text: '## Sails\n\n*[Silk](https://silk.test/) - Costly.\n*[Foil](https://foil.test/)\n',
      finds: ['3:1 glued', '4:1 glued'],
      fixed: '## Sails\n\n* [Silk](https://silk.test/) - Costly.\n* [Foil](https://foil.test/)\n',
    },
    {
      text: '1.[Silk](https://silk.test/)\n\n-**[Foil](https://foil.test/)**\n',
      finds: ['1:1 glued', '3:1 glued'],
      fixed: '1. [Silk](https://silk.test/)\n\n- **[Foil](https://foil.test/)**\n',
    },
    {
      text: '*[Silk](https://silk.test/) is costly*\n\n**[Foil](https://foil.test/)**\n',
      finds: [],
      note: 'Emphasis begins with a star too.',
    },
    { text: '```md\n-[Silk](https://silk.test/)\n```\n\n<!--\n-[Foil](https://foil.test/)\n-->\n', finds: [] },
    { text: '- [Silk](https://silk.test/)\n  -[ ] is how a checkbox begins.\n  -[Foil] is loud.\n', finds: [] },
  ],
  check({ list, report }) {
    const source = blankCode(list);
    for (const { kind, position } of list.blocks) {
      if (kind !== 'paragraph') continue;
      // The line that the paragraph begins on, as its bullet may be part of an item above.
      const from = position.start.offset;
      for (const { index, 1: lead = '', 2: marker = '', 3: link = '', 4: rest = '' } of source
        .slice(from, position.end.offset)
        .matchAll(glued)) {
        // A star that another one answers is emphasis.
        if (marker === '*' && /\*/.test(link.replace(/^\*\*/, '') + rest)) continue;
        const start = from + index + lead.length;
        const end = start + marker.length;
        report({
          message: 'glued',
          at: list.place(start, end + link.length),
          data: { marker },
          fix: { safe: true, edits: [{ start: end, end, text: ' ' }] },
        });
      }
    }
  },
});
