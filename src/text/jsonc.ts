/** Tokens of JSON that matter here; one without an end goes on to the end of the text, so that a hostile text is read once. */
const tokens = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const stringOrComma = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|,(?=\s*[}\]])/g;

/** Parses JSON with comments and trailing commas, as editors allow it (JSONC). Throws the SyntaxError of JSON.parse; its positions are those of the text. */
export function parseJsonc(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    // Most files are plain JSON.
    return JSON.parse(bare);
  } catch {
    return JSON.parse(plainJson(bare));
  }
}

/** Replaces comments and trailing commas by spaces; line breaks stay. */
function plainJson(text: string): string {
  const spaces = (token: string): string => token.replace(/[^\n\r]/g, ' ');
  const uncommented = text.replace(tokens, (token) => (token.startsWith('"') ? token : spaces(token)));
  return uncommented.replace(stringOrComma, (token) => (token === ',' ? ' ' : token));
}
