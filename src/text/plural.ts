/** The form of a word that goes with a count: `link`, `links`; `is`, `are`. */
export function pluralForm(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** A count as people read it: `999`, `1,000`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 link`, `2 links`, `1,000 links`. */
export function plural(count: number, one: string, many?: string): string {
  return `${countText(count)} ${pluralForm(count, one, many)}`;
}
