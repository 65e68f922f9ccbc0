import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'entry-leading-link',
  topic: 'entries',
  summary: 'Start each entry with its link',
  why: 'Readers scan the left edge for names; words before the link hide them.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  yieldsToFormat: true,
  supersededBy: ['entry-link-syntax'],
  messages: {
    late: 'There is text before the link `{name}`; start the entry with the link',
    many: '{count} entries have text before their link (first: `{name}`); start each one with its link',
  },
  options: v.object({
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Words that may precede the link, such as `NEW` or `⭐`.')),
      [],
    ),
    ...scopeOptions,
  }),
  init: { deviation: 'have text before their link' },
  examples: [
    { text: '## Sails\n\n- See [Silk](https://silk.test) for costly cloth.\n', finds: ['3:7 late'] },
    { text: '- By hand: read the book [Jib](https://jib.test)\n', finds: ['1:26 late'] },
    { text: '- See [Silk](https://silk.test) for cloth.\n'.repeat(21), finds: ['1:7 many'] },
    {
      text: '- 🪁 [Silk](https://silk.test) - Costly.\n- ![new](new.svg) [Jib](https://jib.test) - Small.\n- [ ] [Kit](https://kit.test)\n',
      finds: [],
    },
    {
      text: '- **[Silk](https://silk.test)** - Costly.\n- `Go` [Jib](https://jib.test)\n- (free) [Kit](https://kit.test)\n',
      finds: [],
      note: 'Marks and tags may come first.',
    },
    { text: '- NEW [Silk](https://silk.test) - Costly.\n', options: { allow: ['NEW'] }, finds: [] },
    {
      text: '- Silk\n  - [Red](https://red.test)\n- Wash it by hand.\n',
      finds: [],
      note: 'Groups and advice have no link to begin with.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const late = list.entries.filter(({ form, leads, link, position }) => {
      if (form !== 'item' || leads || link === null || link.sort !== 'web' || link.place === 'badge') return false;
      const before = list.text.slice(position.start.offset, link.position.start.offset);
      const words = before
        .replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '')
        .replace(/`[^`]*`/g, '')
        .trim();
      return words !== '' && /[\p{L}\p{N}]/u.test(words) && !allowed.has(words.toLowerCase());
    });
    const [first, ...rest] = late;
    if (first !== undefined && late.length > foldOver) {
      const places = rest.map((entry) => entry.link?.position ?? entry.label);
      report({
        message: 'many',
        at: first.link?.position ?? first.label,
        places,
        data: { name: first.name, count: late.length },
      });
      return;
    }
    for (const { link, name } of late)
      if (link !== null) report({ message: 'late', at: link.position, link, data: { name } });
  },
});
