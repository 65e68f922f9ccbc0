import { Lexer } from 'yaml';

/** Levels of YAML that are read. Deeper text is refused: where the stack of the parser ends, the process may end. */
export const deepestYaml = 100;

/** The offset where brackets, marks of a line, or spaces before it are nested too deeply; null where they are not. */
export function tooDeepAt(text: string): number | null {
  const indented = new RegExp(`^ {${deepestYaml * 10}}`, 'm').exec(text);
  if (indented !== null) return indented.index;
  let [at, brackets, marks] = [0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && /^[-?:]$/.test(token)) marks++;
    else if (/[\r\n]/.test(token)) marks = 0;
    if (brackets > deepestYaml || marks > deepestYaml) return Math.min(at, text.length);
    // Marks of the lexer itself are not in the text.
    if (!/^[\u0002\u0018\u001f\ufeff]/.test(token)) at += token.length;
  }
  return null;
}
