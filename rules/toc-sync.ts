import * as v from 'valibot';
import type { ContentsItem, Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/options.js';
import { insertItem, mainContents, misplaced, removeItem } from '../src/rule-kit/toc.js';
import { areRelated, foldName } from '../src/text/fold-name.js';
import { gapAround, inOrder, isShuffled, meantFinder, targetFinder, unlistedIn } from './toc-sync/targets.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÅØÑÇÉÈÊ';

export default defineRule({
  id: 'toc-sync',
  topic: 'contents',
  summary: 'Keep the table of contents in sync with the sections',
  why: 'Readers navigate by the table of contents: they do not find a section that is missing there, and a link to one that is gone does nothing.',
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
    missing: 'Section `{title}` is missing from the table of contents; add it',
    missingMany: '{count} sections are missing from the table of contents (first: `{title}`); add them',
    extra: 'The contents entry `{text}` links to `#{found}`, which does not exist; link it to its section or remove it',
    reworded: 'The contents entry `{text}` links to `#{found}`, which does not exist; did you mean `#{expected}`?',
    moved: 'The contents entry `{text}` is not in the order of the sections; move it {where}',
    shuffled:
      '{count} of {all} contents entries are not in the order of their sections; reorder one to match the other',
    renamed: 'The contents entry `{text}` links to section `{title}`; make the names match',
  },
  options: v.object({
    maxDepth: v.optional(
      v.pipe(
        v.union([v.literal('consistent'), v.pipe(v.number(), v.integer(), v.minValue(1))]),
        v.description('How many levels of sections it should list; `consistent` are those of which it lists most.'),
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
      note: 'Removing the line is only a suggestion.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [White](#white)\n- [Green](#green)\n- [Red](#red)\n- [Blends](#blends)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Black\n\nD.\n\n## Red\n\nE.\n\n## Blends\n\nF.\n',
      finds: ['5:1 moved', '18:1 missing'],
      note: 'Where the order differs, the position of the new line is only a suggestion.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [White](#white)\n- [Green](#green)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['5:1 moved'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Sencha](#white)\n- [Red](#red)\n\n## Green\n\n### Sencha\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['6:1 renamed'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Sencha](#white)\n- [Red](#red)\n- [About](#about)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['8:1 extra'],
      note: 'A section may have another name in the table of contents.',
    },
    {
      text: '# Tea\n\n**Leaves**\n\n- [Green](#green)\n- [Red](#red)\n\n# Leaves\n\n### Green\n\nA.\n\n### Red\n\nD.\n\n# Reading\n\n### Books\n\nE.\n\n### Films\n\nF.\n',
      finds: [],
      note: 'It lists none of the sections below one.',
    },
    {
      text: '# Tea\n\n## About\n\nOf tea.\n\n## Contents\n\n- [Green](#green)\n- [Red](#red)\n- [About](#about)\n\n## Green\n\nA.\n\n## Red\n\nD.\n',
      finds: [],
      note: 'The order of what is above the table of contents is free.',
    },
    {
      text: `# Tea\n\n## Contents\n\n${lines('ABC', '- [$](#$)\n')}\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}## D\n\n> Moved to [A](#a).\n\n## E\n\n- [Tea](https://tea.example/e)\n`,
      finds: ['25:1 missing'],
      fixed: `# Tea\n\n## Contents\n\n${lines('ABC', '- [$](#$)\n')}- [E](#e)\n\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}## D\n\n> Moved to [A](#a).\n\n## E\n\n- [Tea](https://tea.example/e)\n`,
      note: 'A section that only refers to another need not be listed if the others have entries.',
    },
    {
      text: `# Tea\n\n## Contents\n\n${'ABCDEFGH'.replace(/./g, '- [$&](#$&)\n').replace(/#./g, (at) => at.toLowerCase())}\n${'HGFEDCBA'.replace(/./g, '## $&\n\nOf tea.\n\n')}`,
      finds: ['5:1 shuffled'],
      note: 'Contents in another order throughout are one finding.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Green (Raw)](#green-raw)\n- [White](#white)\n\n## Black\n\nA.\n\n## Green\n\nB.\n\n## White\n\nC.\n',
      finds: ['6:17 reworded'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Green (Raw)](#green)\n- [White](#white)\n\n## Black\n\nA.\n\n## Green\n\nB.\n\n## White\n\nC.\n',
      note: 'The only unlisted section at this position.',
    },
    {
      text: '# 茶\n\n## 目次\n\n- [紅茶](#紅茶)\n- [緑茶の入れ方](#緑茶の入れ方)\n- [白茶](#白茶)\n\n## 紅茶\n\nA\n\n## 緑茶を入れ方\n\nB\n\n## 白茶\n\nC\n',
      finds: ['6:12 reworded'],
      fixed:
        '# 茶\n\n## 目次\n\n- [紅茶](#紅茶)\n- [緑茶の入れ方](#緑茶を入れ方)\n- [白茶](#白茶)\n\n## 紅茶\n\nA\n\n## 緑茶を入れ方\n\nB\n\n## 白茶\n\nC\n',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Sewing + Glue](#sewing--glue)\n- [White](#white)\n- [Red](#red)\n\n## Black\n\nA.\n\n## Sewing and Gluing Tools\n\nB.\n\n## Sewing Kits\n\nB.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: ['6:19 reworded', '18:1 missing'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Sewing + Glue](#sewing-and-gluing-tools)\n- [Sewing Kits](#sewing-kits)\n- [White](#white)\n- [Red](#red)\n\n## Black\n\nA.\n\n## Sewing and Gluing Tools\n\nB.\n\n## Sewing Kits\n\nB.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      note: 'Of two unlisted sections, the nearest is suggested until the other is listed.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Images](#images)\n- [Image](#image)\n- [White](#white)\n\n## Images\n\nA.\n\n## White\n\nC.\n',
      finds: ['6:11 reworded'],
      note: 'The section is listed already.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#Green)\n- [White](#user-content-white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
      finds: [],
      note: 'GitHub ignores case, and adds this prefix itself.',
    },
    {
      text: `# Tea\n\n## Contents\n\n${lines('ABCDEFGHIJKLMNOPQRSTUVWX', '- [$](#$)\n')}\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '## $\n\nOf tea.\n\n### Sources\n\nBooks.\n\n')}`,
      finds: ['222:1 missing', '230:1 missing'],
      fixed: `# Tea\n\n## Contents\n\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '- [$](#$)\n')}\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '## $\n\nOf tea.\n\n### Sources\n\nBooks.\n\n')}`,
      note: 'A heading that is repeated in each section need not be listed.',
    },
    {
      text: `# Tea\n\n## Contents\n\n${lines(letters, '- [$](#$)\n')}\n${lines(`${letters}αβγδεζηθικλμνξοπρστυφ`, '## $\n\nOf tea.\n\n')}`,
      finds: ['186:1 missingMany'],
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n\n## Black\n\nE.\n\n## Blends\n\nF.\n',
      finds: ['21:1 missing', '25:1 missing'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n- [Blends](#blends)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n\n## Black\n\nE.\n\n## Blends\n\nF.\n',
      note: 'It lists three of five.',
    },
    {
      text: '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n### Silver\n\nC.\n\n## Red\n\nD.\n\n## License\n\nE.\n',
      finds: [],
      note: 'It lists one level, and sections about the list itself are optional.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [🍵 Green](#-green)\n- [White](#white)\n- [Red](#red)\n\n## 🍵 Green\n\nA.\n\n## White teas\n<a id="white"></a>\n\n## Red\n\nD.\n',
      finds: [],
      note: 'An anchor in HTML counts.',
    },
    {
      text: '# Tea\n\n## See also\n\n- [One](#a)\n- [Two](#b)\n- [Three](#c)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
      finds: [],
      note: 'A list of links to something other than sections.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const found = mainContents(list);
    if (found === null) return;
    const targetOf = targetFinder(list);
    const items = found.items.map((item): ContentsItem => ({ ...item, heading: targetOf(item) }));
    const contents = { ...found, items };
    const listed = new Map<Heading, ContentsItem>();
    for (const item of items) if (item.heading !== null && !listed.has(item.heading)) listed.set(item.heading, item);
    const { wanted, missing } = unlistedIn(list, contents, listed, options.maxDepth);
    const anchors = new Set(list.anchors.map(({ id }) => id));
    const meantBy = meantFinder(list, missing);
    for (const [index, item] of items.entries()) {
      const { fragment, link, text } = item;
      if (item.heading !== null || fragment === null || link === null) continue;
      if (/^(?:readme|top)?$/.test(fragment) || anchors.has(fragment)) continue;
      const meant = meantBy(item, gapAround(items, index));
      if (meant === 'ambiguous') continue;
      const data = { text, found: fragment };
      if (meant === null) {
        report({ message: 'extra', at: item.position, link, data, fix: removeItem(item, contents, list) });
        continue;
      }
      if (missing.delete(meant.heading)) {
        items[index] = { ...item, heading: meant.heading };
        listed.set(meant.heading, items[index]);
      }
      const { slug: expected } = meant.heading;
      const fix = { safe: meant.certain, edits: [rewriteUrl(link, `#${expected}`)] };
      report({ message: 'reworded', at: link.urlPosition, link, data: { ...data, expected }, fix });
    }
    const added = [...missing].map((one) => ({ heading: one, fix: insertItem(one, wanted, listed, contents, list) }));
    const [head, ...tail] = added;
    if (head !== undefined && added.length > foldOver) {
      const edits = added.flatMap(({ fix }) => fix?.edits ?? []);
      const fix = edits.length === 0 ? null : { safe: false, edits };
      const places = tail.map(({ heading }) => heading.position);
      const data = { count: added.length, title: head.heading.text };
      report({ message: 'missingMany', at: head.heading.position, places, data, fix });
    } else {
      for (const { heading, fix } of added)
        report({ message: 'missing', at: heading.position, data: { title: heading.text }, fix });
    }
    const names = new Set(list.headings.map((heading) => foldName(heading.text)));
    for (const { heading, text, position } of found.items) {
      // Another name for a section is the list's own choice, the name of another section is not.
      if (heading === null || areRelated(text, heading.text) || !names.has(foldName(text))) continue;
      report({ message: 'renamed', at: position, data: { text, title: heading.text } });
    }
    const below = [...listed.values()].filter(
      ({ heading }) => (heading?.position.start.offset ?? 0) > contents.position.start.offset,
    );
    const moved = misplaced(inOrder(below), list);
    const [first, ...rest] = moved;
    if (first !== undefined && foldOver !== Number.POSITIVE_INFINITY && isShuffled(moved, listed, foldOver)) {
      const places = rest.map(({ item }) => item.position);
      report({ message: 'shuffled', at: first.item.position, places, data: { count: moved.length, all: listed.size } });
      return;
    }
    for (const { item, where } of moved)
      report({ message: 'moved', at: item.position, data: { text: item.text, where } });
  },
});

function lines(letters: string, template: string): string {
  return [...letters].map((letter) => template.replace('#$', `#${letter.toLowerCase()}`).replace('$', letter)).join('');
}
