/** A pattern that JavaScript takes, as our options write it, or why there is none. */
export type Translated = { readonly pattern: string } | { readonly why: string };

/**
 * What the engines of Rust and Ruby know and JavaScript does not, or takes for something else without a word (docs.rs/regex,
 * "Syntax"; ECMA-262, Annex B.1.2 reads `\A` as the letter A).
 */
const strange: readonly (readonly [RegExp, string])[] = [
  [/\\[AzZGhRXQEK]/, 'it uses an escape that JavaScript does not have'],
  [/\\[xuU]\{/, 'it uses a braced character code'],
  [/\\[pP](?:\{|[A-Z])/, 'it uses a Unicode class'],
  [/\[\^?\[:|\[[^\]]*(?:&&|--|~~)/, 'it uses character class operators'],
  [/\(\?(?:[a-zA-Z]*-[a-zA-Z]+|[a-zA-Z]+:|>|#|P=|P>|R|\d)/, 'it uses flags or groups that JavaScript does not support'],
  [/[+*?}]\+/, 'it uses a possessive quantifier'],
];

/**
 * Translates a regular expression of Rust or Ruby. A repetition inside of a repetition is refused too: those engines try it in
 * linear time, and this one may try it for ever.
 */
export function translate(source: string): Translated {
  const [, flags = '', body = source] = /^\(\?([imsxU]+)\)(.*)$/s.exec(source) ?? [];
  if (/[xU]/.test(flags)) return { why: 'it uses the extended or ungreedy flag' };
  const bare = body.replace(/\(\?P</g, '(?<');
  if (bare.trim() === '' || /^\^?(?:\.[*+]\??)+\$?$/.test(bare)) return { why: 'it matches every link' };
  for (const [mark, why] of strange) if (mark.test(bare.replace(/\\\\/g, ''))) return { why };
  if (/[+*}]\??\)(?:[+*]|\{\d)/.test(bare)) return { why: 'it has nested quantifiers, which can be very slow' };
  try {
    new RegExp(bare, flags);
  } catch {
    return { why: 'JavaScript does not accept it' };
  }
  // A pattern between slashes is read with flags; one that only looks so is put into a group.
  if (flags !== '') return { pattern: `/${bare}/${flags}` };
  return { pattern: /^\/.+\/[dimsu]*$/s.test(bare) ? `(?:${bare})` : bare };
}

/** The pattern of a text that is meant letter by letter. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Translates many; what cannot be translated is reported with the reason. */
export function translateAll(sources: readonly string[]): {
  readonly patterns: readonly string[];
  readonly left: readonly string[];
} {
  const patterns: string[] = [];
  const left: string[] = [];
  for (const source of sources) {
    const result = source.length > 2000 ? { why: 'it is longer than 2,000 characters' } : translate(source);
    if ('pattern' in result) patterns.push(result.pattern);
    else left.push(`the pattern ${quoted(source)} was not imported: ${result.why}`);
  }
  return { patterns, left };
}

function quoted(source: string): string {
  const plain = source.replace(/[\p{C}\p{Zl}\p{Zp}`]+/gu, ' ');
  return `\`${plain.length > 60 ? `${[...plain].slice(0, 59).join('')}…` : plain}\``;
}
