/** Characters of one shingle: long enough that two pages share none by chance, short enough for a page of one line. */
const size = 8;
const most = 20_000;

/** Text without addresses, numbers and case: what differs between two answers to two paths that are not there. */
function essence(text: string): string {
  return text
    .slice(0, most)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !/^[\x21-\x7e]+$/.test(word) || !/[\d/\\]/.test(word))
    .join(' ')
    .replace(/[^\p{L}\p{M} ]+/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function shinglesOf(text: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + size <= text.length; at += 1) shingles.add(text.slice(at, at + size));
  return shingles;
}

/**
 * How alike the texts of two pages are, from 0 to 1 (Jaccard's measure over shingles of eight characters), without
 * addresses and numbers; 0 when one of them has no words, since nothing was compared. Reads 20,000 UTF-16 units of each.
 */
export function areSimilar(a: string, b: string): number {
  const [one, other] = [essence(a), essence(b)];
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const [left, right] = [shinglesOf(one), shinglesOf(other)];
  if (left.size === 0 || right.size === 0) return 0;
  let both = 0;
  for (const shingle of left) if (right.has(shingle)) both += 1;
  return both / (left.size + right.size - both);
}
