/** Sentence ends of Latin, CJK, Indic, Arabic, Armenian, Ethiopic and Khmer text. */
const marks = '.!?…。．｡！？।॥؟۔։።។‼⁇⁈⁉‽⸮᠃᙮︒';
/** What may follow them: what closes, and emoji of all kinds. No sign is of two kinds, so that there is one way to read each text. */
const closers = '["\'”’»›」』）)\\]}》】*_~]';
const emoji =
  '[\\p{So}\\p{Sk}\\p{M}\\u200d\\ufe30-\\ufe4f]|:[a-z][a-z0-9_+-]{0,40}:|[:;]-?[()]|[(（][^\\p{L}\\p{N}()（）]{2,20}[)）]';
const ended = new RegExp(`[${marks}](?:${closers}|\\s*(?:${emoji}))*$`, 'iu');
/** Scripts that end sentences with a space. */
const unended = /[\p{Script=Thai}\p{Script=Lao}]["'”’)]*$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const abbreviated = /(?:\b(?:etc|inc|ltd|co|corp|vs|no|al|jr|sr|st)|\b\p{L}|\.)\.$/iu;

/** Tags in brackets or capitals that follow the end of a sentence. */
const tags = /(?<=[.!?…。！？]["'”’»)]*)\s*(?:(?:\s*\[[^[\]]*\])+|\p{Lu}{2,})$/u;

/** An emoticon, an asterisk or other signs after the end of a sentence. */
const signs = /(?<=[.!?…。！？]["'”’»)]*)\s+[^\p{L}\p{N}"'“”‘’«»]{1,20}$/u;

/** How a text ends is detected by so many UTF-16 units: a pattern with `$` is tried at every place of a long one. */
const tailLength = 300;

/** True when a text ends as a sentence of its script does; closing quotes and brackets, emoji, tags and marks of direction may follow. */
export function endsSentence(text: string): boolean {
  return hasEndMark(endOf(text).replace(tags, '').replace(signs, ''));
}

/** The same, but neither tags nor other signs may follow. */
export function hasEndMark(text: string): boolean {
  const end = endOf(text);
  return ended.test(end) || unended.test(end);
}

function endOf(text: string): string {
  return text.slice(-tailLength).replace(/(?<![\s\u200e\u200f])[\s\u200e\u200f]+$/, '');
}

/** Scripts with a period of their own, by the last letter of a text; Urdu by letters that Arabic and Persian do not have. */
const periods: readonly (readonly [last: RegExp, period: string])[] = [
  [/[\p{Script=Devanagari}\p{Script=Bengali}]\P{L}*$/u, '।'],
  [/\p{Script=Armenian}\P{L}*$/u, '։'],
  [/\p{Script=Ethiopic}\P{L}*$/u, '።'],
  [/\p{Script=Khmer}\P{L}*$/u, '។'],
  [/\p{Script=Myanmar}\P{L}*$/u, '။'],
  [/[ٹڈڑںےھ].*\p{Script=Arabic}\P{L}*$|ے\P{L}*$/su, '۔'],
];

/** The period of the script that most of a text is in; a character of Chinese or Japanese counts as two letters. */
export function fullStop(text: string): string {
  const dense = text.match(eastAsian)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (dense * 3 > letters) return '。';
  const end = text.slice(-tailLength);
  return periods.find(([last]) => last.test(end))?.[1] ?? '.';
}

/** True when a text ends with a period that is no part of an abbreviation or an ellipsis. */
export function endsWithFullStop(text: string): boolean {
  return /[.。]$/.test(text) && !abbreviated.test(text);
}
