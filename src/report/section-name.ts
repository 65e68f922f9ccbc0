/** The title of a section; with those around it where another section has the same. `all` are the titles of each section, from the outside in. */
export function sectionName(titles: readonly string[], all: readonly (readonly string[])[]): string {
  const own = titles.at(-1) ?? '';
  return all.filter((other) => other.at(-1) === own).length > 1 ? titles.join(' › ') : own;
}
