import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix, rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { canonical, equivalences } from '../src/url/canonical.js';
import { samePage } from '../src/url/same-page.js';

/** URLs that some row may rewrite; all others need not be parsed. */
const covered =
  /^https?:\/\/(?:www\.github\.com|github\.com\/[^/]+\/[^/]+(?:\.git\/?|\/tree\/ma(?:in|ster)\/?)(?:[?#]|$)|(?:www\.)?google\.|youtu\.be|[a-z-]+\.m\.|m\.|mobile\.|(?:www\.)?amazon\.|[^/]+\/index\.html$)/i;

export default defineRule({
  id: 'url-canonical',
  topic: 'urls',
  summary: 'Write each URL in its canonical form',
  why: 'A page with two URLs gets listed twice without anyone noticing, and unusual forms are the first to break when a site changes.',
  severity: { awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  presetOptions: { awesome: { off: ['amazon-product', 'youtube-short', 'index-page', 'github-default-tree'] } },
  messages: {
    other: 'Use `{better}` instead of `{url}`, which leads to the same page',
    maybe: '`{url}` probably leads to the same page as `{better}`; if so, use `{better}`',
    many: '{count} URLs are not in canonical form (first: `{url}` should be `{better}`)',
  },
  options: v.object({
    off: v.optional(
      v.pipe(
        v.array(v.picklist(equivalences.map((row) => row.name))),
        v.description(`Forms to ignore: ${equivalences.map((row) => `\`${row.name}\``).join(', ')}.`),
      ),
      [],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Jib](https://github.com/sails/jib.git)\n- [Kit](https://www.github.com/sails/kit)\n- [Gaff](https://github.com/sails/gaff/tree/master)\n',
      finds: ['1:9 other', '2:9 other', '3:10 maybe'],
      fixed:
        '- [Jib](https://github.com/sails/jib)\n- [Kit](https://github.com/sails/kit)\n- [Gaff](https://github.com/sails/gaff/tree/master)\n',
      note: 'Only GitHub knows which branch is the default.',
    },
    {
      text: '- [Film](https://youtu.be/abcdefghijk?t=7)\n- [Silk](https://en.m.wikipedia.org/wiki/Silk)\n- [Book](https://www.amazon.com/Sails-of-old/dp/0123456789/ref=sr_1_1?x=y)\n',
      finds: ['1:10 other', '2:10 other', '3:10 other'],
      fixed:
        '- [Film](https://www.youtube.com/watch?v=abcdefghijk&t=7)\n- [Silk](https://en.wikipedia.org/wiki/Silk)\n- [Book](https://www.amazon.com/dp/0123456789)\n',
    },
    {
      text: '- [Jib](https://www.google.com/url?q=https://jib.test/a&sa=D)\n- [Kit](https://kit.test/index.html)\n',
      finds: ['1:9 other', '2:9 maybe'],
      fixed: '- [Jib](https://jib.test/a)\n- [Kit](https://kit.test/index.html)\n',
    },
    {
      text: '- [Jib](https://www.github.com/sails/jib)\n'.repeat(21),
      finds: ['1:9 many'],
      fixed: '- [Jib](https://github.com/sails/jib)\n'.repeat(21),
    },
    {
      text: '- [Film](https://youtu.be/abcdefghijk)\n- [Jib](https://www.youtube.com/watch?v=abcdefghijk)\n- [Kit](https://www.github.com/sails/kit)\n- [Gaff](https://github.com/sails/kit)\n',
      finds: ['1:10 other', '3:9 other'],
      fixed:
        '- [Film](https://youtu.be/abcdefghijk)\n- [Jib](https://www.youtube.com/watch?v=abcdefghijk)\n- [Kit](https://github.com/sails/kit)\n- [Gaff](https://github.com/sails/kit)\n',
      note: 'A form that makes a new duplicate is only suggested.',
    },
    {
      text: '- [Jib](https://github.com/sails/jib/tree/main/docs)\n- [Kit](https://github.com/sails/kit.github.io)\n',
      finds: [],
      note: 'A folder, and a name that only looks similar.',
    },
    { text: '- [Plan](https://jib.test/docs/index.html#sails)\n- [List](https://youtu.be/playlist)\n', finds: [] },
    {
      text: '- [Wood](https://wood.s3.eu-west-1.amazonaws.com/index.html)\n- [Gas](https://gas.storage.googleapis.com/index.html)\n- [Sun](https://sun.blob.core.windows.net/index.html)\n- [Peat](http://peat.s3-website-us-east-1.amazonaws.com/index.html)\n',
      finds: ['4:10 maybe'],
      note: 'Object storage has no index pages; its websites do.',
    },
    { text: '- [Film](https://youtu.be/abcdefghijk)\n', options: { off: ['youtube-short'] }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const off = new Set<string>(options.off);
    const isShared = sharedPages(list.links);
    const found = oncePerUrl(list.links).flatMap((link) => {
      if (link.sort !== 'web' || link.image || !covered.test(link.url)) return [];
      const better = canonical(link.url);
      if (better === null || off.has(better.name)) return [];
      const safe = better.proven && !isShared(link.url);
      return [{ link, better: better.url, proven: better.proven, safe, edit: rewriteUrl(link, better.url, list.text) }];
    });
    const [first, ...rest] = found;
    if (first !== undefined && found.length > foldOver) {
      const places = rest.map(({ link }) => link.urlPosition);
      const data = { url: first.link.url, better: first.better, count: found.length };
      report({
        message: 'many',
        at: first.link.urlPosition,
        places,
        url: first.link.url,
        fix: foldedFix(found.map(({ safe, edit }) => ({ safe, edits: [edit] }))),
        data,
      });
      return;
    }
    for (const { link, better, proven, safe, edit } of found) {
      report({
        message: proven ? 'other' : 'maybe',
        at: link.urlPosition,
        link,
        fix: { safe, edits: [edit] },
        data: { url: link.url, better },
      });
    }
  },
});

/** Says of a URL whether another one of the list would be a duplicate of it in canonical form, and is none yet. */
function sharedPages(links: readonly Link[]): (url: string) => boolean {
  const pageOf = (url: string): string => samePage(covered.test(url) ? (canonical(url)?.url ?? url) : url);
  const forms = new Map<string, Set<string>>();
  for (const { url, sort, image } of links) {
    if (sort !== 'web' || image) continue;
    const page = pageOf(url);
    forms.set(page, (forms.get(page) ?? new Set()).add(samePage(url)));
  }
  return (url) => (forms.get(pageOf(url))?.size ?? 0) > 1;
}
