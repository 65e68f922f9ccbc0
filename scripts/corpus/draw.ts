import type { Checked } from './lint.js';

/** Draws findings, each with the line it is on; the same seed draws the same. */
export function drawFrom(checked: readonly Checked[], count: number, seed: number): readonly string[] {
  const all = checked.flatMap(({ path, text, findings }) => {
    const lines = text.split(/\r\n|\n|\r/);
    return findings.map(({ rule, severity, message, start, places }) => {
      const many = places === null ? '' : ` (+${places.length} places)`;
      return `${path}:${start.line}:${start.column} ${severity} ${rule}: ${message}${many}\n      | ${(lines[start.line - 1] ?? '').slice(0, 200)}`;
    });
  });
  const random = generator(seed);
  for (let index = all.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [all[index], all[other]] = [all[other] ?? '', all[index] ?? ''];
  }
  return all.slice(0, count).map((line, index) => `${String(index + 1).padStart(4)}  ${line}`);
}

/** A small generator of even numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
