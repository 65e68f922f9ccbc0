import * as v from 'valibot';
import type { Facts } from '../src/model/facts.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { type EntryFacts, entriesWithFacts, type LinkedFacts } from '../src/rule-kit/entry-facts.js';
import { optionsBySection, withSectionOptions } from '../src/rule-kit/section-options.js';
import { writtenLicense } from '../src/rule-kit/written-license.js';
import { canBeAllowed, isAllowed, nearestAllowed, sharesLicense } from '../src/text/license.js';

const delta = 'https://git.example/kites/delta';
const list = (after = ''): string => `# Kites\n\n## Plans\n\n- [Delta](${delta}) - One spar.${after}\n`;
const licensed = (license: string | null) => ({ [delta]: { name: 'kites/delta', license } });

export default defineRule({
  id: 'repo-license',
  topic: 'entries',
  summary: 'Require an allowed license that matches the one shown in the entry',
  why: 'Without a license, no one may use the code; if the entry shows the wrong one, readers may violate the actual license.',
  fix: 'none',
  reads: 'facts',
  needs: () => ['packages'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken'],
  messages: {
    none: '`{name}` has no license that its host recognizes; ask the authors to add one, or remove the entry',
    refused: 'The license of `{name}` is `{license}`, which this list does not allow (allowed: {allowed})',
    differs: 'The entry shows the license `{written}`, but the license of `{name}` is `{license}`; correct the entry',
  },
  options: optionsBySection({
    allow: v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.string(),
            v.check(canBeAllowed, ({ input }) => `an SPDX license ID, \`osi\` or \`fsf\`${nearestAllowed(input)}`),
          ),
        ),
        v.description(
          'SPDX ids, `osi` for licenses that the OSI approves, `fsf` for licenses that the FSF calls free; empty for any license.',
        ),
      ),
      [],
    ),
    written: v.optional(
      v.pipe(v.boolean(), v.description('Compare with the license that the entry shows after its description.')),
      true,
    ),
  }),
  examples: [
    { text: list(), facts: licensed('NONE'), finds: ['5:3 none'] },
    { text: list(), facts: licensed('BUSL-1.1'), options: { allow: ['osi', 'fsf'] }, finds: ['5:3 refused'] },
    { text: list(), facts: licensed('GPL-3.0'), options: { allow: ['MIT', 'Apache-2.0'] }, finds: ['5:3 refused'] },
    { text: list(' `MIT`'), facts: licensed('AGPL-3.0'), finds: ['5:3 differs'] },
    {
      text: list(),
      facts: licensed('MIT OR BUSL-1.1'),
      options: { allow: ['osi'] },
      finds: [],
      note: 'One of two is enough.',
    },
    { text: list(' `AGPL-3.0-or-later`'), facts: licensed('AGPL-3.0'), finds: [] },
    {
      text: list(' `MIT/Apache-2.0`'),
      facts: licensed('MIT'),
      finds: [],
      note: 'Hosts identify one license of several.',
    },
    { text: list(' `Go`'), facts: licensed('MIT'), finds: [], note: 'A language is not a license.' },
    {
      text: list(),
      facts: licensed('NOASSERTION'),
      options: { allow: ['osi'] },
      finds: [],
      note: 'Its host could not identify it.',
    },
    { text: list(), facts: licensed(null), finds: [], note: 'Its license is unknown.' },
  ],
  check({ list: read, judged, now, options, report }) {
    withSectionOptions(options, 'repo-license', (optionsAt) => {
      for (const known of entriesWithFacts(judged, now)) {
        const licensedThing = thingOf(known);
        if (licensedThing === null) continue;
        const { link, facts } = licensedThing;
        const { license, name } = facts;
        const { allow, written } = optionsAt(known.entry);
        const common = { at: link.position, link } as const;
        if (license === null || license === 'NOASSERTION') continue;
        if (license === 'NONE') {
          report({ message: 'none', ...common, data: { name } });
          continue;
        }
        if (allow.length > 0 && isAllowed(license, allow) === false)
          report({ message: 'refused', ...common, data: { name, license, allowed: allow.join(', ') } });
        const shown = written ? writtenLicense(read, known.entry) : null;
        if (shown !== null && sharesLicense(shown, license) === false)
          report({ message: 'differs', ...common, data: { name, license, written: shown } });
      }
    });
  },
});

/** The repository of an entry, or else the one package that it links to. */
function thingOf({ repository, packages }: EntryFacts): LinkedFacts<Facts> | null {
  return repository ?? (packages.length === 1 ? (packages[0] ?? null) : null);
}
