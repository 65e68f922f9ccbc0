import type { FormatDeparture } from '../../src/model/list.js';
import { shorten } from '../../src/text/shorten.js';

/** What is wrong with the values of a field in departures of one kind; null where it is not a value. */
export function problemOf(departures: readonly FormatDeparture[]): string | null {
  const [one] = departures;
  if (one === undefined) return null;
  if (departures.some((other) => other.expected !== one.expected))
    return one.kind === 'value' ? 'is not one of the allowed values' : null;
  const { expected } = dataOf(one);
  switch (one.kind) {
    case 'value':
    case 'kind':
      return `is not ${expected}`;
    case 'pattern':
      return `does not match ${expected}`;
    case 'message':
      return `is unexpected: ${expected}`;
    case 'short':
      return `is shorter than ${expected} characters`;
    case 'long':
      return `is longer than ${expected} characters`;
    case 'capital':
      return 'starts with a lowercase letter';
    case 'lowercase':
      return 'starts with a capital letter';
    case 'stop':
      return 'ends with a period';
    case 'no-stop':
      return 'does not end with a period';
    default:
      return null;
  }
}

/** Longer formats and values are cut in messages, in UTF-16 units. */
const longest = 100;

/** The format that an entry should have, cut and quoted. */
export function formatOf({ format }: FormatDeparture): string {
  return quoted(shorten(format, longest));
}

/** The words for the placeholders of a message. */
export function dataOf(one: FormatDeparture): Readonly<Record<string, string>> {
  const { found, entry, field } = one;
  return {
    ...{ format: formatOf(one), found: quoted(shorten(found, longest)), name: entry?.name ?? '' },
    ...{ field: field ?? '', expected: expectedOf(one) },
  };
}

function expectedOf({ kind, expected }: FormatDeparture): string {
  switch (kind) {
    case 'value':
      return oneOfValues(expected.split('\n'));
    case 'kind':
      return kinds[expected] ?? quoted(expected);
    case 'message':
    case 'short':
    case 'long':
      return expected;
    default:
      return quoted(expected);
  }
}

/** A text in backticks; one that has backticks itself in quotation marks, which a terminal and Markdown show alike. */
function quoted(text: string): string {
  return text.includes('`') ? `"${text}"` : `\`${text}\``;
}

const kinds: Readonly<Record<string, string>> = {
  url: 'an absolute URL',
  spdx: 'an SPDX license identifier',
  date: 'a date such as `2026-01-31`',
  number: 'a number',
};

/** Most values that a message names. */
const mostValues = 8;

function oneOfValues(values: readonly string[]): string {
  const shown = values.slice(0, mostValues).map(quoted);
  const more = values.length > mostValues ? ' or another of the configuration' : '';
  return `${values.length > 1 ? 'one of ' : ''}${shown.join(', ')}${more}`;
}
