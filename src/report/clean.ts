/** C0 and C1 controls, and characters that turn the direction of text (UAX #9): a terminal would obey them. */
const dangerous = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text from outside on one line, without what a terminal would obey. */
export function clean(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(dangerous, '');
}

/** The same, each character keeping its place, so that columns stay true. */
export function cleanInPlace(text: string): string {
  return text.replace(/\t/g, ' ').replace(dangerous, '\uFFFD');
}
