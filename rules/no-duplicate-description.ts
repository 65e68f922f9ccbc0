import * as v from 'valibot';
import type { Entry } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { hasSeparator } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { lengthWithout } from '../src/text/trim-end.js';
import { samePage } from '../src/url/same-page.js';

export default defineRule({
  id: 'no-duplicate-description',
  topic: 'descriptions',
  summary: 'Give each entry its own description',
  why: 'A description that was copied from another entry is wrong for one of them, and does not help readers choose.',
  severity: { strict: 'info', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'info' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'no-duplicate-url', 'tier-no-repeat', 'no-duplicate-name'],
  messages: {
    copied: 'Same description as `{earlier}` on line {line}; describe how this entry differs',
  },
  options: v.object({
    min: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Shorter descriptions are ignored.')),
      30,
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Foil](https://foil.example/) - Kite of two layers with air between them.\n- [Silk](https://silk.example/) - Kite of  two layers with *air* between them\n',
      finds: ['2:35 copied'],
    },
    {
      text: '| Kite | Says |\n| --- | --- |\n| [Foil](https://foil.example/) | Kite of two layers with air between them |\n| [Silk](https://silk.example/) | Kite of two layers with air between them |\n',
      finds: ['4:35 copied'],
    },
    {
      text: '- [Foil](https://foil.example/) - Loud kite for all.\n- [Silk](https://silk.example/) - Loud kite for all.\n',
      options: { min: 4 },
      finds: ['2:35 copied'],
    },
    {
      text: '- [Foil](https://foil.example/) - Loud kite.\n- [Silk](https://silk.example/) - Loud kite.\n',
      finds: [],
      note: 'Short descriptions may be the same.',
    },
    {
      text: '- [Foil](https://foil.example/) - Kite of two layers with air between them.\n- [The foil](http://www.foil.example) - Kite of two layers with air between them.\n',
      finds: [],
      note: '`no-duplicate-url` reports this.',
    },
    {
      text: '- [On Wind](https://wind.example/) - Augusta M. Breeze, Bertram N. Gust\n- [On Sails](https://sails.example/) - Augusta M. Breeze, Bertram N. Gust\n',
      finds: [],
      note: 'Authors are not descriptions.',
    },
    {
      text: '- [Red](https://red.example/) - Plan for a kite of the same series.\n- [Blue](https://blue.example/) - Plan for a kite of the same series.\n- [Grey](https://grey.example/) - Plan for a kite of the same series.\n',
      finds: [],
      note: 'Three or more are a series.',
    },
  ],
  check({ list, options, report }) {
    const groups = new Map<string, Entry[]>();
    for (const entry of list.entries) {
      const { description, link, separator } = entry;
      if (description === null || link === null || link.image) continue;
      if (separator !== null && !hasSeparator(entry)) continue;
      const folded = description.toLowerCase().replace(/\s+/g, ' ').trim();
      const key = folded.slice(0, lengthWithout(folded, ' .!。'));
      if (key.length < options.min) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
    for (const [earlier, entry, third] of groups.values()) {
      if (earlier === undefined || entry === undefined || third !== undefined) continue;
      if (isNames(entry.description ?? '')) continue;
      if (samePage(earlier.link?.url ?? '') === samePage(entry.link?.url ?? '')) continue;
      const at = descriptionPosition(entry);
      const line = earlier.label.start.line;
      report({
        message: 'copied',
        at,
        either: [descriptionPosition(earlier)],
        data: { earlier: earlier.name, line },
      });
    }
  },
});

function descriptionPosition(entry: Entry): Position {
  return entry.body?.position ?? entry.label;
}

/** Authors and publishers: outside of parentheses at most one word is an ordinary word. */
function isNames(text: string): boolean {
  if (/\p{Script=Han}/u.test(text) || !/\p{Lu}/u.test(text)) return false;
  const words = text.replace(/\([^()]*\)/g, ' ').split(/[\s,;&/]+/);
  const said = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:and|by|de|et|of|the|van|von|y|und|in|al)\b/.test(word),
  );
  return said.length < 2;
}
