import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { isContentsHeading, positionOf } from '../src/rule-kit/markdown-tree.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { shorten } from '../src/text/shorten.js';
import { departureOf, entryLists } from './awesome-entry/departure.js';

export default defineRule({
  id: 'awesome-entry',
  topic: 'entries',
  summary: 'Write every list item as `[Name](URL) - Description.`',
  why: 'sindresorhus/awesome accepts entries only in this form, and tools that read lists expect it.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  reads: 'markdown',
  supersededBy: [
    'description-end',
    'description-start',
    'entry-external-link',
    'entry-link-required',
    'entry-link-syntax',
    'entry-missing-space',
    'entry-name',
    'entry-one-line',
    'entry-separator',
    'fragment-resolves',
    'no-mojibake',
    'no-placeholder',
    'relative-target-exists',
    'url-wellformed',
  ],
  messages: {
    start: 'This list item does not start with a link; write `[Name](URL) - Description.`',
    fragment:
      '`{name}` is listed as an entry, but links to a heading in this file; link to a web page, or move it into the table of contents',
    target: 'The URL of `{name}` is relative; use an absolute one (`https://…`)',
    name: 'The link text is empty, or is more than text (an image, HTML or strikethrough); use plain text, emphasis or code',
    separator:
      'Expected ` - ` or nothing after the link `{name}`, but found {found}; move that into a description after ` - `, or remove it',
    end: 'The text after `{name}` does not end with sentence punctuation; end it with `.`, `!`, `?` or `…`',
    tag: 'The text after `{name}` ends with `{tag}` instead of punctuation; move `{tag}` before the closing period, or remove `{tag}`',
    markup:
      'The description of `{name}` contains strikethrough, a line break or another element; use plain text and links',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '## Sails\n\n- [Silk](https://silk.test/) by A. Breeze\n- [Foil](https://foil.test/) - Says "it flies.".\n- [Jib](https://jib.test/) - Small and ~~old~~ light.\n',
      finds: ['3:29 separator', '4:29 end', '5:40 markup'],
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.test/) - Costly. [MIT]\n- [Foil](https://foil.test/) - Loud. Kite\n- [Jib](https://jib.test/) - Small [MIT]\n',
      finds: ['3:29 tag', '4:29 end', '5:27 end'],
      note: 'A tag after the end of a sentence.',
    },
    {
      text: '## Sails\n\n-\n- *Foil* - Loud.\n- [![Jib](https://jib.test/jib.svg)](https://jib.test/) - Small.\n- [Kit](#kit) - New.\n- [Spar](spar.md) - Old.\n',
      finds: ['3:1 start', '4:3 start', '5:4 name', '6:3 fragment', '7:3 target'],
    },
    {
      text: '# Kites\n\n## Contents\n\n- **Sails**\n\n## Sails\n\n- [Gaff](https://gaff.test/) - Costly. `MIT`\n  - [Peak](https://peak.test/) - Upper *corner*.\n  - ~~[Luff](https://luff.test/)~~ - Front edge.\n',
      finds: ['9:40 tag', '11:5 start'],
      note: 'The contents are not entries; nested lists are.',
    },
    {
      text: '- [Silk](https://silk.test/) - Costly.\n- [Foil](https://foil.test/) (2nd edition)\n- [Jib](https://jib.test/) 🪁\n- [Kit](https://kit.test/)\n- ![New](https://kit.test/new.svg) [Spar](https://spar.test/) - Of pine (or ash.)\n',
      finds: [],
      note: 'A name alone, a note in parentheses and an emoji are accepted.',
    },
    {
      text: '- Ask before you fly.\n- See [the plans](https://plans.test/) first\n',
      finds: [],
      note: 'An item that starts with text is a sentence.',
    },
    {
      text: '# Kites\n\n- [Sails](#sails)\n- [Lines](#lines)\n- [Tails](#tails)\n\n## Sails\n\n- [Silk](https://silk.test/)\n\n## Lines\n\n- [Hemp](https://hemp.test/)\n\n## Tails\n\n- [Bow](https://bow.test/)\n',
      finds: [],
      note: 'A table of contents without a heading is for another rule.',
    },
    {
      text: '- [絹](https://silk.test/) - 高い。\n- [Foil][foil] **new** - With `two` lines[^1] and [more](https://more.test/).\n- [Jib](https://jib.test/) - Says “it flies”.\n\n[foil]: https://foil.test/\n\n[^1]: Of hemp.\n',
      finds: [],
      note: 'Other scripts end sentences with other marks.',
    },
  ],
  check({ list, report }) {
    if (list.root === null) return;
    const formatted = new Set(
      list.entries.flatMap(({ fields, position }) => (fields === null ? [] : position.start.offset)),
    );
    const contents = list.root.children.some(isContentsHeading) ? [] : list.contents.map(({ position }) => position);
    for (const node of entryLists(list.root)) {
      const { start } = positionOf(node, list);
      if (contents.some((one) => one.start.offset <= start.offset && start.offset < one.end.offset)) continue;
      for (const item of node.children) {
        const departure = departureOf(item);
        if (departure === null || formatted.has(positionOf(item, list).start.offset)) continue;
        const { fault, name, tag } = departure;
        const at = positionOf(departure.node, list);
        if (fault === 'start' || fault === 'name') report({ message: fault, at });
        else if (fault === 'separator')
          report({ message: fault, at, data: { name, found: restOfLine(list.text, at.start.offset) } });
        else if (tag !== null) report({ message: 'tag', at, data: { name, tag } });
        else if (fault === 'target' && departure.node.type === 'link' && departure.node.url.startsWith('#'))
          report({ message: 'fragment', at, data: { name } });
        else report({ message: fault, at, data: { name } });
      }
    }
  },
});

/** What follows on the line, for a quotation. */
function restOfLine(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 500).split(/[\r\n]/, 1)[0] ?? '';
  return `\`${shorten(rest.trim().replaceAll('`', "'"), 40)}\``;
}
