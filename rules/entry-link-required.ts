import * as v from 'valibot';
import type { Entry, List, Section, Tier } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'entry-link-required',
  topic: 'entries',
  summary: 'Link every entry that has a name',
  why: 'Without a link, readers have to search for what the entry recommends, and may find something else.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'none',
  yieldsToFormat: true,
  messages: {
    unlinked: '`{name}` has no link; add one',
    many: '{count} entries have no link (first: `{name}`); add links',
  },
  options: v.object({ ...scopeOptions }),
  init: { deviation: 'have no link' },
  examples: [
    {
      text: '# Kites\n\n## Knots\n\n- **Bowline** - Holds a loop that never slips.\n- [Reef knot](https://knots.example/reef) - Joins two lines.\n',
      finds: ['5:3 unlinked'],
    },
    {
      text: '# Kites\n\n## Tools\n\n- `spool` - Winds the line.\n- [Reel](https://reel.example/) - Holds it.\n',
      finds: ['5:3 unlinked'],
    },
    {
      text: `# Kites\n\n## Knots\n\n${'- **Bowline** - Holds a loop.\n'.repeat(21)}\n## Sails\n\n${'- [Sled](https://plans.example/sled)\n'.repeat(21)}`,
      finds: ['5:3 many'],
      note: 'More than five are one finding.',
    },
    {
      text: '# Kites\n\n## Knots\n\n1. **Bowline** - Does it hold?\n2. **Reef knot** - Does it join?\n3. [Sheet bend](https://knots.example/sheet) - Both.\n',
      finds: [],
      note: 'Most of these are no recommendations.',
    },
    {
      text: '# Kites\n\n## Sewing\n\n- Practise a straight seam before you cut the good cloth.\n- [Ripstop](https://cloth.example/) - Light and strong.\n',
      finds: [],
      note: 'Advice names nothing, so it needs no link.',
    },
    {
      text: '# Kites\n\n## Shops\n\n- **Europe**\n  - [Windhaus](https://windhaus.example/) - Sails by the metre.\n',
      finds: [],
      note: 'A name with entries below it is a group.',
    },
    {
      text: '# Kites\n\n## Terms\n\n- **Lift**: What the wind gives.\n- `-w` - The wind in knots.\n- `fly --now` - Do it.\n',
      finds: [],
      note: 'Terms and commands that are explained, in a group without links, recommend nothing.',
    },
    {
      text: '# Kites\n\n## Wind\n\nWind has layers.\n\nThey differ.\n\n- **Ground** - Slow and rough.\n- **Aloft** - Fast and smooth.\n',
      finds: [],
      note: 'A text that explains is not a list of recommendations.',
    },
    {
      text: '# Kites\n\n## Shops\n\n- **Windhaus** - Sails by the metre ([shop](https://windhaus.example/)).\n',
      finds: [],
      note: 'The link may be in the description.',
    },
    {
      text: '# Kites\n\n## Plans\n\n- **Delta** - Not yet drawn.\n- [Sled](https://plans.example/sled) - Two spars.\n',
      options: { ignore: ['Delta'] },
      finds: [],
    },
  ],
  check({ list, foldOver, report }) {
    const unlinked = list.entries.filter((entry) => {
      if (entry.naming !== 'bold' && entry.naming !== 'code') return false;
      if (entry.children.length > 0 || entry.links.some((link) => !link.image)) return false;
      return !explains(entry, list) || linkedSiblings(entry);
    });
    // What links nothing else is a text about things.
    if (list.entries.filter(({ url }) => url !== null).length < unlinked.length) return;
    const [first, ...rest] = unlinked;
    if (first !== undefined && unlinked.length > foldOver) {
      const data = { count: unlinked.length, name: first.name };
      report({ message: 'many', at: first.label, places: rest.map(({ label }) => label), data });
    } else {
      for (const { label, name } of unlinked) report({ message: 'unlinked', at: label, data: { name } });
    }
  },
});

/** A term with a colon and its meaning, code, or a list amid paragraphs: these may be explained rather than recommended. */
function explains({ naming, separator, label, parent }: Entry, { text }: List): boolean {
  if ('prose' in parent && parent.prose.length > 1) return true;
  const source = text.slice(label.start.offset, label.end.offset);
  return naming === 'code' || /[:：]/u.test(separator?.text ?? '') || /[:：][*_\s]*$/u.test(source);
}

/** True when nearly all adjacent entries have a link, and the name is neither a command nor an address. */
function linkedSiblings({ name, naming, parent }: Entry): boolean {
  if (naming === 'code' && /\s|:\/\/|^[^\p{L}\d@]/u.test(name)) return false;
  const children: readonly (Section | Tier | Entry)[] = parent.children;
  const siblings = children.filter((one) => one.type === 'entry' && one.naming !== 'plain');
  const linked = siblings.filter((one) => one.type === 'entry' && one.url !== null).length;
  return linked > 0 && (siblings.length - linked === 1 || siblings.length <= linked * 1.2);
}
