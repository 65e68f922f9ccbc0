import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/options.js';

/** The badge as awesome.re serves it, in its three forms, and as older lists have it. */
const badge =
  /(?:^|\/\/|\.)awesome\.re\/(?:badge|badge-flat|badge-flat2)\.svg|sindresorhus\/awesome\/.*\/(?:media\/)?badge(?:-flat2?)?\.svg/i;
/** What awesome-lint accepts to the letter. */
const exactBadge = /^https:\/\/awesome\.re\/badge(?:-flat2?)?\.svg$/;
const exactHome = /^https:\/\/(?:awesome\.re|github\.com\/sindresorhus\/awesome)$/;
const home = /^https?:\/\/(?:www\.)?(?:awesome\.re\/?|github\.com\/sindresorhus\/awesome(?:[/#?].*)?)$/i;

export default defineRule({
  id: 'awesome-badge',
  topic: 'list',
  summary: 'Show the awesome badge beside the title',
  why: 'The badge tells readers what kind of list this is, and leads them to the others.',
  severity: { strict: 'error', awesome: 'warning', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    missing: 'This list does not show the awesome badge; add it behind the title',
    unlinked: 'The awesome badge is no link; link it to https://awesome.re',
    form: 'The badge is not in its standard form; write `[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)` behind the title',
    late: 'The awesome badge stands below the first section; move it behind the title',
  },
  options: v.object({
    exact: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Accept only https://awesome.re and its badges, in Markdown, in a Markdown title.'),
      ),
      false,
    ),
    ...ignoreOption,
  }),
  presetOptions: { strict: { exact: true } },
  init: {
    unneeded: (names) =>
      /awesome/i.test(names) ? null : 'The list does not call itself awesome, so it needs no badge',
  },
  examples: [
    {
      text: '# Awesome Sails\n\n> Cloth in the wind.\n',
      finds: ['1:1 missing'],
      fixed: '# Awesome Sails [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Cloth in the wind.\n',
    },
    { text: '# Awesome Sails ![Awesome](https://awesome.re/badge.svg)\n', finds: ['1:17 unlinked'] },
    {
      text: '# Awesome Sails\n\n## Silk\n\n[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n',
      finds: ['5:2 late'],
    },
    {
      text: '# Awesome Sails [![Awesome](https://awesome.re/badge.svg)](https://github.com/sindresorhus/awesome#readme)\n',
      options: { exact: true },
      finds: ['1:18 form'],
    },
    {
      text: '# Awesome Sails\n\n[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n',
      options: { exact: true },
      finds: ['3:2 form'],
    },
    {
      text: '# Awesome Sails [![Awesome](https://awesome.re/badge-flat2.svg)](https://awesome.re)\n',
      options: { exact: true },
      finds: [],
    },
    {
      text: '<p align="center"><a href="https://awesome.re"><img src="https://awesome.re/badge.svg"></a></p>\n\n# Sails\n',
      options: { exact: true },
      finds: [],
      note: 'Only a title that comes first has its badge behind it.',
    },
    {
      text: '<div align="center">\n  <h1>Sails</h1>\n  <a href="https://github.com/sindresorhus/awesome"><img alt="Awesome" src="https://cdn.rawgit.com/sindresorhus/awesome/d7305f38/media/badge.svg"></a>\n</div>\n\n## Silk\n',
      finds: [],
      note: 'HTML in the header counts.',
    },
    { text: 'Words without a title.\n', finds: [], note: 'What has no title cannot have a badge beside it.' },
  ],
  check({ list, options, report }) {
    const title = list.headings.find((heading) => heading.node === null);
    if (title === undefined) return;
    const section = list.headings.find((heading) => heading.node !== null)?.position.start.offset ?? Infinity;
    const image = list.links.find((link) => link.image && badge.test(link.url));
    if (image === undefined) {
      // Behind what stands in the title; a closing # or an underline is not part of that.
      const source = list.text.slice(title.position.start.offset, title.position.end.offset);
      const plain = title.form === 'heading' && /^#{1,6} .*[^#\s]$/.test(source);
      const at = title.position.end.offset;
      const text = ' [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
      report({
        message: 'missing',
        at: title.position,
        fix: plain ? { safe: false, edits: [{ start: at, end: at, text }] } : null,
      });
      return;
    }
    const { start, end } = image.position;
    const around = list.links.find(
      (link) =>
        !link.image &&
        link.position.start.offset <= start.offset &&
        end.offset <= link.position.end.offset &&
        home.test(link.url),
    );
    if (around === undefined) report({ message: 'unlinked', at: image.position });
    else if (start.offset > section) report({ message: 'late', at: image.position });
    else if (
      options.exact &&
      title.form === 'heading' &&
      list.text.slice(0, title.position.start.offset).trim() === ''
    ) {
      const inTitle = start.offset < title.position.end.offset && around.form !== 'html';
      if (!inTitle || !exactBadge.test(image.url) || !exactHome.test(around.url))
        report({ message: 'form', at: image.position });
    }
  },
});
