import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrls } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';
import { groupBy } from '../src/text/group-by.js';
import { invisibleDifference } from '../src/text/invisible.js';
import { plural } from '../src/text/plural.js';
import { resolveLocal } from '../src/url/resolve-relative.js';

export default defineRule({
  id: 'fragment-resolves',
  topic: 'urls',
  summary: 'Link only to headings and anchors that exist',
  why: 'A link to a heading that does not exist does nothing when a reader clicks it.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed', 'toc-sync', 'no-invisible-characters'],
  messages: {
    near: '`{fragment}` does not exist in {place}; did you mean {near}?',
    missing: 'No heading or anchor `{fragment}` in {place}; link to an existing one',
    lines: '`{fragment}` is past the end of {place}, which has {lines}; correct the number',
    many: '{count} links lead to `{fragment}`, which does not exist in {place}; link to an existing heading',
    manyNear: '{count} links lead to `{fragment}`, which does not exist in {place}; did you mean {near}?',
    several:
      '{count} links lead to headings that do not exist in {place} (first: `{fragment}`); correct or remove them',
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
      text: `# Tea\n\n${'[Up](#-tea)\n'.repeat(21)}`,
      finds: ['3:6 manyNear'],
      fixed: `# Tea\n\n${'[Up](#tea)\n'.repeat(21)}`,
    },
    { text: '# Tea\n\n[Up](#readme) [top](#top)\n', finds: [], note: 'GitHub adds these two to every page.' },
    { text: '# Tea\n\n[Second](#pots-1)\n\n## Pots\n\n## Pots\n', finds: [], note: 'Duplicate headings are numbered.' },
    {
      text: '# Tea\n\n[a](#چای\u200Cها) [b](#چایها)\n\n## چای\u200Cها\n',
      lang: 'fa',
      finds: [],
      note: 'GitHub keeps a zero-width non-joiner in an anchor.',
    },
    {
      text: '# Tea [![b](b.svg)](https://b.test)\n\n[a](#tea) [b](#tea-)\n',
      finds: [],
      note: 'Both forms work for a heading with a badge.',
    },
    { text: '<a id="pot"></a>\n\n[Pot](#pot)\n', finds: [] },
    {
      text: '# Tea\n\n[Code](src/pot.js#L2-L3) [end](src/pot.js#L3)\n',
      files: { 'src/pot.js': 'a\nb\nc\n' },
      finds: [],
    },
    {
      text: '# Tea\n\n[Code](src/pot.js#L9) [part](src/pot.js#L2-L40) [plain](pot.md?plain=1#L5)\n',
      files: { 'src/pot.js': 'a\nb\nc\n', 'pot.md': '# Pot\n' },
      finds: ['3:8 lines', '3:30 lines', '3:57 lines'],
    },
    {
      text: '# Tea\n\nSee [green](#Green-Tea), [leaves](#user-content-leaves) and [a word](#leaves:~:text=word).\n\n## Green Tea\n\n### Leaves\n',
      finds: [],
      note: 'GitHub looks for the anchor in lower case, too, and ignores its own prefix and text directives.',
    },
    {
      text: '# Tea\n\nSee [voila](#voila-le-the) and [green](#green-tea).\n\n## Voilà le thé\n\n## Green Teas\n\n## Step 1\n\n[Next](#step-2)\n',
      finds: ['3:13 near', '3:40 near', '11:8 missing'],
      note: 'An accent or a letter; another number is another heading.',
    },
    {
      text: '# Tea\n\nSee [C++](#c++) and [green](#green_tea).\n\n## C\n\n## Green Tea\n',
      finds: ['3:11 near', '3:29 near'],
      fixed: '# Tea\n\nSee [C++](#c++) and [green](#green-tea).\n\n## C\n\n## Green Tea\n',
      note: 'C++ is not C.',
    },
    {
      text: `# Tea\n\n${Array.from({ length: 21 }, (_, index) => `n${index}`)
        .map((name) => `[${name}](#${name})\n`)
        .join('')}`,
      finds: ['3:6 several'],
    },
    { text: '# Tea\n\n[Code](src#start)\n', files: { 'src/pot.js': '' }, finds: [], note: 'A folder has no anchors.' },
    { text: '# Tea\n\n[茶](#%E8%8C%B6)\n\n## 茶\n', finds: [], note: 'Percent-encoding is decoded.' },
  ],
  check({ list, files, foldOver, report }) {
    const missing = oncePerUrl(list.links).flatMap((link) => {
      const answer = link.sort === 'fragment' || link.sort === 'local' ? resolveLocal(link, list, files) : null;
      return answer?.status === 'missing-anchor' ? [{ link, answer }] : [];
    });
    const groups = groupBy(missing, ({ answer }) => `${answer.path} ${answer.fragment}`);
    const lost: { readonly link: Link; readonly data: { readonly fragment: string; readonly place: string } }[] = [];
    for (const group of groups.values()) {
      const [first, ...rest] = group;
      if (first === undefined) continue;
      const { path, fragment: wanted, suggestion, sure, lines } = first.answer;
      const data = { fragment: `#${wanted ?? ''}`, place: path === null ? 'this file' : `\`${path}\`` };
      const near = suggestion === null ? '' : suggestion.slice(suggestion.indexOf('#'));
      const meant = `\`${near}\`${invisibleDifference(data.fragment, near)}`;
      const fixOf = (links: readonly Link[]): Fix | null =>
        // `#c++` may mean another section than `C`.
        suggestion === null
          ? null
          : { safe: sure && !/[+#]|%2b|%23/i.test(wanted ?? ''), edits: rewriteUrls(links, suggestion, list.text) };
      if (group.length > foldOver) {
        const at = first.link.urlPosition;
        const found = { at, places: rest.map(({ link }) => link.urlPosition), url: first.link.url };
        const fix = fixOf(group.map(({ link }) => link));
        const count = group.length;
        if (near === '') report({ ...found, message: 'many', data: { ...data, count } });
        else report({ ...found, message: 'manyNear', data: { ...data, count, near: meant }, fix });
        continue;
      }
      for (const { link } of group) {
        const at = link.urlPosition;
        if (lines !== null) report({ message: 'lines', at, link, data: { ...data, lines: plural(lines, 'line') } });
        else if (near !== '') report({ message: 'near', at, link, data: { ...data, near: meant }, fix: fixOf([link]) });
        else lost.push({ link, data });
      }
    }
    for (const group of groupBy(lost, ({ data }) => data.place).values()) {
      const [first, ...rest] = group;
      if (first !== undefined && group.length > foldOver) {
        const places = rest.map(({ link }) => link.urlPosition);
        const data = { ...first.data, count: group.length };
        report({ message: 'several', at: first.link.urlPosition, places, url: first.link.url, data });
      } else for (const { link, data } of group) report({ message: 'missing', at: link.urlPosition, link, data });
    }
  },
});
