/** Last words of a kind in parentheses: "(Book)", "(Official Tour)", "(Video Course)". Singular and plural count alike. */
const kinds = new Set(
  (
    'article audiobook blog book bootcamp challenge channel cheatsheet class codelab course demo doc documentation ebook essay ' +
    'example exercise forum game guide handbook interactive journal lab lecture lesson library magazine manual newsletter note ' +
    'paper pdf playlist podcast post practice presentation primer quiz reference repo repository roadmap sandbox screencast ' +
    'series site slide slideshow spec specification talk tool tour track training tutorial video walkthrough webinar website ' +
    'whitepaper wiki workbook workshop youtube'
  ).split(' '),
);

/** Splits a trailing kind off a name; null when the parenthesis at its end says something else. */
export function splitKind(name: string): { readonly name: string; readonly kind: string } | null {
  const match = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/su.exec(name);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const kind = match[2].trim();
  return isKind(kind) ? { name: match[1], kind } : null;
}

/** True when the last word of a text is a kind. */
export function isKind(text: string): boolean {
  const last = /[\p{L}\p{N}]+$/u.exec(text.trim())?.[0]?.toLowerCase();
  if (last === undefined) return false;
  return kinds.has(last) || kinds.has(last.replace(/s$/, '')) || kinds.has(last.replace(/ies$/, 'y'));
}
