/** C0 and C1 controls, separators of lines, and characters that turn the direction of text (UAX #9): a terminal would obey them. */
const dangerous = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** Text from outside on one line, without what a terminal would obey. */
export function clean(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(dangerous, '');
}

/** The same, each character keeping its place, so that columns stay true. */
export function cleanInPlace(text: string): string {
  return text.replace(/\t/g, ' ').replace(dangerous, '\uFFFD');
}
