/** A line that YAML may have in front matter: a key, a sequence as a key, a comment, an item of a list, a closing bracket, the start of another document, or what an earlier line continues. */
const yamlLine =
  /^(?:(?:[^\s:#>|*`[\]{}!&%@,-]|[-:](?=\S))(?:[^:]|:(?=\S))*:(?:\s.*)?|["'][^"']*["']\s*:.*|\[[^\]]*\]:(?:\s.*)?|[ \t]+.*|#.*|-(?:\s.*)?|---(?:[ \t].*)?|[\]}].*|\s*)$/s;
const yamlKey = /^["']?(?:[^\s:#>|*`[\]{}!&%@,-]|[-:](?=\S))(?:[^:]|:(?=\S))*:(?:\s|$)/;
const tomlKey = /^\s*(?:[\w."'-]+\s*=|\[{1,2}[^\]]+\]{1,2}\s*$)/;
/** Front matter is short; a rule across a whole list is not searched to its end. */
const longest = 100_000;

/**
 * The offset after the front matter that a text begins with, its last line ending included; null for none. YAML is between two lines
 * of `---` (the second may be `...`), TOML between two of `+++`, as Jekyll, Hugo and GitHub read it. What is between two such lines
 * and is not YAML is Markdown between two thematic breaks.
 */
export function frontMatterEnd(text: string): number | null {
  const fence = /^(---|\+\+\+)(?:[ \t\r]*\n|[ \t]*(\r))/.exec(text);
  if (fence?.[1] === undefined) return null;
  const isYaml = fence[1] === '---';
  let hasKey = false;
  let hasEnded = false;
  // A carriage return amid lines that end otherwise is a character of its line.
  const line = fence[2] === '\r' ? /([^\r]*)(\r|$)/y : /([^\n]*?)(\r?\n|$)/y;
  line.lastIndex = fence[0].length;
  while (line.lastIndex < Math.min(text.length, longest)) {
    const written = (line.exec(text)?.[1] ?? '').replace(/^\r+/, '');
    const bare = written.trimEnd();
    if (bare === fence[1] || (isYaml && bare === '...')) return hasKey ? line.lastIndex : null;
    // A byte order mark is not part of a key, though `\s` matches it; with one before it, a fence is the start of another document.
    const words = written.replace(/^\uFEFF+/, '');
    // Before the first key there is nothing that an indented line could go on with.
    if (isYaml && !hasEnded && !yamlLine.test(hasKey ? words : words.trimStart())) return null;
    // Only the first document is read, whatever is in another one.
    hasEnded ||= isYaml && hasKey && /^---[ \t]/.test(words);
    hasKey ||= (isYaml ? yamlKey : tomlKey).test(words);
  }
  return null;
}
