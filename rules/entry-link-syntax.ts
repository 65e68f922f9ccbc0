import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { edgeSpaces } from '../src/rule-kit/edge-spaces.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { pluralForm } from '../src/text/plural.js';
import { shorten } from '../src/text/shorten.js';
import { type BrokenLink, brokenLinks } from './entry-link-syntax/broken-links.js';
import { unlinkedNames } from './entry-link-syntax/unlinked-names.js';

/** Shapes that are links but for the spaces in their URL. */
const spacedUrls: ReadonlySet<BrokenLink['shape']> = new Set(['urlSpaced', 'pathSpaced', 'schemeSpaced']);

export default defineRule({
  id: 'entry-link-syntax',
  topic: 'entries',
  summary: 'Use valid Markdown for links',
  why: 'With a bracket in the wrong place, readers see brackets and a URL instead of a link.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['markup', 'space'],
  messages: {
    shape: '`{found}` is not a link; did you mean `{expected}`?',
    gap: '`{found}` is not a link because of the {spaces} after `]`; remove {those}',
    spaceInUrl: '`{found}` is not {what} because its URL contains {spaces}; use `{url}`',
    broken: '`{found}` is not a link; write `[text](URL)`',
    nested: '`{found}` is a link within a link, which Markdown does not allow; keep only one of them',
    unnamed: '`{found}` is a URL in brackets; write `[name](URL)`',
    unlinked: '`{found}` is not a link, unlike other entries; did you mean `{expected}`?',
    padded: 'The URL in the link `{text}` {sides} with {spaces}; remove {those}',
    textless: 'The link to `{url}` has no text, so it is not visible; add a name',
  },
  options: v.object({
    padding: v.optional(
      v.pipe(v.boolean(), v.description('Report spaces around a URL in parentheses, which Markdown ignores.')),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { padding: true } },
  examples: [
    {
      text: '## Sails\n\n- [Silk] (https://silk.test/) - Costly.\n- (Foil)[https://foil.test/] - Loud.\n- [Jib][https://jib.test/] - Small.\n',
      finds: ['3:3 gap', '4:3 shape', '5:3 shape'],
      fixed:
        '## Sails\n\n- [Silk](https://silk.test/) - Costly.\n- [Foil](https://foil.test/) - Loud.\n- [Jib](https://jib.test/) - Small.\n',
    },
    {
      text: '## Sails\n\n- [Silk)(#silk)\n- [Jib](#jib]\n- [Gaff]https://gaff.test/) - Old.\n- [Deep]((https://deep.test/) - New.\n',
      finds: ['3:3 shape', '4:3 shape', '5:3 shape', '6:3 shape'],
      fixed:
        '## Sails\n\n- [Silk](#silk)\n- [Jib](#jib)\n- [Gaff](https://gaff.test/) - Old.\n- [Deep](https://deep.test/) - New.\n',
    },
    {
      text: '- [`silk`] (https://silk.test/) - Costly.\n- (`foil`)[https://foil.test/] - Loud.\n- [the `jib` <!-- small -->][https://jib.test/] - Small.\n',
      finds: ['1:3 gap', '2:3 shape', '3:3 shape'],
      fixed:
        '- [`silk`](https://silk.test/) - Costly.\n- [`foil`](https://foil.test/) - Loud.\n- [the `jib` <!-- small -->](https://jib.test/) - Small.\n',
      note: 'Code and comments in the text stay.',
    },
    {
      text: '- [Silk(https://silk.test/) - Costly.\n- [Foil](https://foil.test/\n- Like silk](https://silk.test/) but new.\n- [Jib]https://jib.test/ - Small.\n- From [Gaff(https://gaff.test)] on.\n',
      finds: ['1:3 shape', '2:3 shape', '3:8 shape', '4:3 shape', '5:8 shape'],
      note: 'The fix needs review.',
    },
    {
      text: '- https://silk.test/care*[Silk](https://silk.test/]\n- https://foil.test/ [Foil](https://foil.test/]\n',
      finds: ['1:26 shape', '2:22 shape'],
      fixed: '- https://silk.test/care*[Silk](https://silk.test/]\n- https://foil.test/ [Foil](https://foil.test/)\n',
      note: 'A link right after a URL becomes part of it, so that fix needs review.',
    },
    {
      text: '- [Silk](https://silk.test/a](https://silk.test/b) - Costly.\n',
      finds: ['1:3 shape'],
      note: 'Either URL may be the one that was meant.',
    },
    {
      text: '- [Kit](https://kit.test/a b.pdf) - New.\n- [Plan](docs/a b.md) - Old.\n- [Demo](https:// demo.test/x) - Small.\n- [Silk](https://silk.test "a b") - Costly.\n- [Jib](see the note) - Loud.\n',
      finds: ['1:3 spaceInUrl', '2:3 spaceInUrl', '3:3 spaceInUrl'],
      note: 'A space may be a mistake for another character.',
    },
    {
      text: '- [https://silk.test/course] - Costly.\n- [ ] [https://jib.test/] - Small.\n- See [https://kit.test/].\n- [By [Ann](https://ann.test)] (https://kit.test)\n',
      finds: ['1:3 unnamed', '2:7 unnamed', '4:3 broken'],
    },
    {
      text: '## Contents\n\n- [Silk](#silk)\n- [Jib](#jib)\n- [Kit](#kit)\n- [Gaff] (#gaff)\n- Foil (#foil)\n\n## Silk\n\n- [A](https://a.test/) - Of silk.\n- [B](https://b.test/) - Of silk.\n- [C](https://c.test/) - Of silk.\n- Ketch (https://ketch.test/) - Of silk.\n- Read this first (https://d.test/), then sew.\n',
      finds: ['6:3 gap', '7:3 unlinked', '14:3 unlinked'],
      fixed:
        '## Contents\n\n- [Silk](#silk)\n- [Jib](#jib)\n- [Kit](#kit)\n- [Gaff](#gaff)\n- Foil (#foil)\n\n## Silk\n\n- [A](https://a.test/) - Of silk.\n- [B](https://b.test/) - Of silk.\n- [C](https://c.test/) - Of silk.\n- Ketch (https://ketch.test/) - Of silk.\n- Read this first (https://d.test/), then sew.\n',
    },
    {
      text: '- Ketch (https://ketch.test/)\n- Yawl (https://yawl.test/)\n- Sloop (https://sloop.test/)\n- [Jib](https://jib.test/)\n',
      finds: [],
      note: 'This list writes URLs in parentheses.',
    },
    {
      text: '- [`silk`] (https://silk.test/) - Costly.\n- [a](http://x.test/b <http://c.test> d)\n| [`jib`] (https://jib.test/) |\n| --- |\n',
      finds: ['1:3 gap', '3:3 gap'],
      fixed:
        '- [`silk`](https://silk.test/) - Costly.\n- [a](http://x.test/b <http://c.test> d)\n| [`jib`](https://jib.test/) |\n| --- |\n',
      note: 'Code in a name is kept.',
    },
    {
      text: '- [[Silk](https://silk.test/)](https://old.test/) - Costly.\n- [Foil]( https://foil.test/ ) - Loud.\n- [](https://jib.test/) - Small.\n',
      options: { padding: true },
      finds: ['1:3 nested', '2:11 padded', '3:3 textless'],
      fixed:
        '- [[Silk](https://silk.test/)](https://old.test/) - Costly.\n- [Foil](https://foil.test/) - Loud.\n- [](https://jib.test/) - Small.\n',
    },
    {
      text: '- [[Silk](https://silk.test/)] - Costly (see https://silk.test/care).\n- [ ] (https://foil.test/) - To sew.\n- [Jib](https://jib.test/) (https://jib.test/plan) [MIT] [$]\n',
      finds: [],
      note: 'Brackets around a link, checkboxes, tags and URLs in parentheses are not broken links.',
    },
    {
      text: '- [Kit] (https://kit.test="https://tea.test/) and [Jib] (https://jib.test/)\n',
      finds: ['1:51 gap'],
      fixed: '- [Kit] (https://kit.test="https://tea.test/) and [Jib](https://jib.test/)\n',
      note: 'A quotation mark is in no URL: this is part of something else.',
    },
    {
      text: '- [Kit](https://kit.test/a_(b)) - Some `[code] (https://x.test)`.\n- [see the plans (https://plans.test) first] - A note.\n- Wraps \\[x] (https://x.test)\n',
      finds: [],
      note: 'Code, notes in brackets and escaped brackets are not links.',
    },
    {
      text: '- [Silk](#Silk sails)\n- [Jib](docs/my jib.md) ![A jib](img/my jib.png)\n- [Gaff](www.gaff.test/a b)\n',
      finds: ['1:3 spaceInUrl', '2:3 spaceInUrl', '2:25 spaceInUrl', '3:3 spaceInUrl'],
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
  check({ list, options, report }) {
    for (const { shape, position, fix } of brokenLinks(list)) {
      const found = list.text.slice(position.start.offset, position.end.offset);
      const [edit] = fix?.edits ?? [];
      const data = { found: shorten(found) };
      if (shape === 'nested') report({ message: 'nested', at: position, data });
      else if (shape === 'lone') report({ message: 'unnamed', at: position, data });
      else if (edit === undefined) report({ message: 'broken', at: position, data });
      else if (shape === 'spaced') {
        const count = /[ \t]+(?=\([^[]*$)/.exec(found)?.[0].length ?? 1;
        const words = { spaces: pluralForm(count, 'space'), those: pluralForm(count, 'it', 'them') };
        report({ message: 'gap', at: position, fix, data: { ...data, ...words } });
      } else if (spacedUrls.has(shape)) {
        const what = found.startsWith('!') ? 'an image' : 'a link';
        const [written = '', url = ''] = [found, edit.text].map((link) => /\]\(([^[]*)\)$/.exec(link)?.[1]);
        const spaces = (written.match(/ /g)?.length ?? 1) === 1 ? 'a space' : 'spaces';
        report({ message: 'spaceInUrl', at: position, fix, data: { ...data, what, spaces, url: shorten(url) } });
      } else report({ message: 'shape', at: position, fix, data: { ...data, expected: shortLink(edit.text) } });
    }
    for (const { position, fix } of unlinkedNames(list)) {
      const found = shorten(list.text.slice(position.start.offset, position.end.offset));
      const expected = shortLink(fix.edits[0]?.text ?? '');
      report({ message: 'unlinked', at: position, fix, data: { found, expected } });
    }
    for (const link of list.links) {
      if (link.form !== 'inline' || link.sort === 'placeholder') continue;
      const { start, end } = link.urlPosition;
      const before = /\([ \t]+$/.exec(list.text.slice(link.position.start.offset, start.offset))?.[0].length ?? 1;
      const after = /^[ \t]+(?=\))/.exec(list.text.slice(end.offset, link.position.end.offset))?.[0].length ?? 0;
      if (options.padding && (before > 1 || after > 0)) {
        const edits = [
          { start: start.offset - before + 1, end: start.offset, text: '' },
          { start: end.offset, end: end.offset + after, text: '' },
        ];
        const fix = { safe: true, edits: edits.filter((edit) => edit.end > edit.start) };
        const words = edgeSpaces(before - 1, after);
        report({ message: 'padded', at: link.urlPosition, link, fix, data: { text: link.text, ...words } });
      }
      if (link.text === '' && link.sort === 'web' && link.place !== 'badge') {
        report({ message: 'textless', at: link.position, link, data: { url: link.url } });
      }
    }
  },
});

/** A link for a quotation: where it is too long, its text and its URL are cut, and its brackets are kept. */
function shortLink(link: string): string {
  const [, text = '', url = ''] = /^\[(.*)\]\((.*)\)$/s.exec(link) ?? [];
  return link.length <= 60 || url === '' ? shorten(link) : `[${shorten(text, 28)}](${shorten(url, 28)})`;
}
