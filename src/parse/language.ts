/** How much of a text is looked at: enough to tell, and no more. */
const sampleLength = 60_000;

/** Scripts that tell the language, each with how many Latin letters one of its letters weighs. */
const scripts: readonly (readonly [lang: string, letters: RegExp, weight: number])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 8],
  ['zh', /\p{Script=Han}/gu, 4],
  ['ko', /\p{Script=Hangul}/gu, 3],
  ['ar', /\p{Script=Arabic}/gu, 2],
  ['he', /\p{Script=Hebrew}/gu, 2],
  ['hi', /\p{Script=Devanagari}/gu, 2],
  ['th', /\p{Script=Thai}/gu, 2],
  ['el', /\p{Script=Greek}/gu, 2],
];

/** Languages in Latin and Cyrillic letters that are distinguished, by their ISO 639-3 code. */
const spoken: Readonly<Record<string, string>> = {
  ...{ eng: 'en', deu: 'de', fra: 'fr', spa: 'es', por: 'pt', ita: 'it', nld: 'nl', pol: 'pl', ces: 'cs', swe: 'sv' },
  ...{ tur: 'tr', ind: 'id', vie: 'vi', ron: 'ro', hun: 'hu', rus: 'ru', ukr: 'uk', bul: 'bg', srp: 'sr' },
};

/** Words that stand in every English text. */
const english = new Set('a an and are as by for from in is of on or that the to with you your'.split(' '));

/** Tells the language that a list is written in, as a BCP 47 tag; null when it does not tell. Names and addresses are in any language. */
export async function detectLanguage(text: string): Promise<string | null> {
  const prose = text
    .slice(0, sampleLength)
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|<[^<>]*>|\]\([^()]*\)|https?:\/\/\S+/g, ' ');
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const weights = scripts.map(([lang, letters, weight]) => ({
    lang,
    weight: (prose.match(letters)?.length ?? 0) * weight,
  }));
  const best = weights.reduce((one, other) => (other.weight > one.weight ? other : one));
  if (best.weight > latin) return best.lang === 'ar' && /[پچژگی]/u.test(prose) ? 'fa' : best.lang;
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 20) return null;
  if (words.filter((word) => english.has(word)).length > words.length * 0.08) return 'en';
  const { francAll } = await import('franc-min');
  const [first] = francAll(words.join(' '), { only: Object.keys(spoken) });
  return first === undefined ? null : (spoken[first[0]] ?? null);
}
