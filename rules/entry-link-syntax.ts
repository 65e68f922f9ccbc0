import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { brokenLinks } from './entry-link-syntax/broken-links.js';

export default defineRule({
  id: 'entry-link-syntax',
  topic: 'entries',
  summary: 'Write links as Markdown reads them',
  why: 'A bracket in the wrong place shows readers brackets and an address instead of a link.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['markup', 'space'],
  messages: {
    shape: '`{found}` is no link; write `{expected}`',
    nested: '`{found}` is a link inside of a link, which Markdown does not know; keep one of the two addresses',
    padded: 'The address of `{text}` has blanks around it; take them out',
    textless: 'The link to `{url}` has no text, so nobody sees it; give it a name',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '## Sails\n\n- [Silk] (https://silk.test/) - Costly.\n- (Foil)[https://foil.test/] - Loud.\n- [Jib][https://jib.test/] - Small.\n',
      finds: ['3:3 shape', '4:3 shape', '5:3 shape'],
      fixed:
        '## Sails\n\n- [Silk](https://silk.test/) - Costly.\n- [Foil](https://foil.test/) - Loud.\n- [Jib](https://jib.test/) - Small.\n',
    },
    {
      text: '## Sails\n\n- [Silk)(#silk)\n- [Jib](#jib]\n- [Gaff]https://gaff.test/) - Old.\n- [Kit](https://kit.test/a b.pdf) - New.\n',
      finds: ['3:3 shape', '4:3 shape', '5:3 shape', '6:3 shape'],
      fixed:
        '## Sails\n\n- [Silk](#silk)\n- [Jib](#jib)\n- [Gaff](https://gaff.test/) - Old.\n- [Kit](https://kit.test/a b.pdf) - New.\n',
      note: 'Which characters a space in a URL stands for is a guess, so that its fix needs a look.',
    },
    {
      text: '- [Silk(https://silk.test/) - Costly.\n- [Foil](https://foil.test/\n- Like silk](https://silk.test/) but new.\n- [Jib]https://jib.test/ - Small.\n- From [Gaff(https://gaff.test)] on.\n',
      finds: ['1:3 shape', '2:3 shape', '3:8 shape', '4:3 shape', '5:8 shape'],
      note: 'What was meant is told, but needs a look.',
    },
    {
      text: '- [[Silk](https://silk.test/)](https://old.test/) - Costly.\n- [Foil]( https://foil.test/ ) - Loud.\n- [](https://jib.test/) - Small.\n',
      finds: ['1:3 nested', '2:11 padded', '3:3 textless'],
      fixed:
        '- [[Silk](https://silk.test/)](https://old.test/) - Costly.\n- [Foil](https://foil.test/) - Loud.\n- [](https://jib.test/) - Small.\n',
    },
    {
      text: '- [[Silk](https://silk.test/)] - Costly (see https://silk.test/care).\n- [ ] (https://foil.test/) - To sew.\n- [Jib](https://jib.test/) (https://jib.test/plan) [MIT] [$]\n',
      finds: [],
      note: 'Brackets around a link, check boxes, tags and addresses in parentheses are what they are.',
    },
    {
      text: '- [Kit](https://kit.test/a_(b)) - Some `[code] (https://x.test)`.\n- [see the plans (https://plans.test) first] - A note.\n- Wraps \\[x] (https://x.test)\n',
      finds: [],
      note: 'Code, notes in brackets and escaped brackets are no links.',
    },
    {
      text: '- [Silk](#Silk sails)\n- [Jib](docs/my jib.md) ![A jib](img/my jib.png)\n- [Gaff](www.gaff.test/a b)\n',
      finds: ['1:3 shape', '2:3 shape', '2:25 shape', '3:3 shape'],
    },
    {
      text: '- [Silk](<docs/my silk.md>) and f[0](x y), [1] (and 2).\n',
      finds: [],
      note: 'Angle brackets allow spaces.',
    },
    {
      text: '- [![Build](https://b.test/b.svg)](https://b.test/) [Silk][s] ![](https://silk.test/s.png) [](#top)\n\n[s]: https://silk.test/\n',
      finds: [],
    },
  ],
  check({ list, report }) {
    for (const { shape, text, position, fix } of brokenLinks(list)) {
      const found = list.text.slice(position.start.offset, position.end.offset);
      const expected = fix?.edits[0]?.text ?? '';
      if (shape === 'nested') report({ message: 'nested', at: position, data: { found } });
      else report({ message: 'shape', at: position, fix, data: { found, expected: expected || text } });
    }
    for (const link of list.links) {
      if (link.form !== 'inline' || link.sort === 'placeholder') continue;
      const { start, end } = link.urlPosition;
      const before = /\([ \t]+$/.exec(list.text.slice(link.position.start.offset, start.offset))?.[0].length ?? 1;
      const after = /^[ \t]+(?=\))/.exec(list.text.slice(end.offset, link.position.end.offset))?.[0].length ?? 0;
      if (before > 1 || after > 0) {
        const edits = [
          { start: start.offset - before + 1, end: start.offset, text: '' },
          { start: end.offset, end: end.offset + after, text: '' },
        ];
        const fix = { safe: true, edits: edits.filter((edit) => edit.end > edit.start) };
        report({ message: 'padded', at: link.urlPosition, link, fix, data: { text: link.text } });
      }
      if (link.text === '' && link.sort === 'web' && link.place !== 'badge') {
        report({ message: 'textless', at: link.position, link, data: { url: link.url } });
      }
    }
  },
});
