import * as v from 'valibot';
import type { ContentsItem, Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { mainContents } from '../src/rule-kit/toc.js';
import { areRelated, foldName } from '../src/text/fold-name.js';
import { invisibleDifference } from '../src/text/invisible.js';
import { examples } from './toc-sync/examples.js';
import { insertItem, removeItem } from './toc-sync/lines.js';
import { alphabeticalPlace, inOrder, isShuffled, misplaced } from './toc-sync/order.js';
import { gapAround, meantFinder, targetFinder, unlistedIn } from './toc-sync/targets.js';

export default defineRule({
  id: 'toc-sync',
  topic: 'contents',
  summary: 'Keep the table of contents in sync with the sections',
  why: 'Readers navigate by the table of contents: they miss a section that it does not list, and a link to one that is gone does nothing.',
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
  supersededBy: ['no-placeholder', 'url-wellformed', 'heading-unique'],
  messages: {
    missing: 'Section `{title}` is missing from the table of contents; add it',
    missingMany: '{count} sections are missing from the table of contents (first: `{title}`); add them',
    extra:
      'Table of contents entry `{text}` links to `#{found}`, which does not exist; link it to its section or remove it',
    reworded: 'Table of contents entry `{text}` links to `#{found}`, which does not exist; did you mean {expected}?',
    moved: 'Table of contents entry `{text}` is out of order; move it {where} to match the sections',
    section: 'Section `{title}` is out of alphabetical order; move it {where}, as in the table of contents',
    movedRun:
      'Table of contents entries `{text}` through `{last}` are out of order; move them {where} to match the sections',
    sections:
      'Sections `{title}` through `{last}` are out of alphabetical order; move them {where}, as in the table of contents',
    both: 'Table of contents entry `{text}` and its section are out of alphabetical order; move both {where}',
    shuffled:
      '{count} of {all} table of contents entries are not in the order of their sections; reorder the entries or the sections',
    renamed: 'Table of contents entry `{text}` links to section `{title}`; make the names match',
  },
  options: v.object({
    maxDepth: v.optional(
      v.pipe(
        v.union([v.literal('consistent'), v.pipe(v.number(), v.integer(), v.minValue(1))]),
        v.description(
          'How many levels of sections the table of contents should list; `consistent` means the levels that it already lists for most sections.',
        ),
      ),
      'consistent',
    ),
    graded: v.optional(
      v.pipe(v.boolean(), v.description('If only the order differs, report it as `info` at most.')),
      false,
    ),
    ...ignoreOption,
  }),
  presetOptions: {
    awesome: { graded: true },
    strict: { graded: false },
    list: { graded: true },
    roadmap: { graded: true },
    minimal: { graded: true },
  },
  examples,
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
    const meantBy = meantFinder(list, missing, listed);
    const unclear: (readonly [from: number, to: number])[] = [];
    for (const [index, item] of items.entries()) {
      const { fragment, link, text } = item;
      if (item.heading !== null || fragment === null || link === null) continue;
      if (/^(?:readme|top)?$/.test(fragment) || anchors.has(fragment)) continue;
      const gap = gapAround(items, index);
      const meant = meantBy(item, gap);
      if (meant === 'ambiguous') continue;
      const data = { text, found: fragment };
      if (meant === null) {
        unclear.push(gap);
        report({ message: 'extra', at: item.position, link, data, fix: removeItem(item, contents, list) });
        continue;
      }
      if (missing.delete(meant.heading)) {
        items[index] = { ...item, heading: meant.heading };
        listed.set(meant.heading, items[index]);
      }
      const { slug } = meant.heading;
      const expected = `\`#${slug}\`${invisibleDifference(fragment, slug)}`;
      const fix = { safe: meant.certain, edits: [rewriteUrl(link, `#${slug}`, list.text)] };
      report({
        message: 'reworded',
        at: link.urlPosition,
        link,
        data: { ...data, expected },
        fix,
      });
    }
    const added = [...missing].map((heading) => {
      const fix = insertItem(heading, wanted, listed, contents, list);
      // A line at this place that leads nowhere may mean the section by another name.
      const { offset } = heading.position.start;
      const isClear = unclear.every(([from, to]) => offset <= from || offset >= to);
      return { heading, fix: fix === null ? null : { ...fix, safe: fix.safe && isClear } };
    });
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
    const below = items.filter(({ heading }) => (heading?.position.start.offset ?? 0) > contents.position.start.offset);
    const atMost = options.graded ? 'info' : 'error';
    const moved = misplaced(inOrder(below), inOrder(items), list);
    const [first, ...rest] = moved;
    if (first !== undefined && foldOver !== Number.POSITIVE_INFINITY && isShuffled(moved, listed, foldOver)) {
      const places = rest.map(({ item }) => item.position);
      const data = { count: moved.length, all: listed.size };
      report({ message: 'shuffled', at: first.item.position, places, data, atMost });
      return;
    }
    for (const one of moved) {
      const { item, last, where } = one;
      const { heading, text, position } = item;
      const place = alphabeticalPlace(one, inOrder(items), list.lang);
      if (place?.moves === 'both' && last === null) {
        report({ message: 'both', at: position, data: { text, where: place.where }, atMost });
      } else if (heading === null || place?.moves !== 'section') {
        if (last === null) report({ message: 'moved', at: position, data: { text, where }, atMost });
        else report({ message: 'movedRun', at: position, data: { text, last: last.text, where }, atMost });
      } else {
        const data = { title: heading.text, where: place.where };
        if (last === null) report({ message: 'section', at: heading.position, data, atMost });
        else
          report({
            message: 'sections',
            at: heading.position,
            data: { ...data, last: last.heading?.text ?? '' },
            atMost,
          });
      }
    }
  },
});
