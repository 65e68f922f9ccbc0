import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import type { Verdict } from '../src/model/verdict.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { isSpelling, keepsPage } from '../src/url/kept-page.js';
import { isForOneVisit } from '../src/url/one-visit.js';
import { sameUrl } from '../src/url/same-url.js';

export default defineRule({
  id: 'link-moved',
  topic: 'links',
  verdict: 'moved',
  summary: 'Update links that have moved',
  why: 'Redirects are removed sooner or later, and until then they slow readers down.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  reads: 'verdict',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    moved: '`{url}` permanently redirects to `{target}` (status {statuses}); update the link',
    renamed: '`{url}` was renamed to `{target}`; update the link',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](http://silk.example/weave#red) - Costly.\n',
      verdicts: { 'http://silk.example/weave#red': moved('https://www.silk.example/weave/') },
      finds: ['5:3 moved'],
      fixed: '# Kites\n\n## Sails\n\n- [Silk](https://www.silk.example/weave/#red) - Costly.\n',
      note: 'The fragment is kept.',
    },
    {
      text: '# Kites\n\n## Sails\n\n<a href="https://git.example/old/kite">Kite</a>\n',
      verdicts: {
        'https://git.example/old/kite': {
          verdict: 'moved',
          reason: 'renamed',
          finalUrl: 'https://git.example/new/kite?tab=1&x=2',
        },
      },
      finds: ['5:1 renamed'],
      fixed: '# Kites\n\n## Sails\n\n<a href="https://git.example/new/kite?tab=1&amp;x=2">Kite</a>\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: { 'https://silk.example/weave': moved('https://cloth.example/silk') },
      finds: ['5:3 moved'],
      note: 'A move to another site needs review.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n',
      verdicts: {
        'https://silk.example/': {
          verdict: 'alive',
          finalUrl: 'https://silk.example/today',
          notes: ['temporary-redirect'],
        },
      },
      finds: [],
      note: 'A temporary redirect may change.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/weave) - Costly.\n',
      verdicts: {
        'https://silk.example/weave': {
          verdict: 'suspect',
          reason: 'redirect-to-root',
          finalUrl: 'https://silk.example/',
        },
      },
      finds: [],
      note: '`link-suspect` reports this.',
    },
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n', finds: [] },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/plan.pdf)\n- [Foil](https://foil.example/)\n- [Jib](https://jib.example/a)\n- [Box](https://box.example/)\n- [Kit](https://kit.example/K%C3%A4)\n- [Gaff](https://gaff.example/a)\n- [Luff](https://luff.example/%7Eann)\n',
      verdicts: {
        'https://silk.example/plan.pdf': moved('https://silk.example/plan.pdf?X-Amz-Expires=300&X-Amz-Signature=0a'),
        'https://foil.example/': moved('https://foil.example/en/'),
        'https://jib.example/a': moved('https://jib.example/a?gi=0123'),
        'https://box.example/': moved('https://box.example/?hl=en'),
        'https://kit.example/K%C3%A4': moved('https://kit.example/K%c3%a4'),
        'https://gaff.example/a': moved('https://gaff.example/login?next=/a'),
        'https://luff.example/%7Eann': moved('https://luff.example/~ann'),
      },
      finds: [],
      note: 'A target that expires, that belongs to one visit or one language, or the same URL.',
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/docs/latest/)\n- [Foil](https://foil.example/weave)\n- [Jib](http://jib.example/a)\n',
      verdicts: {
        'https://silk.example/docs/latest/': moved('https://silk.example/docs/v1.2.3/'),
        'https://foil.example/weave': { ...moved('https://foil.example/mesh'), notes: ['varying-redirect'] },
        'http://jib.example/a': { ...moved('https://www.jib.example/a/'), notes: ['varying-redirect'] },
      },
      finds: ['3:3 moved', '4:3 moved', '5:3 moved'],
      fixed:
        '# Kites\n\n- [Silk](https://silk.example/docs/latest/)\n- [Foil](https://foil.example/weave)\n- [Jib](https://www.jib.example/a/)\n',
      note: 'A target that another day or another reader may not be led to needs review.',
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/plan)\n- [Foil](https://foil.example/docs/plan.html)\n- [Jib](https://jib.example/plan)\n- [Gaff](https://gaff.example/plan)\n- [Luff](https://luff.example/plan)\n- [Reef](https://reef.example/plan)\n',
      verdicts: {
        'https://silk.example/plan': moved('https://silk.example/design'),
        'https://foil.example/docs/plan.html': moved('https://foil.example/manual/plan'),
        'https://jib.example/plan': moved('https://jib.example/design?view=5'),
        'https://gaff.example/plan': moved('https://gaff.example/subscribe'),
        'https://luff.example/plan': moved('https://luff.example/products'),
        'https://reef.example/plan': { ...moved('https://reef.example/design'), notes: ['unnamed-target'] },
      },
      finds: ['3:3 moved', '4:3 moved', '5:3 moved', '6:3 moved', '7:3 moved', '8:3 moved'],
      fixed:
        '# Kites\n\n- [Silk](https://silk.example/design)\n- [Foil](https://foil.example/manual/plan)\n- [Jib](https://jib.example/plan)\n- [Gaff](https://gaff.example/plan)\n- [Luff](https://luff.example/plan)\n- [Reef](https://reef.example/plan)\n',
      note: 'A page renamed or in another folder; not what may be another page.',
    },
  ],
  check({ list, judged, report }) {
    for (const { link, verdict } of judged) {
      const { finalUrl, redirects } = verdict;
      if (verdict.verdict !== 'moved' || finalUrl === null) continue;
      const target = keepFragment(link.url, finalUrl);
      if (sameUrl(target, link.url) || isForOneVisit(link.url, target)) continue;
      const fix = { safe: isSafe(link, verdict, target), edits: [rewriteUrl(link, target, list.text)] };
      const found = { at: link.position, link, fix };
      if (verdict.reason === 'renamed') report({ ...found, message: 'renamed', data: { url: link.url, target } });
      else {
        const statuses = redirects.map((hop) => hop.status).join(', ') || String(verdict.status ?? 301);
        report({ ...found, message: 'moved', data: { url: link.url, target, statuses } });
      }
    }
  },
});

/** Browsers carry the fragment over a redirect that brings none (RFC 9110, section 10.2.2). */
function keepFragment(from: string, to: string): string {
  const hash = from.indexOf('#');
  return hash < 0 || to.includes('#') ? to : to + from.slice(hash);
}

/** True when the new URL can be written without review: permanent all the way, and surely the same page. */
function isSafe(link: Link, { reason, redirects, notes }: Verdict, target: string): boolean {
  if (!URL.canParse(link.url) || !URL.canParse(target)) return false;
  const [from, to] = [new URL(link.url), new URL(target)];
  if (!/^https?:$/.test(to.protocol) || (from.protocol === 'https:' && to.protocol === 'http:')) return false;
  if (!redirects.every((hop) => hop.status === 301 || hop.status === 308) || to.username !== '') return false;
  if (reason === 'renamed') return true;
  const mayDiffer = notes.includes('varying-redirect') || notes.includes('unnamed-target');
  return mayDiffer ? isSpelling(link.url, target) : keepsPage(link.url, target);
}

function moved(finalUrl: string): Partial<Verdict> {
  return { verdict: 'moved', reason: 'permanent-redirect', finalUrl, redirects: [{ status: 301, url: finalUrl }] };
}
