import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { examples } from './entry-separator/examples.js';
import { asDisplayed, type Departure, isByline, partsAlike, read } from './entry-separator/reading.js';

export default defineRule({
  id: 'entry-separator',
  topic: 'entries',
  summary: 'Use one separator between names and descriptions',
  why: 'A list is easier to scan and to parse when every line has the same structure.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['separator', 'space'],
  yieldsToFormat: true,
  messages: {
    other: '{found} after `{name}`; use {style}',
    bare: 'No separator between `{name}` and its description; write {style}',
    many: '{found} after {count} names (first: `{name}`); use {style}',
    manyBare: 'No separator between {count} names and their descriptions (first: `{name}`); write {style}',
    several: '{count} entries do not use {style} as the separator, such as `{name}`; use it in all of them',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'The separator with its spaces, or `consistent`: the one that 90% of at least ten descriptions have.',
        ),
      ),
      'consistent',
    ),
    exact: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Also report repeated spaces, which are displayed as one, and spaces at a full-width mark.'),
      ),
      true,
    ),
    accept: v.optional(v.pipe(v.array(v.string()), v.description('Other accepted separators.')), []),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { exact: false },
    strict: { style: ' - ', exact: true },
    list: { exact: false },
    roadmap: { exact: false },
  },
  init: {
    deviation: 'have a different separator',
    convention: { cases: 'descriptions', does: (value) => `are separated from their names by "${value}"` },
  },
  learn: { style: (list) => list.entries.flatMap((entry) => read(entry, list)).map((one) => one.found) },
  examples,
  check({ list, options, foldOver, report }) {
    const described = list.entries.flatMap((entry) => read(entry, list));
    const { style } = options;
    if (style.trim() === '' || style === 'off') return;
    const accepted = [style, ...options.accept];
    const right = new Set(options.exact ? accepted : accepted.map(asDisplayed));
    const isOwnWay = partsAlike(described);
    const departures = described.filter(
      ({ found, entry }) =>
        !right.has(options.exact ? found : asDisplayed(found)) &&
        (/[-–—]/.test(style) || !isByline(found, entry)) &&
        !isOwnWay(entry),
    );
    const [first, ...rest] = departures;
    if (first !== undefined && departures.length > foldOver) {
      const found = inWords(first.found, style);
      const isOneKind = rest.every((one) => inWords(one.found, style) === found);
      const where = { at: first.separator.position, places: rest.map((one) => one.separator.position) };
      const fix = foldedFix(departures.map((one) => rewrite(one, style)));
      const alike = departures.find((one) => lookalikes(one.found, style) !== undefined)?.found ?? '';
      const data = { count: departures.length, name: first.entry.name, style: quoted(style, alike) };
      if (!isOneKind) report({ message: 'several', ...where, fix, data });
      else if (isBare(first)) report({ message: 'manyBare', ...where, fix, data });
      else report({ message: 'many', ...where, fix, data: { ...data, found } });
      return;
    }
    for (const one of departures) {
      const at = one.separator.position;
      const data = { name: one.entry.name, found: inWords(one.found, style), style: quoted(style, one.found) };
      const message = isBare(one) ? 'bare' : 'other';
      report({ message, at, fix: rewrite(one, style), data });
    }
  },
});

function rewrite({ entry, separator, found }: Departure, style: string): Fix {
  const { start, end } = separator.position;
  const text = entry.body?.text ?? '';
  // A hyphen without a space after it may belong to the word: `-Werror`, `-API`; not to an article, nor to the name again.
  const begins = /^(?:An?|The)\s+\p{L}/u.test(text) || text.toLowerCase().startsWith(`${entry.name.toLowerCase()} `);
  const isGlued = /[-‐‑−]$/.test(found) && /^[\p{L}\p{N}]/u.test(text) && !begins;
  return {
    safe: !isBare({ found }) && !isGlued,
    edits: [{ start: start.offset, end: end.offset, text: style }],
  };
}

function isBare({ found }: Pick<Departure, 'found'>): boolean {
  return found.trim() === '';
}

function inWords(found: string, style: string): string {
  const mark = found.trim();
  return mark === style.trim() ? `Wrong spacing around \`${mark}\`` : `Separator ${quoted(found, style)}`;
}

/** Marks that are easily confused, with their names. */
const families: readonly Readonly<Record<string, string>>[] = [
  { '-': 'hyphen', '–': 'en dash', '—': 'em dash', '‐': 'U+2010', '‑': 'U+2011', '−': 'minus sign', '―': 'U+2015' },
  { ':': 'colon', '：': 'full-width colon' },
];

/** The names of two separators and their like; undefined where they are equal or do not look alike. */
function lookalikes(one: string, other: string): Readonly<Record<string, string>> | undefined {
  const [mark, second] = [one.trim(), other.trim()];
  return mark === second ? undefined : families.find((family) => mark in family && second in family);
}

/** A separator in backticks, with its name next to one that looks like it. */
function quoted(separator: string, other: string): string {
  const name = lookalikes(separator, other)?.[separator.trim()];
  return `\`${separator.replace(/\s/g, ' ')}\`${name === undefined ? '' : ` (${name})`}`;
}
