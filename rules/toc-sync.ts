import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Contents, ContentsItem, Heading, List } from '../src/model/list.js';
import { longestRun } from '../src/model/order.js';
import { removeLine, rewriteAddress } from '../src/model/rewrite.js';
import { defineRule } from '../src/model/rule.js';
import { ignoring } from '../src/model/scope.js';

export default defineRule({
  id: 'toc-sync',
  summary: 'Keep the table of contents in step with the sections',
  why: 'Readers find their way by the contents; what is not there is not found, and what is gone leads nowhere.',
  severity: { awesome: 'error', roadmap: 'error', minimal: 'warning', default: 'error' },
  fix: 'safe',
  yieldsTo: ['no-placeholder', 'url-wellformed'],
  messages: {
    missing: 'The section `{title}` is missing from the table of contents; add it',
    extra: '`{text}` is in the table of contents, but there is no such section; take it out',
    fragment: '`{text}` in the table of contents links to `#{found}`; its section is `#{expected}`',
    moved: '`{text}` stands in another place in the table of contents than its section; move it {where}',
    renamed: '`{text}` in the table of contents leads to the section `{title}`; give both one name',
  },
  options: v.object({
    maxDepth: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('How many levels of sections a table of contents may have to list.'),
      ),
      2,
    ),
    ...ignoring,
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
      fixed: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
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
      text: '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n### Silver\n\nC.\n\n## Red\n\nD.\n\n## License\n\nE.\n',
      finds: [],
      note: 'It lists one level, and need not list what is about the list itself.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [🍵 Green](#-green)\n- [White](#white)\n- [Red](#red)\n\n## 🍵 Green\n\nA.\n\n## White teas\n\n<a id="white"></a>\n\n## Red\n\nD.\n',
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
    const depth = Math.max(...contents.items.map((item) => item.depth));
    const wanted = wantedHeadings(list, listed, Math.min(options.maxDepth, depth), contents.position.start.offset);
    const missing = new Set(wanted.filter((heading) => !listed.has(heading)));

    for (const item of contents.items) {
      const { heading, fragment, link, text } = item;
      if (heading !== null || fragment === null || link === null) continue;
      if (/^(?:readme|top)?$/.test(fragment) || list.anchors.some((anchor) => anchor.id === fragment)) continue;
      const namesakes = list.headings.filter((each) => each.node !== null && fold(each.text) === fold(text));
      const open = namesakes.filter((each) => missing.has(each));
      const meant = open.length === 1 ? open[0] : namesakes[0];
      // Which of several sections of one name is meant, nobody can tell.
      if (namesakes.length > 1 && open.length !== 1) continue;
      if (meant === undefined) {
        report({ message: 'extra', at: item.position, link, data: { text }, fix: removal(item, contents, list) });
        continue;
      }
      missing.delete(meant);
      const fix = { safe: true, edits: [rewriteAddress(link, `#${meant.slug}`)] };
      report({
        message: 'fragment',
        at: link.urlPosition,
        link,
        data: { text, found: fragment, expected: meant.slug },
        fix,
      });
    }
    for (const heading of missing) {
      const fix = insertion(heading, wanted, listed, contents, list);
      report({ message: 'missing', at: heading.position, data: { title: heading.text }, fix });
    }
    for (const { heading, text, position } of contents.items) {
      if (heading === null || related(text, heading.text)) continue;
      report({ message: 'renamed', at: position, data: { text, title: heading.text } });
    }
    for (const { item, where } of misplaced([...listed.values()], list)) {
      report({ message: 'moved', at: item.position, data: { text: item.text, where } });
    }
  },
});

/** The contents that lists the most headings; null when none lists headings for at least half of its lines. */
function mainContents(list: List): Contents | null {
  const texts = new Set(list.headings.map((heading) => fold(heading.text)));
  let best: { readonly contents: Contents; readonly hits: number } | null = null;
  for (const contents of list.contents) {
    const hits = contents.items.filter(({ text, heading }) => heading !== null || texts.has(fold(text))).length;
    const lines = contents.items.filter(({ link }) => link !== null).length;
    if (hits * 2 >= lines && hits > (best?.hits ?? 1)) best = { contents, hits };
  }
  return best?.contents ?? null;
}

