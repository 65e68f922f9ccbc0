import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { groupBy } from '../src/text/group-by.js';

/** Hosts that shut down, with the year. */
const ended: readonly (readonly [host: string, year: number])[] = [
  ['rawgit.com', 2019],
  ['cdn.rawgit.com', 2019],
  ['travis-ci.org', 2021],
  ['david-dm.org', 2021],
  ['gemnasium.com', 2018],
];

const hosts = (means: string) => v.optional(v.pipe(v.array(v.string()), v.description(means)), []);

export default defineRule({
  id: 'url-hosts',
  topic: 'urls',
  summary: 'Do not link to hosts that have shut down or that the list does not allow',
  why: 'A link to a service that has shut down is dead, and a list may want to exclude some hosts.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'error' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'url-wellformed', 'url-no-shortener', 'url-canonical', 'link-broken'],
  messages: {
    ended: '`{host}` shut down in {year}; replace or remove the link',
    denied: '`{host}` is on the deny list (`deny`); link to another host',
    missing: '`{host}` is not on the allow list; link to an allowed host or add it to `allow`',
    many: '{count} links lead to `{host}`, which shut down in {year}; replace or remove them',
  },
  options: v.object({
    allow: hosts('Allow only these hosts and their subdomains; empty allows all.'),
    deny: hosts('Do not allow these hosts and their subdomains.'),
    ended: v.optional(v.pipe(v.boolean(), v.description('Report hosts that have shut down.')), true),
    ...scopeOptions,
  }),
  examples: [
    { text: '- [Silk](https://cdn.rawgit.com/silk/silk/a.svg)\n', finds: ['1:10 ended'] },
    {
      text: '# Sails [![Build](https://travis-ci.org/a/sails.svg)](https://travis-ci.org/a/sails)\n\n[A] [B][a] [![C](https://travis-ci.org/a/c.svg)](https://sails.test/)\n\n[a]: https://travis-ci.org/a/a\n',
      finds: ['1:55 ended', '3:18 ended', '5:6 ended'],
      note: 'A badge and its link are one finding, and so are the links of one definition.',
    },
    { text: '- [Silk](https://shop.silk.test/)\n', options: { deny: ['silk.test'] }, finds: ['1:10 denied'] },
    { text: '- [Silk](https://silk.test/)\n', options: { allow: ['sails.test'] }, finds: ['1:10 missing'] },
    { text: '- ![Jib](https://cdn.rawgit.com/jib/jib.svg)\n'.repeat(21), finds: ['1:10 many'] },
    { text: '- [Silk](https://silk.test/cdn.rawgit.com/) and [Raw](https://rawgit.test/)\n', finds: [] },
    {
      text: '- [Silk](https://unsilk.test/)\n',
      options: { deny: ['silk.test'] },
      finds: [],
      note: 'Another domain with the same ending.',
    },
    { text: '- [Silk](https://eu.sails.test/)\n- [Jib](docs/jib.md)\n', options: { allow: ['sails.test'] }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const covers = (names: readonly string[], host: string): boolean =>
      names.some((name) => host === name.toLowerCase() || host.endsWith(`.${name.toLowerCase()}`));
    const gone: { readonly link: Link; readonly host: string }[] = [];
    for (const link of oncePerUrl(list.links)) {
      const host = link.sort === 'web' ? /^https?:\/\/([^/?#:]+)/i.exec(link.url)?.[1]?.toLowerCase() : undefined;
      if (host === undefined) continue;
      const isGone = options.ended && ended.some(([name]) => name === host.replace(/^www\./, ''));
      if (covers(options.deny, host)) report({ message: 'denied', at: link.urlPosition, link, data: { host } });
      else if (options.allow.length > 0 && !covers(options.allow, host))
        report({ message: 'missing', at: link.urlPosition, link, data: { host } });
      else if (isGone) gone.push({ link, host });
    }
    for (const [host, group] of groupBy(gone, (one) => one.host)) {
      // A badge and what it links to are one.
      const linkAt = enclosingBlock(group.flatMap(({ link }) => (link.image ? [] : [link])));
      const isBadge = (link: Link): boolean => link.image && linkAt(link.position.start.offset) !== null;
      const links = group.map(({ link }) => link).filter((link) => !isBadge(link));
      const year = ended.find(([name]) => name === host.replace(/^www\./, ''))?.[1] ?? 0;
      const [first, ...rest] = links;
      if (first === undefined) continue;
      if (links.length > foldOver) {
        const places = rest.map((link) => link.urlPosition);
        report({
          message: 'many',
          at: first.urlPosition,
          places,
          url: first.url,
          data: { host, year, count: links.length },
        });
      } else for (const link of links) report({ message: 'ended', at: link.urlPosition, link, data: { host, year } });
    }
  },
});
