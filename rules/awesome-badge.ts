import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';

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
  summary: 'Show the awesome badge next to the title',
  why: 'The badge marks the list as awesome and links to the other awesome lists.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    missing: 'The awesome badge is missing; add it after the title',
    unlinked: 'The awesome badge is not a link; link it to `https://awesome.re`',
    place: 'The awesome badge is not in the title; move it to the end of the title',
    form: 'The awesome badge is not in its standard form; use `[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)` after the title',
    late: 'The awesome badge is below the first section; move it after the title',
  },
  options: v.object({
    always: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Require the badge in the header of every list, whatever its name and its other links.'),
      ),
      false,
    ),
    exact: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Accept only https://awesome.re and its badges, in Markdown, in a Markdown title.'),
      ),
      false,
    ),
    ...ignoreOption,
  }),
  presetOptions: { strict: { always: true, exact: true } },
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
      options: { always: true },
      finds: ['5:2 late'],
    },
    {
      text: '# Awesome Sails [![Awesome](https://awesome.re/badge.svg)](https://github.com/sindresorhus/awesome#readme)\n',
      options: { always: true, exact: true },
      finds: ['1:18 form'],
    },
    {
      text: '# Awesome Sails\n\n[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n',
      options: { always: true, exact: true },
      finds: ['3:2 place'],
    },
    {
      text: '# Awesome Sails [![Awesome](https://awesome.re/badge-flat2.svg)](https://awesome.re)\n',
      options: { always: true, exact: true },
      finds: [],
    },
    {
      text: '<p align="center"><a href="https://awesome.re"><img src="https://awesome.re/badge.svg"></a></p>\n\n# Sails\n',
      options: { always: true, exact: true },
      finds: [],
      note: 'The badge follows the title only if the title comes first.',
    },
    {
      text: '<div align="center">\n  <h1>Sails</h1>\n  <a href="https://github.com/sindresorhus/awesome"><img alt="Awesome" src="https://cdn.rawgit.com/sindresorhus/awesome/d7305f38/media/badge.svg"></a>\n</div>\n\n## Silk\n',
      finds: [],
      note: 'HTML counts.',
    },
    { text: 'Words without a title.\n', finds: [], note: 'Without a title there is no place for a badge.' },
    { text: '# Learn to Sail\n\n## Week 1\n\nKnots.\n', finds: [], note: 'A list that does not call itself awesome.' },
    {
      text: '# Learn to Sail\n\n## Week 1\n\nKnots.\n',
      options: { always: true },
      finds: ['1:1 missing'],
      fixed: '# Learn to Sail [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n## Week 1\n\nKnots.\n',
    },
    {
      text: '# Awesome Sails\n\n[![Awesome](media/own-badge.svg)](https://github.com/sindresorhus/awesome)\n\n## Silk\n',
      finds: [],
      note: 'A badge with a custom image.',
    },
    {
      text: '# Awesome Sails\n\nPart of [awesome lists](https://github.com/sindresorhus/awesome#readme).\n\n## Silk\n',
      finds: [],
    },
    {
      text: '# awesome-sails 帆\n\n## 絹\n',
      finds: ['1:1 missing'],
      fixed: '# awesome-sails 帆 [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n## 絹\n',
    },
  ],
  check({ list, options, report }) {
    const title = list.headings.find((heading) => heading.node === null);
    if (title === undefined) return;
    const section = list.headings.find((heading) => heading.node !== null)?.position.start.offset ?? Infinity;
    if (!options.always && list.links.some(({ image, url }) => !image && home.test(url))) return;
    const image = list.links.find((link) => link.image && badge.test(link.url));
    if (image === undefined) {
      if (!options.always && !/awesome/i.test(title.text)) return;
      // After the text of the title; a closing # or an underline is not part of it.
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
      const inTitle = start.offset < title.position.end.offset;
      const isExact = exactBadge.test(image.url) && exactHome.test(around.url) && around.form !== 'html';
      if (!isExact) report({ message: 'form', at: image.position });
      else if (!inTitle) report({ message: 'place', at: image.position });
    }
  },
});
