import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { groupBy } from '../src/text/group-by.js';
import { samePage } from '../src/url/same-page.js';

/** Hosts that only redirect; youtu.be is left to url-canonical. */
const shorteners = new Set(
  (
    'bit.ly bitly.com goo.gl tinyurl.com t.co ow.ly buff.ly amzn.to git.io rebrand.ly is.gd v.gd cutt.ly shorturl.at ' +
    'rb.gy tiny.cc t.ly bl.ink soo.gd s.id lnkd.in fb.me j.mp trib.al dlvr.it adf.ly shorte.st clck.ru vk.cc bit.do'
  ).split(' '),
);

/** Pages of such a service about itself, where only maps and the like have a path of several parts. */
const ownPage =
  /^(?:(?!maps\/|photos\/|forms\/|app\/|p\/|e\/)[^/]+\/[^/]|app\/(?:dev|login|settings)|(?:about|api|app|blog|contact|developers?|docs|enterprise|faq|features|help|login|pages|pricing|privacy|sign-?up|support|terms)(?:\/|$))/i;

export default defineRule({
  id: 'url-no-shortener',
  topic: 'urls',
  summary: 'Link to the target, not to a shortened URL',
  why: 'Readers cannot see where a shortened URL leads, and all of them break when the service shuts down.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'info', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  messages: {
    short: '`{url}` is a shortened URL; link to its target',
    many: '{count} URLs are shortened (first: `{url}`); link to their targets',
  },
  options: v.object({
    hosts: v.optional(v.pipe(v.array(v.string()), v.description('Additional hosts that shorten URLs.')), []),
    named: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          'Report only links of entries that have a name as their text, so neither banners nor short URLs that are written out.',
        ),
      ),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { named: true },
    strict: { named: false },
    list: { named: true },
    roadmap: { named: true },
    minimal: { named: true },
  },
  examples: [
    { text: '## Sails\n\n- [Silk](https://bit.ly/3silk) - Costly.\n', finds: ['3:10 short'] },
    { text: '<a href="http://tinyurl.com/jib">Jib</a>\n', finds: ['1:10 short'] },
    { text: '- [Silk](https://go.sails.test/silk)\n', options: { hosts: ['go.sails.test'] }, finds: ['1:10 short'] },
    {
      text: Array.from({ length: 21 }, (_, index) => index)
        .map((each) => `- [Silk](https://t.co/silk${each})\n`)
        .join(''),
      finds: ['1:10 many'],
    },
    { text: '- [Silk](https://silk.test/bit.ly/3silk)\n- [Rabbit](https://rabbit.ly/)\n', finds: [] },
    {
      text: '- [Shortener](https://bitly.com/) - The service itself.\n',
      finds: [],
      note: 'The home page of the service, not a shortened URL.',
    },
    {
      text: '- [API](https://tinyurl.com/app/dev) [plans](https://rebrand.ly/pricing)\n- [Map](https://goo.gl/maps/a1B2c3)\n',
      finds: ['2:9 short'],
      note: 'Pages of the service; short URLs of maps have two parts.',
    },
    { text: '- [Silk](https://bit.ly/3silk)\n- [Silk again](https://bit.ly/3silk)\n', finds: ['1:10 short'] },
    { text: '- [Film](https://youtu.be/abc)\n', finds: [] },
    {
      text: '[![Loom](loom.png)](https://bit.ly/loom)\n\n- [Silk](https://silk.test/)\n  - https://git.io/silk\n- [Rope](https://bit.ly/rope), and [twine](https://bit.ly/twine)\n',
      options: { named: true },
      finds: ['5:10 short', '5:44 short'],
    },
    {
      text: '[![Loom](loom.png)](https://bit.ly/loom)\n\n- [Silk](https://silk.test/)\n  - https://git.io/silk\n',
      finds: ['1:21 short', '4:5 short'],
    },
  ],
  check({ list, options, foldOver, report }) {
    const known = options.hosts.length === 0 ? shorteners : new Set([...shorteners, ...options.hosts]);
    const short = oncePerUrl(list.links).filter(({ url, sort, entry, text }) => {
      const parts = sort === 'web' ? /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?\/+([^?#]+)/i.exec(url) : null;
      if (parts?.[1] === undefined || !known.has(parts[1].toLowerCase()) || ownPage.test(parts[2] ?? '')) return false;
      return !options.named || (entry !== null && !isWrittenOut(text, url));
    });
    const [first, ...rest] = short;
    if (first !== undefined && new Set(short.map(({ url }) => url)).size > foldOver) {
      const places = rest.map((link) => link.urlPosition);
      const data = { url: first.url, count: short.length };
      report({ message: 'many', at: first.urlPosition, places, url: first.url, data });
      return;
    }
    for (const [url, [link, ...again]] of groupBy(short, (one) => one.url)) {
      if (link === undefined) continue;
      report({
        message: 'short',
        at: link.urlPosition,
        link,
        places: again.map((one) => one.urlPosition),
        data: { url },
      });
    }
  },
});

/** True for a link whose text is its URL, with or without the scheme. */
function isWrittenOut(text: string, url: string): boolean {
  return samePage(/^https?:/i.test(text) ? text : `https://${text}`) === samePage(url);
}
