/**
 * Replaces the HTML comments of a text; one that is not closed is left. In linear time: `/<!--.*?-->/` looks through all that
 * follows for each `<!--` that nothing closes.
 */
export function replaceComments(text: string, by: (comment: string) => string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return result + text.slice(at);
    result += text.slice(at, start) + by(text.slice(start, end + 3));
    at = end + 3;
  }
}
