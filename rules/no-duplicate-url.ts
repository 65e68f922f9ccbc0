import { type Link, sectionOf } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { groupBy } from '../src/text/group-by.js';
import { shorten } from '../src/text/shorten.js';
import { samePage } from '../src/url/same-page.js';
import { repeatedLinks } from './no-duplicate-url/all-links.js';
import { type Pair, pairsIn, removals } from './no-duplicate-url/entries.js';
import { examples } from './no-duplicate-url/examples.js';
import { onPurpose } from './no-duplicate-url/on-purpose.js';
import { options } from './no-duplicate-url/options.js';
import { areApart, differenceOf, gradeOf, isCopiedUrl, isCopy, isSameThing } from './no-duplicate-url/same-thing.js';

/** More entries than this in a second section are one question for the whole list. */
const mostAgain = 2;

export default defineRule({
  id: 'no-duplicate-url',
  topic: 'entries',
  summary: 'List each resource once',
  why: 'Readers who find the same entry twice wonder what they missed, and its two descriptions drift apart.',
  severity: { strict: 'error', awesome: 'error', list: 'error', roadmap: 'off', minimal: 'error', default: 'error' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed', 'entry-link-syntax'],
  messages: {
    duplicate: 'Same URL as `{earlier}` {where}; remove one of the two',
    copies: '`{name}` is listed {count} times in this section (also on {lines}); keep one',
    doubled: '{count} entries are repeated on the next line (first: `{name}` on line {line}); remove the copies',
    target: '`{target}` is already linked {where}, as `{earlier}`; correct one of the URLs, or remove one of the links',
    copied: 'Same URL as `{earlier}` {where}; correct one of the URLs, or remove one of the entries',
    elsewhere: '`{name}` is also listed on line {line}, {where}; remove one copy unless both are intended',
    manyElsewhere:
      '{count} entries are listed again in another section (first: `{name}`, also on line {line}); remove one copy of each unless both are intended',
    again:
      '{count} entries are listed again in another section (first: `{name}`, also on line {line}); keep each in one section',
    redirect: 'This URL redirects to the same page as `{earlier}` {where}; remove one of the two',
  },
  options,
  presetOptions: {
    awesome: { graded: true },
    strict: { crossList: false, names: 'any', among: 'links', graded: false },
    list: { graded: true },
    minimal: { scope: 'section', graded: true },
  },
  examples,
  check({ list, judged, options, foldOver, report }) {
    const moved = new Map(
      judged.flatMap(({ link, verdict: { verdict, finalUrl } }) =>
        verdict === 'moved' && finalUrl !== null ? [[link, finalUrl] as const] : [],
      ),
    );
    const pairs = pairsIn(list, options.scope, moved);
    const reported = new Set<Link>();
    const meant = options.crossList === 'consistent' ? onPurpose(pairs, list) : new Set(options.crossList ? pairs : []);
    const found = pairs.filter((pair) => {
      const [{ entry }, { entry: other }] = pair;
      if (areApart(entry, other) && meant.has(pair)) return false;
      return options.names === 'any' || isSameThing(entry, other);
    });
    // A configuration that counts these as errors, or accepts none, has said that they are not intended.
    const mayBeIntended = options.graded && options.crossList === 'consistent';
    // One question for all that come back in another section.
    const again = new Set(found.filter(([{ entry }, { entry: other }]) => areApart(entry, other)));
    const [first, ...rest] = again;
    const most = options.graded ? Math.min(foldOver, mostAgain) : foldOver;
    const isFolded = first !== undefined && again.size > (foldOver === Number.POSITIVE_INFINITY ? foldOver : most);
    if (isFolded) {
      const [earlier, { entry, link }] = first;
      report({
        message: mayBeIntended ? 'manyElsewhere' : 'again',
        at: link.position,
        atMost: options.graded ? 'info' : 'error',
        url: link.url,
        places: rest.map(([, other]) => other.link.position),
        data: { count: again.size, name: entry.name, line: earlier.link.position.start.line },
      });
    }
    const isRepeat = ([earlier, { entry, link }]: Pair): boolean =>
      !areApart(earlier.entry, entry) &&
      samePage(earlier.link.url) === samePage(link.url) &&
      gradeOf(earlier.entry, entry) === 'error';
    const repeats = groupBy(found.filter(isRepeat), ([earlier]) => earlier);
    const merged = new Set<Pair>();
    // Lines that are doubled where they are: one merge that went wrong.
    const doubled = found.filter((pair) => isRepeat(pair) && isNextLine(pair) && isCopy(pair[0].entry, pair[1].entry));
    const [head, ...tail] = doubled;
    if (head !== undefined && doubled.length > foldOver) {
      const [earlier, { entry, link }] = head;
      for (const pair of doubled) {
        merged.add(pair);
        reported.add(pair[1].link);
      }
      report({
        message: 'doubled',
        at: link.position,
        url: link.url,
        places: tail.map(([, later]) => later.link.position),
        fix: removals(doubled, list.text),
        data: { count: doubled.length, name: entry.name, line: earlier.link.position.start.line },
      });
    }
    for (const [earlier, group] of repeats) {
      const [pair, ...others] = group.filter((one) => !merged.has(one));
      if (pair === undefined || others.length === 0) continue;
      const [, { entry, link }] = pair;
      for (const one of group) {
        merged.add(one);
        reported.add(one[1].link);
      }
      const lines = [earlier, ...others.map(([, later]) => later)].map((one) => one.link.position.start.line);
      report({
        message: 'copies',
        at: link.position,
        link,
        places: others.map(([, later]) => later.link.position),
        either: [earlier.link.position],
        fix: group.every(([one, other]) => isCopy(one.entry, other.entry)) ? removals(group, list.text) : null,
        data: { name: entry.name, count: group.length + 1, lines: linesText(lines) },
      });
    }
    for (const pair of found) {
      if ((isFolded && again.has(pair)) || merged.has(pair)) continue;
      const [earlier, { entry, link }] = pair;
      const isSame = samePage(earlier.link.url) === samePage(link.url);
      const isApart = areApart(earlier.entry, entry);
      const isCopied = isSame && isCopiedUrl(earlier.entry, entry);
      const common = {
        at: link.position,
        link,
        atMost: options.graded ? gradeOf(earlier.entry, entry) : 'error',
        either: [earlier.link.position],
        fix: isSame && !isApart && isCopy(earlier.entry, entry) ? removals([pair], list.text) : null,
      } as const;
      if (isSame && isApart && !isCopied && mayBeIntended) {
        const title = sectionOf(earlier.entry)?.title;
        const where = title === undefined ? 'outside of sections' : `in section \`${shorten(title)}\``;
        const data = { name: entry.name, line: earlier.link.position.start.line, where };
        report({ message: 'elsewhere', ...common, data });
      } else {
        const data = { earlier: earlier.entry.name, where: placed(earlier.link, differenceOf(earlier.entry, entry)) };
        // Of two names, either may have the URL of the other.
        const isDoubtful = isCopied || (isSame && gradeOf(earlier.entry, entry) === 'warning');
        report({ message: isDoubtful ? 'copied' : isSame ? 'duplicate' : 'redirect', ...common, data });
      }
      reported.add(link);
    }
    if (options.among !== 'links') return;
    for (const [earlier, link] of repeatedLinks(list)) {
      if (reported.has(link)) continue;
      const data = { earlier: earlier.text || earlier.url, where: placed(earlier, '') };
      const common = { at: link.position, link, either: [earlier.position] } as const;
      if (link.sort === 'web') report({ message: 'duplicate', ...common, data });
      else report({ message: 'target', ...common, data: { ...data, target: shorten(link.url) } });
    }
  },
});

/** True where an entry comes right below the one with its URL. */
function isNextLine([{ entry }, { entry: other }]: Pair): boolean {
  return other.position.start.line === entry.position.end.line + 1;
}

/** Line numbers as words: `line 3`, `lines 3 and 5`, `lines 3, 5 and 2 more`. */
function linesText(lines: readonly number[]): string {
  const [first = 0, second = 0, ...rest] = lines;
  if (lines.length === 1) return `line ${first}`;
  if (rest.length === 0) return `lines ${first} and ${second}`;
  return `lines ${first}, ${second} and ${rest.length === 1 ? rest[0] : `${rest.length} more`}`;
}

/** Where a link is, and how its entry differs, which decides how much the duplicate hurts. */
function placed({ position }: Link, difference: string): string {
  return `on line ${position.start.line}${difference}`;
}
