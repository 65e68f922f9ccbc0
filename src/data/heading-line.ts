/** The level of a Markdown heading: by its `#` signs, or by the line below it. */
export function headingDepth(markdown: string): number {
  const signs = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(markdown)?.[1];
  if (signs !== undefined) return signs.length;
  return /(?:\r\n|\r|\n) {0,3}=+[ \t]*$/.test(markdown) ? 1 : 2;
}
