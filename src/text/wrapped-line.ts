/**
 * How sure it is that a line, without its indentation, goes on with the sentence above it: `yes` for words, `perhaps` for a
 * quotation, code, emphasis, brackets, a link or a figure before more words, `no` for all that may begin something of its own.
 */
export function continuesSentence(line: string): 'yes' | 'perhaps' | 'no' {
  if (ownStart.test(line)) return 'no';
  if (
    /^(?:\p{L}[\p{L}\p{M}'’-]|(?![ovx])\p{L}(?:$|[ \t]+[\p{Ll}\p{Lo}])|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu.test(
      line,
    )
  )
    return 'yes';
  return openedWords.test(line) ? 'perhaps' : 'no';
}

/** A letter or number as a marker, a URL, a label such as `Price: 9`, or a row of a table. */
const ownStart =
  /^[\u3131-\u318Eー\p{Extended_Pictographic}]|^\(?(?:\p{L}|[ivxlcdm]{2,5}|[一二三四五六七八九十百]{1,4})[.)．）]|^[一二三四五六七八九十百]{1,4}、|^(?:https?:|www\.)|^[*_]*[\p{L}\p{N}][\p{L}\p{M}\p{N} \t_-]{0,40}[*_]*[:：]|\|/iu;

const openedWords =
  /^(?:["'`“‘«„(]+\p{L}|[*_]{1,3}\p{L}|\p{L}[ \t]+[\p{L}[]|\d+[ \t]+\p{Ll}|[*_]*\[[^[\]\n]*\]\([^()\s]*\)[*_]*(?:[,.;]|[ \t]+\p{Ll}))/u;
