import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix, rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { withoutTracking } from '../src/url/tracking.js';
import { campaignReader } from './url-no-tracking/campaign.js';
import { paymentReader } from './url-no-tracking/sponsors.js';

export default defineRule({
  id: 'url-no-tracking',
  topic: 'urls',
  summary: 'Remove tracking parameters from URLs',
  why: 'Parameters such as `utm_source` only track readers and hide the fact that two URLs lead to the same page.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    tracks: 'URL contains {what}; remove {them}',
    forList: 'URL contains {what} that may be meant for this list; remove {them} unless agreed',
    many: '{count} URLs contain tracking parameters (first: `{url}`); remove them',
  },
  options: v.object({
    refHosts: v.optional(v.pipe(v.array(v.string()), v.description('Hosts where `ref` is a tracking parameter.')), []),
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
      note: 'Parameters that the site needs.',
    },
    { text: '- [Silk](https://silk.test/utm_source=a)\n', finds: [] },
    {
      text: '# Awesome Kites\n\n- [Silk](https://silk.test/?utm_source=awesome-kites)\n- [Foil](https://foil.test/?utm_source=chat.test)\n',
      finds: ['3:10 forList', '4:10 tracks'],
      fixed: '# Awesome Kites\n\n- [Silk](https://silk.test/?utm_source=awesome-kites)\n- [Foil](https://foil.test/)\n',
      note: 'Parameters that name the list were set for it, so removing them is a suggestion.',
    },
    {
      text: `# Box Kites\n\n[Join the course](https://course.test/?utm_source=github&utm_campaign=spring).\n\n${[1, 2, 3].map((one) => `- [Kit ${one}](https://kit.test/${one}?utm_source=box-kites&utm_medium=list)\n`).join('')}`,
      finds: [],
      note: 'Campaigns of the list itself: above the entries, or on three links or more.',
    },
    {
      text: '# Kites\n\nSponsored by [Silk](https://silk.test/?utm_source=kites).\n\n## Affiliate links\n\n- [Jib](https://jib.test/?utm_medium=affiliate)\n\n## Sails\n\n- [Gaff](https://gaff.test/?utm_source=mail)\n',
      finds: ['11:10 tracks'],
      fixed:
        '# Kites\n\nSponsored by [Silk](https://silk.test/?utm_source=kites).\n\n## Affiliate links\n\n- [Jib](https://jib.test/?utm_medium=affiliate)\n\n## Sails\n\n- [Gaff](https://gaff.test/)\n',
      note: 'If the list says that it is paid, the parameters are intended.',
    },
    { text: '- [Silk](https://old.test/web/https://silk.test/#?utm_source=a)\n', finds: [] },
    {
      text: '- [Silk](https://web.archive.org/web/2020/https://silk.test/?utm_source=a)\n- [Jib](https://archive.ph/2020/jib.test?utm_source=a)\n- [Kit](https://kit.test/?to=https://x.test/?a=1&utm_source=a)\n- [Foil](https://foil.test/?utm_source=a;b=1)\n- [Gaff](https://gaff.test/?utm_source=a&sig=1)\n- [Sail](https://sail.test/?to=https%3A%2F%2Fx.test&amp;utm_source=a)\n',
      finds: ['6:10 tracks'],
      fixed:
        '- [Silk](https://web.archive.org/web/2020/https://silk.test/?utm_source=a)\n- [Jib](https://archive.ph/2020/jib.test?utm_source=a)\n- [Kit](https://kit.test/?to=https://x.test/?a=1&utm_source=a)\n- [Foil](https://foil.test/?utm_source=a;b=1)\n- [Gaff](https://gaff.test/?utm_source=a&sig=1)\n- [Sail](https://sail.test/?to=https%3A%2F%2Fx.test)\n',
      note: 'An archive, a URL in a URL, another separator and a signature need each parameter.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const paymentOf = paymentReader(list);
    const campaignOf = campaignReader(list);
    const found = oncePerUrl(list.links).flatMap((link) => {
      if (link.sort !== 'web' || link.image) return [];
      const { url, keys } = withoutTracking(link.url, options.refHosts);
      if (keys.length === 0) return [];
      const payment = paymentOf(link);
      if (payment === 'declared') return [];
      const campaign = keys.some((key) => /^utm_/i.test(key)) ? campaignOf(link) : 'other';
      if (campaign === 'own') return [];
      return [{ link, keys, edit: rewriteUrl(link, url, list.text), safe: campaign === 'other' && payment === 'none' }];
    });
    const [first, ...rest] = found;
    if (first !== undefined && found.length > foldOver) {
      const places = rest.map(({ link }) => link.urlPosition);
      const fix = foldedFix(found.map(({ edit, safe }) => ({ safe, edits: [edit] })));
      report({
        message: 'many',
        at: first.link.urlPosition,
        places,
        url: first.link.url,
        fix,
        data: { url: first.link.url, count: found.length },
      });
      return;
    }
    for (const { link, keys, edit, safe } of found) {
      const named = keys.map((key) => `\`${key}\``).join(', ');
      const data = {
        what: keys.length === 1 ? `the tracking parameter ${named}` : `tracking parameters (${named})`,
        them: keys.length === 1 ? 'it' : 'them',
      };
      const common = { at: link.urlPosition, link, fix: { safe, edits: [edit] }, data } as const;
      if (safe) report({ message: 'tracks', ...common });
      else report({ message: 'forList', atMost: 'info', ...common });
    }
  },
});
