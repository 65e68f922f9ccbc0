import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { withoutTracking } from '../src/url/tracking.js';

export default defineRule({
  id: 'url-no-tracking',
  topic: 'urls',
  summary: 'Leave out what only tracks readers',
  why: 'Keys such as utm_source tell a site where its readers come from, and hide that two addresses are the same page.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    tracks: '`{url}` has {keys} in it, which only tracks readers; take it out',
    many: '{count} addresses have keys in them that only track readers, `{url}` the first of them; take them out',
  },
  options: v.object({
    refHosts: v.optional(v.pipe(v.array(v.string()), v.description('Hosts where `ref` tracks too.')), []),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Silk](https://silk.test/?utm_source=sails&utm_medium=list)\n- [Jib](https://jib.test/a?id=7&gclid=x#top)\n',
      finds: ['1:10 tracks', '2:9 tracks'],
      fixed: '- [Silk](https://silk.test/)\n- [Jib](https://jib.test/a?id=7#top)\n',
    },
    {
      text: '- [Film](https://www.youtube.com/watch?v=abc&si=xyz) [Kit](https://kit.test/?ref=sails)\n',
      options: { refHosts: ['kit.test'] },
      finds: ['1:10 tracks', '1:60 tracks'],
      fixed: '- [Film](https://www.youtube.com/watch?v=abc) [Kit](https://kit.test/)\n',
    },
    {
      text: '- [Silk](https://silk.test/?utm_id=1)\n'.repeat(21),
      finds: ['1:10 many'],
      fixed: '- [Silk](https://silk.test/)\n'.repeat(21),
    },
    {
      text: '- [Silk](https://silk.test/?v=1&utmost=2)\n- [Jib](https://jib.test/?si=7&ref=main)\n',
      finds: [],
      note: 'Keys that mean something on their host stay.',
    },
    { text: '- [Silk](https://silk.test/utm_source=a)\n', finds: [] },
    { text: '- [Silk](https://old.test/web/https://silk.test/#?utm_source=a)\n', finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const found = list.links.flatMap((link) => {
      if (link.sort !== 'web' || link.image) return [];
      const { url, keys } = withoutTracking(link.url, options.refHosts);
      return keys.length === 0 ? [] : [{ link, keys, edit: rewriteUrl(link, url) }];
    });
    // Links of one definition share its address.
    const edits = new Map<number, Edit>(found.map(({ edit }) => [edit.start, edit]));
    const [first, ...rest] = found;
    if (first !== undefined && edits.size > foldOver) {
      const places = rest.map(({ link }) => link.urlPosition);
      const fix = { safe: true, edits: [...edits.values()] };
      report({
        message: 'many',
        at: first.link.urlPosition,
        places,
        url: first.link.url,
        fix,
        data: { url: first.link.url, count: edits.size },
      });
      return;
    }
    for (const { link, keys, edit } of found) {
      if (!edits.delete(edit.start)) continue;
      const data = { url: link.url, keys: keys.map((key) => `\`${key}\``).join(', ') };
      report({ message: 'tracks', at: link.urlPosition, link, fix: { safe: true, edits: [edit] }, data });
    }
  },
});
