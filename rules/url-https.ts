import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { isTranslatedReadme } from '../src/rule-kit/translations.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';

/** More links than this are one habit. */
const mostHttp = 2;

export default defineRule({
  id: 'url-https',
  topic: 'urls',
  summary: 'Link over HTTPS',
  why: 'Anyone on the network can read and change a page that is sent over plain HTTP, and browsers warn about it.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'url-no-shortener', 'link-broken', 'link-moved'],
  messages: {
    plain: '`{url}` uses plain HTTP; use `https://` if the site supports it',
    many: '{count} links use plain HTTP (first: `{url}`); use `https://` where the site supports it',
    proven: '`{url}` uses plain HTTP, and the same page is available over HTTPS; use `https://`',
  },
  options: v.object({
    exempt: v.optional(
      v.pipe(v.array(v.string()), v.description('Hosts without HTTPS, including their subdomains.')),
      [],
    ),
    ...scopeOptions,
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
    {
      text: '# Kites\n\n![Silk](http://silk.test/a.png)\n<img src="http://foil.test/a.png" alt="Foil">\n\n[![Jib](http://jib.test/a.png)](http://jib.test/)\n',
      finds: ['6:33 plain'],
      fixed:
        '# Kites\n\n![Silk](http://silk.test/a.png)\n<img src="http://foil.test/a.png" alt="Foil">\n\n[![Jib](http://jib.test/a.png)](https://jib.test/)\n',
      note: 'Images are shown over HTTPS whatever their URL.',
    },
    { text: '- [Silk](https://silk.test/)\n- [Jib](ftp://jib.test/)\n', finds: [] },
    {
      text: '- [Silk](http://localhost:8080/) - Your own.\n- [Jib](http://127.0.0.1/) - Yours too.\n',
      finds: [],
      note: 'Traffic to the local machine does not cross a network.',
    },
    {
      text: '- [Silk](http://silk.test/)\n- [Jib](http://jib.test/)\n',
      verdicts: { 'http://silk.test/': { verdict: 'alive', notes: ['same-over-https'] } },
      finds: ['1:10 proven', '2:9 plain'],
      fixed: '- [Silk](https://silk.test/)\n- [Jib](https://jib.test/)\n',
      note: 'The fix is safe only where the check proved it.',
    },
    { text: '- [Silk](http://old.silk.test/)\n', options: { exempt: ['silk.test'] }, finds: [] },
    {
      text: '- [Silk](http://example.com/)\n- [Kit](http://kit.onion/)\n',
      finds: [],
      note: '`no-placeholder` reports this; Tor encrypts without HTTPS.',
    },
  ],
  check({ list, judged, options, foldOver, report }) {
    const exempt = options.exempt.map((host) => host.toLowerCase());
    const plain = oncePerUrl(list.links).filter(
      // GitHub serves images itself, over HTTPS.
      (link) => link.sort === 'web' && !link.image && /^http:/i.test(link.url) && !isExempt(link, exempt),
    );
    const proven = new Set(
      judged.flatMap(({ link, verdict }) => (verdict.notes.includes('same-over-https') ? [link] : [])),
    );
    // A translation has the links of its original, where they are to be changed.
    const open = isTranslatedReadme(list.path) ? [] : plain.filter((link) => !proven.has(link));
    const [first, ...rest] = open;
    const tell = (link: Link, message: 'plain' | 'proven'): void => {
      const fix = rewrite([link], list.text, message === 'proven');
      report({ message, at: link.urlPosition, link, data: { url: link.url }, fix });
    };
    for (const link of plain) if (proven.has(link)) tell(link, 'proven');
    if (first !== undefined && open.length > (foldOver < Number.POSITIVE_INFINITY ? mostHttp : foldOver)) {
      const data = { url: first.url, count: open.length };
      const places = rest.map((link) => link.urlPosition);
      report({ message: 'many', at: first.urlPosition, places, url: first.url, data, fix: rewrite(open, list.text) });
    } else for (const link of open) tell(link, 'plain');
  },
});

function isExempt({ url }: Link, exempt: readonly string[]): boolean {
  const host = /^http:\/\/([^/?#:]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (host === 'localhost' || /^[\d.]+$|\.(?:local|localhost|onion)$/.test(host)) return true;
  return exempt.some((name) => host === name || host.endsWith(`.${name}`));
}

function rewrite(links: readonly Link[], text: string, safe = false): Fix {
  return { safe, edits: links.map((link) => rewriteUrl(link, link.url.replace(/^http:/i, 'https:'), text)) };
}