/** The headings that the contents should list: of the levels of which it lists most. */
function wantedHeadings(
  list: List,
  listed: ReadonlyMap<Heading, unknown>,
  levels: number,
  from: number,
): readonly Heading[] {
  const content = list.headings.filter(({ node, position }) => {
    // What stands above the contents has been read when a reader comes to them.
    if (position.start.offset < from) return false;
    if (node === null || (node.type === 'section' && node.role !== 'content')) return false;
    const lineEnd = list.text.indexOf('\n', position.end.offset);
    const line = list.text.slice(position.start.offset, lineEnd < 0 ? undefined : lineEnd);
    return !/<!--\s*(?:omit (?:in|from) toc|no toc)\s*-->/i.test(line);
  });
  const depths = [...new Set(list.headings.flatMap((heading) => (listed.has(heading) ? [heading.depth] : [])))].sort(
    (a, b) => a - b,
  );
  return depths
    .slice(0, levels)
    .flatMap((depth) => {
      const level = content.filter((heading) => heading.depth === depth);
      const known = level.filter((heading) => listed.has(heading));
      return known.length * 3 >= level.length * 2 ? level : known;
    })
    .sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** The smallest set of lines that are out of the order of their sections. */
function misplaced(
  items: readonly ContentsItem[],
  list: List,
): readonly { readonly item: ContentsItem; readonly where: string }[] {
  const places = items.map(({ heading }) => (heading === null ? -1 : list.headings.indexOf(heading)));
  const kept = longestRun(places);
  return items.flatMap((item, index) => {
    if (kept.has(index)) return [];
    const after = items.findLast((_, other) => kept.has(other) && (places[other] ?? 0) < (places[index] ?? 0));
    return [{ item, where: after === undefined ? 'to the top' : `after \`${after.text}\`` }];
  });
}

/** Two names that say the same, of which one only says less, or that share half of their pairs of letters (Dice). */
function related(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  if (one === '' || other === '' || one.includes(other) || other.includes(one)) return true;
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const known = new Set(pairs(one));
  return pairs(other).filter((pair) => known.has(pair)).length * 2 >= (one.length + other.length - 2) / 2;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Takes the line of an item out, when nothing else stands on it and nothing is nested below. */
function removal(item: ContentsItem, contents: Contents, list: List): Fix | null {
  const index = contents.items.indexOf(item);
  const nested = (contents.items[index + 1]?.depth ?? 0) > item.depth;
  const shared = contents.items.some(
    (other) => other !== item && other.position.start.line === item.position.start.line,
  );
  const edit = contents.plain && !nested && !shared ? removeLine(item.position, list.text) : null;
  return edit === null ? null : { safe: true, edits: [edit] };
}

/** Adds a line after that of the section before, in the style of the list. */
function insertion(
  heading: Heading,
  wanted: readonly Heading[],
  listed: ReadonlyMap<Heading, ContentsItem>,
  contents: Contents,
  list: List,
): Fix | null {
  if (!contents.plain || contents.marker === null || /\d/.test(contents.marker)) return null;
  const peers = wanted.filter((each) => each.depth === heading.depth);
  const before = peers.slice(0, peers.indexOf(heading)).findLast((each) => listed.has(each));
  const model = before === undefined ? undefined : listed.get(before);
  if (model === undefined) return null;
  // Below the peer's own nested lines.
  const index = contents.items.indexOf(model);
  const next = contents.items.findIndex((item, at) => at > index && item.depth <= model.depth);
  const last = contents.items[(next < 0 ? contents.items.length : next) - 1] ?? model;
  const end = last.position.end.offset;
  const { start } = model.position;
  const lead = list.text.slice(start.offset - (start.column - 1), start.offset);
  const bullet = /^[-*+][ \t]+/.exec(list.text.slice(start.offset, start.offset + 8))?.[0];
  const parent = heading.node?.parent;
  const samePlace = before?.node?.parent === parent;
  if (
    bullet === undefined ||
    lead.trim() !== '' ||
    !samePlace ||
    !/^[ \t]*(?:\r?\n|$)/.test(list.text.slice(end, end + 40))
  )
    return null;
  const title = heading.text.replace(/([\\[\]])/g, '\\$1');
  return { safe: true, edits: [{ start: end, end, text: `\n${lead}${bullet}[${title}](#${heading.slug})` }] };
}
