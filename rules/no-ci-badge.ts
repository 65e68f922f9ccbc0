import * as v from 'valibot';
import type { Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { removeLine } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodeAround } from '../src/text/document-order.js';

/** Addresses of images that show the state of a build, each as its service documents them. */
const states: readonly RegExp[] = [
  /^https?:\/\/github\.com\/[^/]+\/[^/]+\/(?:actions\/)?workflows\/[^?#]+\/badge\.svg/i,
  /^https?:\/\/(?:api\.|www\.)?travis-ci\.(?:org|com)\/.+\.(?:svg|png)/i,
  /^https?:\/\/(?:dl\.)?circleci\.com\/.+(?:\.svg|style=svg|\.png)/i,
  /^https?:\/\/ci\.appveyor\.com\/api\/projects\/status/i,
  /^https?:\/\/dev\.azure\.com\/.+\/_apis\/build\/status/i,
  /^https?:\/\/[^/]*gitlab[^/]*\/.+\/badges\/[^/]+\/pipeline\.svg/i,
  /^https?:\/\/img\.shields\.io\/(?:github\/(?:actions\/)?workflow|travis|circleci|appveyor|azure-devops|gitlab\/pipeline)/i,
  /^https?:\/\/(?:[\w-]+\.)?semaphoreci\.com\/badges|^https?:\/\/codeship\.com\/projects\/.+\/status/i,
];

export default defineRule({
  id: 'no-ci-badge',
  topic: 'list',
  summary: 'Do not display build badges above the list',
  why: 'Whether a check of the list passed today does not matter to its readers.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: { badge: 'This badge shows a build status; remove it' },
  options: v.object({
    scope: v.optional(
      v.pipe(
        v.picklist(['header', 'all', 'strict']),
        v.description(
          '`header` is above the first section; `strict` also reports every image whose URL names Travis CI or CircleCI, or whose title says `Build Status`.',
        ),
      ),
      'header',
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { scope: 'strict' } },
  examples: [
    {
      text: "# Sails\n\n## Silk\n\n- [Silk](https://silk.test) ![CI](https://silk.test/ci.svg 'Build Status')\n- [Jib](https://jib.test) ![Tests](https://jib.test/circleci)\n- [Kit](https://kit.test) ![Build status](https://kit.test/kit.svg 'Sails')\n",
      options: { scope: 'strict' },
      finds: ['5:29 badge', '6:27 badge'],
    },
    {
      text: '# Awesome Sails\n\n![Build](https://github.com/sails/list/actions/workflows/lint.yml/badge.svg)\n\nSails of all seas.\n\n## Silk\n',
      finds: ['3:1 badge'],
      fixed: '# Awesome Sails\n\n\nSails of all seas.\n\n## Silk\n',
    },
    {
      text: '# Sails [![Build](https://travis-ci.org/sails/list.svg?branch=main)](https://travis-ci.org/sails/list)\n\n## Silk\n',
      finds: ['1:9 badge'],
    },
    {
      text: '## Silk\n\n- [Silk](https://silk.test) ![CI](https://circleci.com/gh/silk/silk.svg?style=svg)\n',
      options: { scope: 'all' },
      finds: ['3:29 badge'],
    },
    {
      text: '# Sails\n\n## Silk\n\n- [Silk](https://silk.test) ![CI](https://circleci.com/gh/silk/silk.svg?style=svg)\n',
      finds: [],
      note: 'An entry may have a build badge.',
    },
    {
      text: '# Sails ![Awesome](https://awesome.re/badge.svg)\n\n![Stars](https://img.shields.io/github/stars/sails/list)\n',
      finds: [],
    },
    {
      text: '# Sails\n\n[How it is built](https://github.com/sails/list/actions/workflows/lint.yml)\n',
      finds: [],
      note: 'A text link is not a badge.',
    },
  ],
  check({ list, options, report }) {
    const first = list.headings.find(({ node }) => node !== null)?.position.start.offset ?? list.text.length;
    // The badge is often all there is of a link.
    const badges = list.links.filter((link) => !link.image && link.place === 'badge');
    for (const image of list.links) {
      const at = image.position.start.offset;
      if (options.scope === 'header' && at > first) break;
      if (
        !image.image ||
        !(states.some((state) => state.test(image.url)) || (options.scope === 'strict' && isNamed(image, list)))
      )
        continue;
      const { position } = nodeAround(badges, at) ?? image;
      const edit = removeLine(position, list.text);
      report({
        message: 'badge',
        at: position,
        link: image,
        fix: edit === null ? null : { safe: false, edits: [edit] },
      });
    }
  },
});

/** True for what awesome-lint takes for a badge: by a word in the URL or the title. */
function isNamed({ url, position, urlPosition }: Link, { text }: List): boolean {
  const title = text.slice(urlPosition.end.offset, position.end.offset);
  return /travis|circleci/i.test(url) || /build status|travis|circleci/i.test(title);
}
