import { cleanLine } from '../metadata/clean-text.js';
import { textOf } from './json-api.js';

/** Nothing on the web has more stars than there are people. */
const mostPeople = 8_000_000_000;
/** What any registry counts in its lifetime. */
const mostDownloads = 1e14;
/** No repository and no package is older than the web. */
const earliest = Date.parse('1991-08-06T00:00:00Z');
/** Milliseconds by which the clock of a service may be ahead of ours: a day, since some give a day alone. */
const ahead = 86_400_000;
/** ISO 8601 as services write it: a day, or a time with its zone. */
const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?$/;

/** A count from outside; null for anything but a whole number from 0 to `most`. */
export function countOf(value: unknown, most = mostPeople): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most ? value : null;
}

/** A number of downloads from outside, as `countOf`. */
export function downloadsOf(value: unknown): number | null {
  return countOf(value, mostDownloads);
}

/** A date from outside as ISO 8601, UTC; null for any other text, and for a time before the web or in the future. `now` is in epoch milliseconds. */
export function dateOf(value: unknown, now: number): string | null {
  const text = textOf(value);
  if (text === null || text.length > 40 || !isoDate.test(text)) return null;
  const time = Date.parse(text);
  return time >= earliest && time <= now + ahead ? new Date(time).toISOString() : null;
}

/** A yes or no from outside; null for anything else. */
export function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Words from outside on one line without what cannot be seen; null for none. */
export function lineOf(value: unknown, most = 500): string | null {
  return cleanLine(value, most);
}

/** Short words from outside, such as topics; null for anything but an array. */
export function wordsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.slice(0, 50).flatMap((each) => cleanLine(each, 50) ?? []) : null;
}

/** A license from outside: an expression of SPDX ids, or any short name a registry gives; null for none and for a whole text. */
export function licenseOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.length > 200 || /[\r\n]/.test(text.trim()) ? null : cleanLine(text, 200);
}

/** The name of a version or tag from outside; null for anything else. */
export function versionOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.length > 200 || /[\s\u0000-\u001F\u007F]/.test(text) ? null : cleanLine(text, 200);
}
