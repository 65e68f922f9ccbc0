import fc from 'fast-check';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';
import { everyRule } from '../rules/every-rule.js';
import { everySetting, fixWith } from './fixing.js';
import { lossesIn } from './law.js';
import { lists } from './lists.js';

/** A mutated list with which something went wrong, and what. */
export interface Failure {
  /** The seed that gives this very list. */
  readonly seed: number;
  readonly text: string;
  readonly says: string;
}

/** What mutations put into a text: marks that mean something to Markdown, and characters that rules are about. */
const pieces = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '`',
    '```\n',
    '<!--',
    '-->',
    '|',
    '- ',
    '* ',
    '    ',
    '\t',
    '\u200b',
    '\u00a0',
    '\u000b',
    '\u2028',
    ' ',
    '*',
    '**',
    '<',
    '>',
  ],
  ...[
    '# ',
    '## ',
    '---\n',
    ':',
    'http://x.example/a b',
    '[^1]: ',
    '[a]: ',
    '\r',
    '\n',
    '\n\n',
    '.',
    '。',
    '...',
    '!!',
    ' the the ',
  ],
  ...[
    '<details>',
    '</li>',
    '<a href="https://y.example">',
    '</a>',
    '\\',
    '&amp;',
    '](',
    '] (',
    ')[',
    '![',
    '$$',
    '\ufeff',
    '🪁',
    '1. ',
  ],
];

/** A small generator of numbers from 0 to 1 (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const examples = everyRule
  .flatMap((rule) => rule.examples.map((example: { text: string }) => example.text))
  .filter((text: string) => text.length < 1500) as readonly string[];

/** The list of a seed: a generated one or an example of a rule, with a few mutations. */
export function mutated(seed: number): string {
  const random = generator(seed);
  const below = (count: number): number => Math.floor(random() * count);
  let text =
    random() < 0.6 ? (fc.sample(lists, { seed, numRuns: 1 })[0] ?? '') : (examples[below(examples.length)] ?? '');
  for (let count = below(6); count >= 0; count--) {
    const lines = text.split('\n');
    const line = below(lines.length);
    const at = below(text.length + 1);
    switch (below(7)) {
      case 0:
        lines.splice(line, 1);
        text = lines.join('\n');
        break;
      case 1:
        lines.splice(line, 0, lines[below(lines.length)] ?? '');
        text = lines.join('\n');
        break;
      case 2:
        lines.splice(line, 2, lines.slice(line, line + 2).join(''));
        text = lines.join('\n');
        break;
      case 3:
        text = text.slice(0, at) + text.slice(at + 1 + below(3));
        break;
      case 4: {
        const other = examples[below(examples.length)] ?? '';
        text = text.slice(0, at) + other.slice(below(other.length));
        break;
      }
      default:
        text = text.slice(0, at) + (pieces[below(pieces.length)] ?? '') + text.slice(at);
    }
  }
  return text;
}

/** Fixes the list of a seed with all rules on; null when nothing is wrong with that. */
export function failureOf(seed: number): Failure | null {
  const text = mutated(seed);
  const fail = (says: string): Failure => ({ seed, text, says });
  try {
    const once = fixWith(text, everySetting);
    if (once.text === text) return null;
    const again = fixWith(once.text, everySetting);
    if (again.text !== once.text) return fail(`a second run applies ${again.applied} fixes`);
    const losses = [...countLosses(parse(text), parse(once.text)), ...lossesIn(text, once.text)];
    return losses.length === 0 ? null : fail(losses.join('; '));
  } catch (error) {
    return fail(error instanceof Error ? `throws ${error.message}` : String(error));
  }
}

/** What there is fewer of in a list than there was. */
function countLosses(before: List, after: List): readonly string[] {
  // An entry may become a line of the table of contents.
  const lines = ({ contents }: List): number => contents.reduce((sum, one) => sum + one.items.length, 0);
  const nodes = (list: List): number => list.entries.length + list.sections.length + list.tiers.length + lines(list);
  const counts = (list: List) => ({
    ...{ links: list.links.length, nodes: nodes(list), items: list.items.length },
    ...{ headings: list.headings.length, codes: list.codes.length, comments: list.comments.length },
  });
  const [was, is] = [counts(before), counts(after)];
  return Object.entries(was).flatMap(([name, count]) => {
    const left = is[name as keyof typeof is];
    return left < count ? [`${count - left} ${name} fewer`] : [];
  });
}
