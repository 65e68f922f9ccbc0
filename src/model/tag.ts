/** Licences as lists abbreviate them, alone or first of several. */
const licence =
  /^(?:(?:old|new|modified|simplified|own|dual) )?(?:[al]?gpl|mit|bsd|apache|mpl|isc|zlib|boost|bsl|cc0?|wtfpl|unlicen[cs]e|public ?domain|epl|artistic|ms-?pl|ofl|eupl|mulan)(?![a-z])/i;
/** Words that mark what a thing costs, or what it is. */
const words = /^(?:free|paid|open[ -]source|proprietary|commercial|crate|pdf|epub|video|book|course|new|archived)\b/i;

/** True for what stands in square brackets as a tag and never was a link: licences, prices, marks, alerts, footnotes, check boxes. */
export function isTag(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 2 || /^[!^]|^[\d\p{P}\p{S}]+$/u.test(trimmed) || licence.test(trimmed) || words.test(trimmed);
}
