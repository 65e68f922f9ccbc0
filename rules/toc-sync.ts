import * as v from 'valibot';
import type { ContentsItem, Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/options.js';
import { insertItem, mainContents, misplaced, removeItem, wantedHeadings } from '../src/rule-kit/toc.js';
import { areRelated, foldName } from '../src/text/fold-name.js';
import { groupBy } from '../src/text/group-by.js';
import { githubAnchor } from '../src/url/fragment.js';

export default defineRule({
  id: 'toc-sync',
  topic: 'contents',
  summary: 'Keep the table of contents in step with the sections',
  why: 'Readers find their way by the contents; what is not there is not found, and what is gone leads nowhere.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'error',
  },
  fix: 'safe',
  changes: ['contents-line', 'url'],
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    missing: 'The section `{title}` is missing from the table of contents; add it',
    extra: '`{text}` is in the table of contents, but there is no such section; take it out',
    fragment: '`{text}` in the table of contents links to `#{found}`; its section is `#{expected}`',
    moved: '`{text}` stands in another place in the table of contents than its section; move it {where}',
    shuffled:
      '{count} of the {all} lines in the table of contents stand in another order than their sections; give both one order',
    renamed: '`{text}` in the table of contents leads to the section `{title}`; give both one name',
  },
  options: v.object({
    maxDepth: v.optional(
      v.pipe(
        v.union([v.literal('consistent'), v.pipe(v.number(), v.integer(), v.minValue(1))]),
        v.description('How many levels of sections it should list; `consistent` means all that it lists most of.'),
      ),
      'consistent',
    ),
    ...ignoreOption,
  }),
  examples: [
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
      finds: ['12:1 missing'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Black](#black)\n- [White](#white)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Herbal](#herbal)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
      finds: ['6:1 extra'],
      note: 'No safe fix removes a line: the section may only have another name.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green Tea](#greentea)\n- [White](#white)\n- [Red](#red)\n\n## Green Tea\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['5:15 fragment'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green Tea](#green-tea)\n- [White](#white)\n- [Red](#red)\n\n## Green Tea\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      note: 'One defect, one finding: neither missing nor extra.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [White](#white)\n- [Green](#green)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['5:1 moved'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Sencha](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['6:1 renamed'],
    },
    {
      text: `# Tea\n\n## Contents\n\n${'ABCDEFGH'.replace(/./g, '- [$&](#$&)\n').replace(/#./g, (at) => at.toLowerCase())}\n${'HGFEDCBA'.replace(/./g, '## $&\n\nOf tea.\n\n')}`,
      finds: ['5:1 shuffled'],
      note: 'Contents in an order of their own are told of once.',
    },
    {
      text: '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n### Silver\n\nC.\n\n## Red\n\nD.\n\n## License\n\nE.\n',
      finds: [],
      note: 'It lists one level, and need not list what is about the list itself.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [🍵 Green](#-green)\n- [White](#white)\n- [Red](#red)\n\n## 🍵 Green\n\nA.\n\n## White teas\n<a id="white"></a>\n\n## Red\n\nD.\n',
      finds: [],
      note: 'An anchor set by hand counts.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n\n  - [Sencha](#sencha)\n- [White](#white)\n\n## Green\n\n### Sencha\n\nA.\n\n## White\n\nC.\n',
      finds: [],
    },
    {
      text: '# Tea\n\n## See also\n\n- [One](#a)\n- [Two](#b)\n- [Three](#c)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
      finds: [],
      note: 'A list of links that lists something else than sections.',
    },
  ],
  check({ list, options, report }) {
    const contents = mainContents(list);
    if (contents === null) return;
    const listed = new Map<Heading, ContentsItem>();
    for (const item of contents.items)
      if (item.heading !== null && !listed.has(item.heading)) listed.set(item.heading, item);
    const wanted = wantedHeadings(
      list,
      listed,
      options.maxDepth === 'consistent' ? 0 : options.maxDepth,
      contents.position.start.offset,
    );
    const anchors = new Set(list.anchors.map((anchor) => anchor.id));
    const sections = list.headings.filter((heading) => heading.node !== null);
    const byName = groupBy(sections, (heading) => foldName(heading.text));
    const bySlug = groupBy(sections, (heading) => foldName(heading.slug));
    const missing = new Set(wanted.filter((heading) => !listed.has(heading)));

    for (const item of contents.items) {
      const { heading, fragment, link, text } = item;
      if (heading !== null || fragment === null || link === null) continue;
      if (/^(?:readme|top)?$/i.test(fragment) || githubAnchor(fragment, anchors) !== null) continue;
      const namesakes = byName.get(foldName(text)) ?? [];
      const open = namesakes.filter((each) => missing.has(each));
      // A link may be a slip away from a section that has another name in the contents.
      const nearby = bySlug.get(foldName(fragment)) ?? [];
      const meant = open.length === 1 ? open[0] : (namesakes[0] ?? (nearby.length === 1 ? nearby[0] : undefined));
      // Which of several sections of one name is meant, nobody can tell.
      if (namesakes.length > 1 && open.length !== 1) continue;
      if (meant === undefined) {
        report({ message: 'extra', at: item.position, link, data: { text }, fix: removeItem(item, contents, list) });
        continue;
      }
      missing.delete(meant);
      const fix = { safe: true, edits: [rewriteUrl(link, `#${meant.slug}`)] };
      report({
        message: 'fragment',
        at: link.urlPosition,
        link,
        data: { text, found: fragment, expected: meant.slug },
        fix,
      });
    }
    for (const heading of missing) {
      const fix = insertItem(heading, wanted, listed, contents, list);
      report({ message: 'missing', at: heading.position, data: { title: heading.text }, fix });
    }
    for (const { heading, text, position } of contents.items) {
      if (heading === null || areRelated(text, heading.text)) continue;
      report({ message: 'renamed', at: position, data: { text, title: heading.text } });
    }
    const moved = misplaced([...listed.values()], list);
    const [first, ...rest] = moved;
    // Contents in an order of their own are one defect, if any.
    if (first !== undefined && moved.length > 5 && moved.length * 4 > listed.size) {
      const places = rest.map(({ item }) => item.position);
      report({ message: 'shuffled', at: first.item.position, places, data: { count: moved.length, all: listed.size } });
      return;
    }
    for (const { item, where } of moved) {
      report({ message: 'moved', at: item.position, data: { text: item.text, where } });
    }
  },
});
