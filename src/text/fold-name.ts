/** A name without case, punctuation and spaces, for comparing. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True for two names of which one contains the other, or that share half of their pairs of letters. */
export function areRelated(a: string, b: string): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  return one === '' || other === '' || one.includes(other) || other.includes(one) || similarity(a, b) >= 0.5;
}

/** The share of pairs of letters that two names have in common, from 0 to 1 (Dice). */
export function similarity(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const [one, other] = [pairs(foldName(a)), pairs(foldName(b))];
  const known = new Set(one);
  return one.length + other.length === 0
    ? 0
    : (2 * other.filter((pair) => known.has(pair)).length) / (one.length + other.length);
}

/** A name folded with the signs that tell it from another: `C` from `C++`, `C#` and `A+`, `Net` from `.NET`. */
export function foldSignedName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/(?<![\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '#')
    .replace(/(?<![\p{L}\p{N}+#*])[+#*]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/[^\p{L}\p{N}+#*]+/gu, '');
}

/** True for two names that are surely of one thing: of the same words, or one has all the words of the other, or most letters. */
export function areSurelyRelated(a: string, b: string): boolean {
  const [one = [], other = []] = [a, b].map(wordsOf);
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0 || !sameSigns(a, b)) return false;
  if (fewer.every((word) => more.some((each) => each === word || isPlural(each, word) || isPlural(word, each))))
    return fewer.length === more.length || fewer.join('').length > 2;
  // One word in place of another may be anything: `Java` and `JavaScript`.
  return (more.length > 1 || /[^\p{Script=Latin}\p{N}]/u.test(more.join(''))) && similarity(a, b) >= 0.5;
}

function isPlural(longer: string, word: string): boolean {
  return word.length > 3 && (longer === `${word}s` || longer === `${word}es`);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s/,()[\]&|:–—-]+/u).flatMap((word) => foldSignedName(word) || []);
}

/** Whether the words that a sign is part of, as in `C++`, are in both names. */
function sameSigns(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    wordsOf(text)
      .filter((word) => /\p{L}[+#*]|[+#*]\p{L}/u.test(word))
      .sort()
      .join(' '),
  );
  return one === other;
}
