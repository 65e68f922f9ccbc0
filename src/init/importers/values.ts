import type { Imported } from './importer.js';

const units: Readonly<Record<string, string>> = {
  ...{ ms: 'ms', msec: 'ms', msecs: 'ms', millisecond: 'ms', milliseconds: 'ms' },
  ...{ s: 's', sec: 's', secs: 's', second: 's', seconds: 's' },
  ...{ m: 'm', min: 'm', mins: 'm', minute: 'm', minutes: 'm' },
  ...{ h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', d: 'd', day: 'd', days: 'd' },
};

/**
 * A time as our options write it, from a number of `unit`s or from a text such as `20s`, `1 minute` or `2w` (npmjs.com/package/ms;
 * docs.rs/humantime). Null for anything else.
 */
export function readDurationValue(value: unknown, unit: 'ms' | 's'): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 && value < 1e9 ? `${value}${unit}` : null;
  const [, amount = '', word = ''] =
    typeof value === 'string' ? (/^\s*(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]*)\s*$/i.exec(value) ?? []) : [];
  if (amount === '' || Number(amount) === 0) return null;
  if (/^w(?:eeks?)?$/i.test(word)) return `${Number(amount) * 7}d`;
  const known = word === '' ? unit : Object.hasOwn(units, word.toLowerCase()) ? units[word.toLowerCase()] : undefined;
  return known === undefined ? null : `${Number(amount)}${known}`;
}

/** A whole number from `least` to a million; null for anything else. */
export function count(value: unknown, least: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 1_000_000 ? value : null;
}

/**
 * Status codes that count as alive: numbers and ranges, as lychee writes them (`200..=204` with its end, `200..205` without,
 * `..=204` from 100). 2xx is alive in any case, and redirects are followed to their end. Null for what are no codes.
 */
export function codes(value: unknown): Imported | null {
  const parts = (Array.isArray(value) ? value.slice(0, 1000) : [value]).flatMap((each: unknown) =>
    typeof each === 'string' ? each.split(',') : [each],
  );
  const extra: string[] = [];
  let redirects = false;
  for (const part of parts) {
    const range = rangeOf(part);
    if (range === null) return null;
    const [from, to] = range;
    if (to < 200 || (from >= 200 && to <= 299)) continue;
    if (from < 400 && to >= 300) redirects = true;
    if (to < 400) continue;
    const start = Math.max(from, 400);
    extra.push(start === to ? `${to}` : `${start}..${to}`);
  }
  const left = redirects ? ['redirects are always followed, and the final response is judged'] : [];
  const accept = ['200..299', ...new Set(extra)].join(',');
  return { ...(extra.length === 0 ? {} : { settings: { accept } }), left };
}

function rangeOf(part: unknown): readonly [number, number] | null {
  if (typeof part === 'number') return Number.isInteger(part) && part >= 100 && part <= 999 ? [part, part] : null;
  if (typeof part !== 'string') return null;
  const [whole, first = '', dots = '', second = ''] = /^\s*(\d{3})?(\.\.=?)?(\d{3})?\s*$/.exec(part) ?? [];
  if (whole === undefined || (first === '' && second === '')) return null;
  const from = first === '' ? 100 : Number(first);
  const to = dots === '' ? from : second === '' ? 999 : Number(second) - (dots === '..' ? 1 : 0);
  return from < 100 || from > to ? null : [from, to];
}
