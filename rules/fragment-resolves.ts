import * as v from 'valibot';
import { resolveLocal } from '../src/model/local.js';
import { rewriteAddress } from '../src/model/rewrite.js';
import { defineRule } from '../src/model/rule.js';
import { scope } from '../src/model/scope.js';

export default defineRule({
  id: 'fragment-resolves',
  summary: 'Link only to anchors that exist',
  why: 'A link to a heading that is not there does nothing when a reader clicks it.',
  severity: { awesome: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  yieldsTo: ['no-placeholder', 'url-wellformed', 'toc-sync'],
  messages: {
    near: '`{fragment}` is no anchor of {place}; `{near}` is, write that',
    missing: '`{fragment}` is no anchor of {place}; link to a heading that is there',
  },
  options: v.object({ ...scope }),
  examples: [
    {
      text: '# Tea\n\nSee [green](#Green-Tea).\n\n## Green Tea\n\nLeaves.\n',
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
    { text: '# Tea\n\n[Up](#readme) [top](#top)\n', finds: [], note: 'GitHub gives every page these two.' },
    { text: '# Tea\n\n[Second](#pots-1)\n\n## Pots\n\n## Pots\n', finds: [], note: 'Duplicates are numbered.' },
    {
      text: '# Tea [![b](b.svg)](https://b.test)\n\n[a](#tea) [b](#tea-)\n',
      finds: [],
      note: 'Before a badge both forms work.',
    },
    { text: '<a id="pot"></a>\n\n[Pot](#pot)\n', finds: [] },
    { text: '# Tea\n\n[Code](src/pot.js#L10-L20)\n', files: { 'src/pot.js': '' }, finds: [] },
    { text: '# Tea\n\n[茶](#%E8%8C%B6)\n\n## 茶\n', finds: [], note: 'Percent-encoding counts as what it means.' },
  ],
  check({ list, files, report }) {
    for (const link of list.links) {
      if (link.sort !== 'fragment' && link.sort !== 'local') continue;
      const answer = resolveLocal(link, list, files);
      if (answer.status !== 'missing-anchor') continue;
      const fragment = `#${answer.fragment ?? ''}`;
      const place = answer.path === null ? 'this file' : `\`${answer.path}\``;
      const at = link.urlPosition;
      if (answer.suggestion === null) report({ message: 'missing', at, link, data: { fragment, place } });
      else {
        const near = answer.suggestion.slice(answer.suggestion.indexOf('#'));
        const edits = [rewriteAddress(link, answer.suggestion)];
        report({ message: 'near', at, link, data: { fragment, place, near }, fix: { safe: true, edits } });
      }
    }
  },
});
