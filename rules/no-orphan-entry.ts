import * as v from 'valibot';
import type { Entry } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'no-orphan-entry',
  topic: 'entries',
  summary: 'Put every entry in a section',
  why: 'Readers who use the table of contents never see entries above the first section.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    one: 'Entry `{name}` is before the first section, `{section}`; move it into a section',
    many: '{count} entries are before the first section, `{section}` (first: `{name}`); move them into a section',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: ['3:1 one'],
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n- [Foil](https://foil.example/) - Loud.\n\n## Contents\n\n- [Spars](#spars)\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: ['3:1 many'],
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n',
      finds: [],
      note: 'A short list may do without sections.',
    },
    {
      text: '# Kites\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: [],
      note: 'A table of contents.',
    },
    {
      text: '# Kites\n\n- [Site](https://kite.example/)\n- [Chat](https://chat.example/)\n\n## Spars\n\n- [Ash](https://ash.example/) - Bends.\n',
      finds: [],
      note: 'Links without descriptions, in a list that has some, belong to the list itself.',
    },
    {
      text: '# Kites\n\n**Cloth**\n\n- [Silk](https://silk.example/) - Costly.\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: [],
      note: 'A bold line is a section too.',
    },
    {
      text: '> - Written by [Ann](https://ann.example/) - Thank her.\n\n# Kites\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: [],
      note: 'Above the title, and in a quotation, it is a note.',
    },
  ],
  check({ list, foldOver, report }) {
    const title = list.headings.find(({ node }) => node === null);
    const section = list.sections.find(({ form }) => form === 'heading' || form === 'html');
    if (title === undefined || section === undefined) return;
    const { start } = title.position;
    const end = section.position.start.offset;
    const isDescribed = list.entries.some(({ parent, description }) => parent.type !== 'list' && description !== null);
    const quotes = list.blocks.filter(({ quoted, position }) => quoted && position.start.offset < end);
    const isQuoted = ({ position }: Entry): boolean =>
      quotes.some(({ position: { start: from, end: to } }) => {
        return from.offset < position.end.offset && to.offset > position.start.offset;
      });
    const orphans = list.entries.filter((entry) => {
      const at = entry.position.start.offset;
      const isHere = entry.parent.type === 'list' && entry.form === 'item' && at > start.offset && at < end;
      return isHere && (entry.description !== null || !isDescribed) && !isQuoted(entry);
    });
    const [first, ...others] = orphans;
    if (first === undefined) return;
    const at = first.position;
    const data = { name: first.name, section: section.title };
    if (others.length === 0 || foldOver === Number.POSITIVE_INFINITY) {
      for (const { name, position } of orphans) report({ message: 'one', at: position, data: { ...data, name } });
    } else {
      const places = others.map(({ position }) => position);
      report({ message: 'many', at, places, data: { count: orphans.length, ...data } });
    }
  },
});
