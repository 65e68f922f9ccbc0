/** Sentence ends of Latin, CJK, Indic, Arabic, Armenian, Ethiopic and Khmer text, and what may close behind them. */
const ended = /[.!?…。．｡！？।॥؟۔։።។]["'”’»›」』）)\]}》】*_`~]*$/u;
/** Scripts that end sentences with a space. */
const unended = /[\p{Script=Thai}\p{Script=Lao}]["'”’)]*$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]["'”’」』）)]*$/u;
const abbreviated = /(?:\b(?:etc|inc|ltd|co|corp|vs|no|al|jr|sr|st)|\b\p{L}|\.)\.$/iu;

/** True when a text ends as a sentence of its script does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return ended.test(text) || unended.test(text);
}

/** The full stop of the script that a text ends in. */
export function fullStop(text: string): string {
  return eastAsian.test(text) ? '。' : '.';
}

/** True when a text ends with a full stop that is no part of an abbreviation or an ellipsis. */
export function endsWithFullStop(text: string): boolean {
  return /[.。]$/.test(text) && !abbreviated.test(text);
}
