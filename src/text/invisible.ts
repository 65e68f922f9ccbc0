const names: Readonly<Record<number, string>> = {
  ...{ 160: 'no-break space', 173: 'soft hyphen', 5760: 'Ogham space mark', 8199: 'figure space' },
  ...{ 8194: 'en space', 8195: 'em space', 8201: 'thin space', 8202: 'hair space', 8203: 'zero-width space' },
  ...{ 8204: 'zero-width non-joiner', 8205: 'zero-width joiner', 8206: 'left-to-right mark' },
  ...{ 8207: 'right-to-left mark', 8239: 'narrow no-break space', 8287: 'mathematical space' },
  ...{ 8288: 'word joiner', 12288: 'ideographic space', 65039: 'variation selector', 65279: 'byte order mark' },
};

const unseen = /[\u00A0\u00AD\u1680\u2000-\u200F\u202A-\u202F\u205F\u2060\u2066-\u2069\u3000\uFEFF]|\uFE0F/g;

/** Code point and name of an invisible character, or of a space other than the regular one: `U+00A0 (no-break space)`. */
export function invisibleName(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const isBidi = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  const name = names[code] ?? (isBidi ? 'direction mark' : 'space of another width');
  return `${number} (${name})`;
}

/**
 * What a reader cannot see of the difference between two quoted texts, to follow the second: `, which contains U+FE0F (variation
 * selector)` or `, without U+200B (zero-width space)`; empty where neither has such a character that the other lacks.
 */
export function invisibleDifference(found: string, expected: string): string {
  const added = missingFrom(found, expected);
  const removed = missingFrom(expected, found);
  if (added !== '') return `, which contains ${added}`;
  return removed === '' ? '' : `, without ${removed}`;
}

/** The names of such characters of one text that another does not have. */
function missingFrom(other: string, text: string): string {
  const lost = new Set(text.match(unseen)?.filter((character) => !other.includes(character)));
  return [...lost].map((character) => invisibleName(character.charCodeAt(0))).join(' and ');
}
