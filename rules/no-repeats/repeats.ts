/** Something repeated by mistake. */
export interface Repeat {
  readonly kind: 'word' | 'mark';
  readonly start: number;
  readonly end: number;
  /** With its repetition. */
  readonly text: string;
  /** What to write instead. */
  readonly once: string;
  /** False where the repetition may be intended. */
  readonly sure: boolean;
}

/** English words that stand twice in a row in no correct sentence, and that no language has as a keyword. */
const joining = new Set('an but its of than the their these through your'.split(' '));

/** After a preposition or another word the same word may be a keyword: `sugar for for loops`. */
const keywords = new Set(
  'and as at by case do else for from if in into is let not on or this to type use when while with'.split(' '),
);
const keywordUse =
  /^[\s-]+(?:block|branch|clause|command|comprehension|condition|expression|guard|keyword|loop|operator|pattern|quer(?:y|ie)|statement|syntax|trait)s?\b/i;

/** Words that are right twice, by language; where a language is not here words are not judged. */
const twice: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `had that is so very no do can who you it her in on out up by more many much far really long big bye blah ha hey ho knock go
     now there well yes please again never pom tom tic tap chop cha wow yo yum duran boo bang beep win wah dum tut aye
     pew poke click ping tick star stars foo bar baz what why ever over
     `
      .trim()
      .split(/\s+/),
  ),
  de: new Set('die der das den dem sie wer was immer nach bis sehr so ja nein viel ganz'.split(' ')),
  es: new Set('poco muy que casi luego se no ya si sí nos'.split(' ')),
  fr: new Set('nous vous très tout petit si non oui peu y'.split(' ')),
  it: new Set('piano via man mano poco molto appena quasi ci si tutto'.split(' ')),
  nl: new Set('die dat er ze zo heel op door en de'.split(' ')),
  pt: new Set('pouco muito que se não logo quase'.split(' ')),
};

const words =
  /(?<![\p{L}\p{M}\p{N}_@#/.:\\'’&+=<>$-])(\p{L}+)[ \t\n]+\1(?![\p{L}\p{M}\p{N}_@#/\\'’&+=>$-]|\.\p{L}|:\S)/giu;
/** Several exclamation or question marks are emphasis. */
const marks = /(?<=[\p{L}\p{N})\]"'”’」）])(?:(?<!\.)\.\.|,,|;;|。。|，，|、、)(?=[\s)\]"'”’」）\p{Script=Han}]|$)/gu;

/** Words and marks of a text that stand twice in a row; `lang` is a BCP 47 tag. */
export function repeatsIn(text: string, lang: string | null): readonly Repeat[] {
  const found: Repeat[] = [];
  for (const hit of /[.,;。，、]{2}/.test(text) ? text.matchAll(marks) : []) {
    const once = hit[0].charAt(0);
    // Code has `;;`, and an open range as `0..` or `a..`.
    const sure =
      once !== ';' &&
      !closesQuote.test(text.charAt(hit.index + hit[0].length)) &&
      !(once === '.' && /(?<!\p{L})[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, hit.index - 2), hit.index)));
    found.push({ kind: 'mark', start: hit.index, end: hit.index + hit[0].length, text: hit[0], once, sure });
  }
  const primary = (lang ?? 'en').split('-', 1)[0] ?? '';
  const allowed = twice[primary];
  for (const hit of allowed === undefined || !mayRepeat(text) ? [] : text.matchAll(words)) {
    const [whole, once = ''] = hit;
    const again = whole.slice(-once.length);
    const folded = once.toLowerCase();
    const end = hit.index + whole.length;
    // A capital on the second makes it a name, on both a title.
    if (again !== folded || allowed?.has(folded) || (once.length < 2 && folded !== 'a')) continue;
    // One of several pairs, as in `master slave, master master`.
    if (isPair(text, folded, hit.index, end)) continue;
    if (keywords.has(folded) && keywordUse.test(text.slice(end, end + 40))) continue;
    // In quotation marks of their own the words are what the sentence is about.
    const [left, right] = [text.charAt(hit.index - 1), text.charAt(end)];
    if (opensQuote.test(left) && closesQuote.test(right)) continue;
    const isRow = wordBefore(text, hit.index) === folded || wordAfter(text, end) === folded;
    const sure =
      primary === 'en' &&
      joining.has(folded) &&
      !isRow &&
      !isQuoted(text, hit.index, end) &&
      !isMention(text, hit.index, end) &&
      (!foreign.has(folded) || english.test(text.slice(0, hit.index) + text.slice(end)));
    found.push({ kind: 'word', start: hit.index, end, text: whole, once, sure });
  }
  return found.sort((a, b) => a.start - b.start);
}

const opensQuote = /["'“”‘’„‚«»‹›「『《〈(（[]/u;
const closesQuote = /["'“”‘’«»‹›」』》〉)）\]]/u;

/** English words that other languages have as well, and words that show a text to be English. */
const foreign = new Set('an of'.split(' '));
const english =
  /(?<![\p{L}\p{N}])(?:a|the|and|for|with|is|are|to|from|that|you|your|it|by|this|these|which|using|based|makes?|library|tools?|lists?|collection|simple|written|all|into)(?![\p{L}\p{N}])/iu;

/** True inside of a quotation, which is repeated to the letter. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  const isOdd = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return (
    (isOdd && after.includes('"')) ||
    (/[“„«「『‹][^”“»」』›]*$/u.test(before) && /^[^“„«「『‹]*[”“»」』›]/u.test(after))
  );
}

/** True where the sentence speaks of words: `such as the the`, `finds doubled words like the the`. */
function isMention(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - 80), start)} ${text.slice(end, end + 60)}`;
  return (
    /\b(?:such as|like|e\.\s?g\.,?|called|named|i\.\s?e\.,?|namely|say|band|word)[\s:]*$/i.test(
      text.slice(Math.max(0, start - 20), start),
    ) || /\b(?:repeat(?:ed|s|ing)?|repetitions?|duplicat\w*|doubl(?:ed?|es|ing)|redundant|typos?|twice)\b/i.test(around)
  );
}

/** True where the same word begins or ends the pair before or after it in an enumeration. */
function isPair(text: string, word: string, start: number, end: number): boolean {
  const before = /(?:^|[\s(])([\p{L}-]+)[ \t]+([\p{L}-]+)\s*(?:,|\/|\band\b|\bor\b|\bvs\.?)\s*$/iu.exec(
    text.slice(Math.max(0, start - 80), start),
  );
  const after = /^\s*(?:,|\/|and\b|or\b|vs\b\.?)\s*([\p{L}-]+)[ \t]+([\p{L}-]+)/iu.exec(text.slice(end, end + 80));
  return [before, after].some((pair) => pair?.slice(1).some((each) => each.toLowerCase() === word) === true);
}

function wordBefore(text: string, at: number): string | undefined {
  return /(\p{L}+)[ \t\n]+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1]?.toLowerCase();
}

function wordAfter(text: string, at: number): string | undefined {
  return /^[ \t\n]+(\p{L}+)/u.exec(text.slice(at, at + 40))?.[1]?.toLowerCase();
}

/** A quick look that lets nearly all texts go: whether a word begins or ends as an adjacent one. */
function mayRepeat(text: string): boolean {
  const words = text.toLowerCase().split(/[ \t\n]+/);
  return words.some((word, index) => {
    const next = words[index + 1];
    if (next === undefined || word === '') return false;
    const bare = /^[\p{L}\p{N}]/u.test(word) ? word : word.replace(/^[^\p{L}\p{N}]+/u, '');
    return bare !== '' && (next.startsWith(bare) || bare.endsWith(next));
  });
}
