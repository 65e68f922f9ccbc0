import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { rewriteAddress } from '../src/model/rewrite.js';
import { defineRule } from '../src/model/rule.js';
import { scope } from '../src/model/scope.js';

export default defineRule({
  id: 'url-https',
  summary: 'Link to https',
  why: 'What is read over plain http can be read and changed by anyone on the way, and browsers warn of it.',
  severity: { awesome: 'warning', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  yieldsTo: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  messages: {
    plain: '`{url}` is plain http; write https:// if the site has it',
    many: '{count} links are plain http, `{url}` the first of them; write https:// where the site has it',
  },
  options: v.object({
    exempt: v.optional(
      v.pipe(v.array(v.string()), v.description('Hosts that have no https, their subdomains included.')),
      [],
    ),
    ...scope,
  }),
  examples: [
    {
      text: '## Sails\n\n- [Silk](http://silk.test/) - Costly.\n',
      finds: ['3:10 plain'],
      fixed: '## Sails\n\n- [Silk](https://silk.test/) - Costly.\n',
    },
    {
      text: '<a href="http://foil.test">Foil</a> and [jib][j]\n\n[j]: http://jib.test/\n',
      finds: ['1:10 plain', '3:6 plain'],
      fixed: '<a href="https://foil.test">Foil</a> and [jib][j]\n\n[j]: https://jib.test/\n',
    },
    {
      text: '- [Silk](http://silk.test/)\n'.repeat(21),
      finds: ['1:10 many'],
      fixed: '- [Silk](https://silk.test/)\n'.repeat(21),
    },
    { text: '- [Silk](https://silk.test/)\n- [Jib](ftp://jib.test/)\n', finds: [] },
    {
      text: '- [Silk](http://localhost:8080/) - Your own.\n- [Jib](http://127.0.0.1/) - Yours too.\n',
      finds: [],
      note: 'Nobody is on the way to one’s own machine.',
    },
    { text: '- [Silk](http://old.silk.test/)\n', options: { exempt: ['silk.test'] }, finds: [] },
    {
      text: '- [Silk](http://example.com/)\n- [Kit](http://kit.onion/)\n',
      finds: [],
      note: 'A placeholder has another fault, and Tor needs no https.',
    },
  ],
  check({ list, options, report }) {
    const exempt = options.exempt.map((host) => host.toLowerCase());
    const plain = list.links.filter(
      (link) => link.sort === 'web' && /^http:/i.test(link.url) && !isExempt(link, exempt),
    );
    const [first, ...rest] = plain;
    if (first === undefined) return;
    if (plain.length > 20) {
      const data = { url: first.url, count: plain.length };
      const places = rest.map((link) => link.urlPosition);
      report({ message: 'many', at: first.urlPosition, places, url: first.url, data, fix: rewrite(plain) });
      return;
    }
    const told = new Set<number>();
    for (const link of plain) {
      // Links of one definition share its address.
      if (told.has(link.urlPosition.start.offset)) continue;
      told.add(link.urlPosition.start.offset);
      report({ message: 'plain', at: link.urlPosition, link, data: { url: link.url }, fix: rewrite([link]) });
    }
  },
});

function isExempt({ url }: Link, exempt: readonly string[]): boolean {
  const host = /^http:\/\/([^/?#:]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (host === 'localhost' || /^[\d.]+$|\.(?:local|localhost|onion)$/.test(host)) return true;
  return exempt.some((name) => host === name || host.endsWith(`.${name}`));
}

function rewrite(links: readonly Link[]): Fix {
  const edits = new Map(
    links.map((link) => [link.urlPosition.start.offset, rewriteAddress(link, link.url.replace(/^http:/i, 'https:'))]),
  );
  return { safe: false, edits: [...edits.values()] };
}
