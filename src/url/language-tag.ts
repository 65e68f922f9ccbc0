/** Languages of ISO 639-1 (Library of Congress, code list for language names). */
const languages = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu ' +
    'fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ' +
    'ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os ' +
    'pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ' +
    'ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** What lists use for a language besides its tag, mostly the code of a country. */
const usual = new Set(['cn', 'jp', 'ua', 'cz', 'gr', 'chs', 'cht', 'zhcn', 'zhtw', 'ptbr', 'fil']);

/** True for what names a language in the name of a file: a tag such as `pt`, `pt-BR` or `zh_Hans`, or a usual short form. */
export function isLanguageTag(text: string): boolean {
  const lower = text.toLowerCase();
  if (usual.has(lower)) return true;
  const [, language = ''] = /^([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?$/.exec(lower) ?? [];
  return languages.has(language);
}
