import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { entriesWithFacts } from '../src/rule-kit/entry-facts.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

const url = 'https://git.example/kites/delta-kite';
const list = (name: string, to = url): string => `# Kites\n\n## Plans\n\n- [${name}](${to}) - One spar.\n`;
const facts = { [url]: { name: 'kites/Delta-Kite' } };
const module = 'https://pkg.go.dev/git.example/kites/delta/v2';
const gopkg = 'https://pkg.go.dev/gopkg.in/yaml.v3';
const scoped = 'https://www.npmjs.com/package/@kites/delta';

export default defineRule({
  id: 'name-matches',
  topic: 'entries',
  summary: 'Name entries after their repository or package',
  why: 'Readers search for a project and install it by its real name.',
  fix: 'none',
  reads: 'facts',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  messages: {
    differs: 'The entry is named `{text}`, but links to `{name}`; use `{short}`',
  },
  options: v.object({
    exactCase: v.optional(v.pipe(v.boolean(), v.description('Compare letter case.')), false),
    exactSeparators: v.optional(
      v.pipe(v.boolean(), v.description('Compare spaces, hyphens, underscores and periods.')),
      false,
    ),
    owner: v.optional(
      v.pipe(v.boolean(), v.description('Also accept the name with its owner, scope or vendor.')),
      true,
    ),
    ...scopeOptions,
  }),
  examples: [
    { text: list('Flyer'), facts, finds: ['5:3 differs'], note: 'The repository is named kites/Delta-Kite.' },
    {
      text: list('delta-kite'),
      facts,
      options: { exactCase: true },
      finds: ['5:3 differs'],
      note: 'The repository is named kites/Delta-Kite.',
    },
    {
      text: list('Delta Kite'),
      facts,
      options: { exactSeparators: true },
      finds: ['5:3 differs'],
      note: 'The repository is named kites/Delta-Kite.',
    },
    {
      text: list('kites/delta-kite'),
      facts,
      options: { owner: false },
      finds: ['5:3 differs'],
      note: 'The repository is named kites/Delta-Kite.',
    },
    { text: list('delta kite'), facts, finds: [] },
    { text: list('kites/delta-kite'), facts, finds: [] },
    { text: list('delta', scoped), facts: { [scoped]: { kind: 'package', name: '@kites/delta' } }, finds: [] },
    {
      text: list('delta', module),
      facts: { [module]: { kind: 'package', name: 'git.example/kites/delta/v2' } },
      finds: [],
      note: 'The last part of a Go module may be its major version.',
    },
    {
      text: list('yaml', gopkg),
      facts: { [gopkg]: { kind: 'package', name: 'gopkg.in/yaml.v3' } },
      finds: [],
    },
    {
      text: list('Flyer', module),
      facts: { [module]: { kind: 'package', name: 'git.example/kites/delta/v2' } },
      finds: ['5:3 differs'],
    },
    {
      text: list('Plans for sails', `${url}/tree/main/plans`),
      facts: { [`${url}/tree/main/plans`]: { name: 'kites/Delta-Kite' } },
      finds: [],
      note: 'It links to a part of the repository.',
    },
    {
      text: list('Flyer', 'https://flyer.example/'),
      facts: {},
      finds: [],
      note: 'A website has no repository or package name to compare.',
    },
  ],
  check({ judged, now, options, report }) {
    const { exactCase, exactSeparators, owner } = options;
    const fold = (text: string): string => {
      const cased = exactCase ? text : text.toLowerCase();
      return exactSeparators ? cased : cased.replace(/[\s._-]+/g, '');
    };
    for (const { entry, repository, packages } of entriesWithFacts(judged, now)) {
      const main = [repository, ...packages].find((each) => each !== null && each.link === entry.link) ?? null;
      if (main === null || !isFrontPage(main.link.url, main.facts.name)) continue;
      const { name } = main.facts;
      const short = shortName(name);
      const accepted = [short, lastPart(name), ...(owner ? [name, name.replace(/^@/, '')] : [])];
      if (accepted.some((each) => fold(each) === fold(entry.name))) continue;
      const data = { text: entry.name, name, short };
      report({ message: 'differs', at: entry.label, link: main.link, data });
    }
  },
});

/** The last part of a name, without the major version of a Go module (Go Modules Reference, "Major version suffixes"). */
function shortName(name: string): string {
  const version = /[/.]v\d{1,9}$/.exec(name)?.index ?? name.length;
  return lastPart(/.\/./.test(name.slice(0, version)) ? name.slice(0, version) : name);
}

function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}

/** True for the page of the whole repository or package, and not of a file, an issue or a version in it. */
function isFrontPage(url: string, name: string): boolean {
  const pathname = URL.canParse(url) ? new URL(url).pathname : '';
  const path = pathname.replace(/\/$|\.git\/?$/g, '').toLowerCase();
  return path.endsWith(`/${name.toLowerCase()}`);
}
