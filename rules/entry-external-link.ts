import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { hasSeparator } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'entry-external-link',
  topic: 'entries',
  summary: 'Link each entry to a web page',
  why: 'Readers who follow a recommendation expect a page about it, not an email program or another part of the same file.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'warning',
  },
  fix: 'none',
  supersededBy: [
    'no-placeholder',
    'url-wellformed',
    'relative-target-exists',
    'fragment-resolves',
    'entry-link-syntax',
  ],
  messages: {
    mail: '`{name}` links to an email address; link to a web page instead',
    script: '`{name}` links to a script, which GitHub does not run; link to a web page instead',
    fragment: '`{name}` links to a section of this file; link to a web page instead',
    file: '`{name}` is listed as an entry, but links to a file in this repository; link to a web page, or move it out of the list of entries',
  },
  options: v.object({
    allowRelative: v.optional(
      v.pipe(v.boolean(), v.description('Allow entries that link to files in the repository.')),
      true,
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { allowRelative: false } },
  init: { deviation: 'link within the repository' },
  examples: [
    {
      text: '## Sails\n\n- [Silk](mailto:silk@silk.test) - Costly.\n- [Jib](docs/jib.md) - Small.\n- [Kit](javascript:open()) - New.\n',
      options: { allowRelative: false },
      finds: ['3:3 mail', '4:3 file', '5:3 script'],
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.test) - Costly.\n- [Jib](#silk) - Like silk.\n- [Gaff](https://gaff.test) - Old.\n\n## Silk\n\nA.\n',
      finds: ['4:3 fragment'],
    },
    {
      text: '- [Silk](https://silk.test) - [Write](mailto:silk@silk.test) to them.\n',
      finds: [],
      note: 'The description may link anywhere.',
    },
    { text: '- [Jib](docs/jib.md) - Small.\n', finds: [], note: 'Some lists recommend their own files.' },
    {
      text: '- [Chat](irc://chat.test/sails) and [Feed](feed:https://feed.test)\n',
      finds: [],
      note: 'Other programs open these on purpose.',
    },
    {
      text: '- See [the silk](#silk) below.\n- [Sew](#silk) where it tore.\n\n## Silk\n\nA.\n',
      finds: [],
      note: 'A sentence is not an entry.',
    },
    { text: '- **[⬆ back to top](#sails)**\n\n# Sails\n', finds: [] },
  ],
  check({ list, options, report }) {
    for (const entry of list.entries) {
      const { link, naming, leads, name, description } = entry;
      if (link === null || naming !== 'link' || !leads) continue;
      const at = link.position;
      if (link.sort === 'mail') report({ message: 'mail', at, link, data: { name } });
      else if (/^(?:javascript|vbscript|data):/i.test(link.url))
        report({ message: 'script', at, link, data: { name } });
      // A bare line that leads elsewhere in the file is a way back, or a reference.
      else if (link.sort === 'fragment' && description !== null && hasSeparator(entry))
        report({ message: 'fragment', at, link, data: { name } });
      else if (link.sort === 'local' && !options.allowRelative) report({ message: 'file', at, link, data: { name } });
    }
  },
});
