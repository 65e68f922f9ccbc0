import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { canonical, equivalences } from '../src/url/canonical.js';

/** Hosts that some row speaks of; for all others the address need not be taken apart. */
const spoken =
  /^https?:\/\/(?:www\.github\.com|github\.com\/[^/]+\/[^/]+(?:\.git\/?|\/tree\/ma(?:in|ster)\/?)(?:[?#]|$)|(?:www\.)?google\.|youtu\.be|[a-z-]+\.m\.|m\.|mobile\.|(?:www\.)?amazon\.|[^/]+\/index\.html$)/i;

export default defineRule({
  id: 'url-canonical',
  topic: 'urls',
  summary: 'Write each address in its usual form',
  why: 'One page under two addresses is listed twice without anyone noticing, and the odd one breaks first.',
  severity: { awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'link-broken', 'link-moved'],
  messages: {
    other: '`{url}` is the same page as `{better}`; write that',
    many: '{count} addresses are not in their usual form, `{url}` the first of them, which is `{better}`; write those',
  },
  options: v.object({
    off: v.optional(
      v.pipe(
        v.array(v.picklist(equivalences.map((row) => row.name))),
        v.description(`Forms to leave alone: ${equivalences.map((row) => `\`${row.name}\``).join(', ')}.`),
      ),
      [],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Jib](https://github.com/sails/jib.git)\n- [Kit](https://www.github.com/sails/kit)\n- [Gaff](https://github.com/sails/gaff/tree/master)\n',
      finds: ['1:9 other', '2:9 other', '3:10 other'],
      fixed:
        '- [Jib](https://github.com/sails/jib)\n- [Kit](https://github.com/sails/kit)\n- [Gaff](https://github.com/sails/gaff)\n',
    },
    {
      text: '- [Film](https://youtu.be/abcdefghijk?t=7)\n- [Silk](https://en.m.wikipedia.org/wiki/Silk)\n- [Book](https://www.amazon.com/Sails-of-old/dp/0123456789/ref=sr_1_1?x=y)\n',
      finds: ['1:10 other', '2:10 other', '3:10 other'],
      fixed:
        '- [Film](https://www.youtube.com/watch?v=abcdefghijk&t=7)\n- [Silk](https://en.wikipedia.org/wiki/Silk)\n- [Book](https://www.amazon.com/dp/0123456789)\n',
    },
    {
      text: '- [Jib](https://www.google.com/url?q=https://jib.test/a&sa=D)\n- [Kit](https://kit.test/index.html)\n',
      finds: ['1:9 other', '2:9 other'],
      fixed: '- [Jib](https://jib.test/a)\n- [Kit](https://kit.test/)\n',
    },
    {
      text: '- [Jib](https://www.github.com/sails/jib)\n'.repeat(21),
      finds: ['1:9 many'],
      fixed: '- [Jib](https://github.com/sails/jib)\n'.repeat(21),
    },
    {
      text: '- [Jib](https://github.com/sails/jib/tree/main/docs)\n- [Kit](https://github.com/sails/kit.github.io)\n',
      finds: [],
      note: 'A folder, and a name that only looks alike.',
    },
    { text: '- [Plan](https://jib.test/docs/index.html#sails)\n- [List](https://youtu.be/playlist)\n', finds: [] },
    { text: '- [Film](https://youtu.be/abcdefghijk)\n', options: { off: ['youtube-short'] }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const off = new Set<string>(options.off);
    const found = list.links.flatMap((link) => {
      if (link.sort !== 'web' || link.image || !spoken.test(link.url)) return [];
      const better = canonical(link.url);
      return better === null || off.has(better.name)
        ? []
        : [{ link, better: better.url, edit: rewriteUrl(link, better.url) }];
    });
    // Links of one definition share its address.
    const edits = new Map<number, Edit>(found.map(({ edit }) => [edit.start, edit]));
    const [first, ...rest] = found;
    if (first !== undefined && edits.size > foldOver) {
      const places = rest.map(({ link }) => link.urlPosition);
      const data = { url: first.link.url, better: first.better, count: edits.size };
      report({
        message: 'many',
        at: first.link.urlPosition,
        places,
        url: first.link.url,
        fix: { safe: true, edits: [...edits.values()] },
        data,
      });
      return;
    }
    for (const { link, better, edit } of found) {
      if (!edits.delete(edit.start)) continue;
      report({
        message: 'other',
        at: link.urlPosition,
        link,
        fix: { safe: true, edits: [edit] },
        data: { url: link.url, better },
      });
    }
  },
});
