/** The form of a word that goes with a count: `link`, `links`; `is`, `are`. */
export function pluralForm(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** `1 link`, `2 links`. */
export function plural(count: number, one: string, many?: string): string {
  return `${count} ${pluralForm(count, one, many)}`;
}
