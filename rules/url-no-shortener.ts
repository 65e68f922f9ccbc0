import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

/** Hosts that only forward, by the names their services give; youtu.be is the video's own address and stands with the canonical ones. */
const shorteners = new Set(
  (
    'bit.ly bitly.com goo.gl tinyurl.com t.co ow.ly buff.ly amzn.to git.io rebrand.ly is.gd v.gd cutt.ly shorturl.at ' +
    'rb.gy tiny.cc t.ly bl.ink soo.gd s.id lnkd.in fb.me j.mp trib.al dlvr.it adf.ly shorte.st clck.ru vk.cc bit.do'
  ).split(' '),
);

export default defineRule({
  id: 'url-no-shortener',
  topic: 'urls',
  summary: 'Give the address itself, not a shortened one',
  why: 'A reader cannot see where a shortened link leads, and all of them die with the service that forwards them.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  messages: {
    short: '`{url}` is a shortened address; write the one it leads to',
    many: '{count} addresses are shortened, `{url}` the first of them; write the ones they lead to',
  },
  options: v.object({
    hosts: v.optional(v.pipe(v.array(v.string()), v.description('More hosts that shorten addresses.')), []),
    ...scopeOptions,
  }),
  examples: [
    { text: '## Sails\n\n- [Silk](https://bit.ly/3silk) - Costly.\n', finds: ['3:10 short'] },
    { text: '<a href="http://tinyurl.com/jib">Jib</a>\n', finds: ['1:10 short'] },
    { text: '- [Silk](https://go.sails.test/silk)\n', options: { hosts: ['go.sails.test'] }, finds: ['1:10 short'] },
    { text: '- [Silk](https://t.co/silk)\n'.repeat(21), finds: ['1:10 many'] },
    { text: '- [Silk](https://silk.test/bit.ly/3silk)\n- [Rabbit](https://rabbit.ly/)\n', finds: [] },
    {
      text: '- [Shortener](https://bitly.com/) - The service itself.\n',
      finds: [],
      note: 'Its own front page is meant.',
    },
    { text: '- [Film](https://youtu.be/abc)\n', finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const known = options.hosts.length === 0 ? shorteners : new Set([...shorteners, ...options.hosts]);
    const short = list.links.filter(({ url, sort }) => {
      const parts = sort === 'web' ? /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?\/+[^?#]/i.exec(url) : null;
      return parts?.[1] !== undefined && known.has(parts[1].toLowerCase());
    });
    const [first, ...rest] = short;
    if (first !== undefined && short.length > foldOver) {
      const places = rest.map((link) => link.urlPosition);
      const data = { url: first.url, count: short.length };
      report({ message: 'many', at: first.urlPosition, places, url: first.url, data });
      return;
    }
    for (const link of short) report({ message: 'short', at: link.urlPosition, link, data: { url: link.url } });
  },
});
