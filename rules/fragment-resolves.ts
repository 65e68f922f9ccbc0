import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrls } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { groupBy } from '../src/text/group-by.js';
import { plural } from '../src/text/plural.js';
import { resolveLocal } from '../src/url/resolve-relative.js';

export default defineRule({
  id: 'fragment-resolves',
  topic: 'urls',
  summary: 'Link only to anchors that exist',
  why: 'A link to a heading that is not there does nothing when a reader clicks it.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'toc-sync'],
  messages: {
    near: '`{fragment}` is no anchor of {place}; `{near}` is, write that',
    line: '`{fragment}` is not in {place}, which has {lines}; link to a line that exists',
    missing: '`{fragment}` is no anchor of {place}; link to a heading that is there',
    many: '`{fragment}` is no anchor of {place}, and {count} links lead there; link to a heading that is there',
    manyNear: '`{fragment}` is no anchor of {place}, and {count} links lead there; `{near}` is one, write that',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Tea\n\nSee [green](#green_tea).\n\n## Green Tea\n\nLeaves.\n',
      finds: ['3:13 near'],
      fixed: '# Tea\n\nSee [green](#green-tea).\n\n## Green Tea\n\nLeaves.\n',
    },
    { text: '# Tea\n\nSee [black](#black-tea).\n\n## Green Tea\n\nLeaves.\n', finds: ['3:13 missing'] },
    {
      text: '# Tea\n\nSee [pots](POTS.md#iron).\n',
      files: { 'POTS.md': '# Pots\n\n## Clay\n' },
      finds: ['3:12 missing'],
    },
    {
      text: '# Tea\n\nSee [green](#green-tea).\n\n## 🍵 Green Tea\n',
      finds: ['3:13 near'],
      fixed: '# Tea\n\nSee [green](#-green-tea).\n\n## 🍵 Green Tea\n',
    },
    { text: `# Tea\n\n${'[Up](#above)\n'.repeat(21)}`, finds: ['3:6 many'] },
    {
      text: `# Tea\n\n${'[Up](#tea_)\n'.repeat(21)}`,
      finds: ['3:6 manyNear'],
      fixed: `# Tea\n\n${'[Up](#tea)\n'.repeat(21)}`,
    },
    { text: '# Tea\n\n[Up](#readme) [top](#top)\n', finds: [], note: 'GitHub gives every page these two.' },
    { text: '# Tea\n\n[Second](#pots-1)\n\n## Pots\n\n## Pots\n', finds: [], note: 'Duplicates are numbered.' },
    {
      text: '# Tea [![b](b.svg)](https://b.test)\n\n[a](#tea) [b](#tea-)\n',
      finds: [],
      note: 'Before a badge both forms work.',
    },
    { text: '<a id="pot"></a>\n\n[Pot](#pot)\n', finds: [] },
    {
      text: '# Tea\n\nSee [green](#Green-Tea), [a](#user-content-green-tea) and [b](#green-tea:~:text=Leaves).\n\n## Green Tea\n\nLeaves.\n',
      finds: [],
      note: 'GitHub compares with the anchor in lower case as well, and browsers remove a text directive.',
    },
    {
      text: '# Tea\n\n<a id="Pot"></a>\n\n[Pot](#pot)\n',
      finds: ['5:7 near'],
      fixed: '# Tea\n\n<a id="Pot"></a>\n\n[Pot](#Pot)\n',
    },
    {
      text: '# Tea\n\n[a](pot.js#L3) [b](pot.js#L2-L3) [c](pot.js#L9) [d](pot.js#L2-L40)\n',
      files: { 'pot.js': 'a\nb\nc\n' },
      finds: ['3:38 line', '3:53 line'],
    },
    { text: '# Tea\n\n[茶](#%E8%8C%B6)\n\n## 茶\n', finds: [], note: 'Percent-encoding counts as what it means.' },
  ],
  check({ list, files, foldOver, report }) {
    const missing = list.links.flatMap((link) => {
      const answer = link.sort === 'fragment' || link.sort === 'local' ? resolveLocal(link, list, files) : null;
      return answer?.status === 'missing-anchor' ? [{ link, answer }] : [];
    });
    const groups = groupBy(missing, ({ answer }) => `${answer.path} ${answer.fragment}`);
    for (const group of groups.values()) {
      const [first, ...rest] = group;
      if (first === undefined) continue;
      const { path, fragment: found, suggestion } = first.answer;
      const fragment = `#${found ?? ''}`;
      const place = path === null ? 'this file' : `\`${path}\``;
      const near = suggestion === null ? '' : suggestion.slice(suggestion.indexOf('#'));
      const fixOf = (links: readonly Link[]): Fix | null =>
        suggestion === null ? null : { safe: true, edits: rewriteUrls(links, suggestion) };
      if (group.length > foldOver) {
        const data = { fragment, place, count: group.length, near };
        const where = {
          at: first.link.urlPosition,
          places: rest.map(({ link }) => link.urlPosition),
          url: first.link.url,
        };
        report({
          message: near === '' ? 'many' : 'manyNear',
          ...where,
          data,
          fix: fixOf(group.map(({ link }) => link)),
        });
        continue;
      }
      for (const { link } of group) {
        const at = link.urlPosition;
        if (first.answer.lines !== null) {
          const lines = plural(first.answer.lines, 'line');
          report({ message: 'line', at, link, data: { fragment, place, lines } });
        } else if (near === '') report({ message: 'missing', at, link, data: { fragment, place } });
        else report({ message: 'near', at, link, data: { fragment, place, near }, fix: fixOf([link]) });
      }
    }
  },
});
