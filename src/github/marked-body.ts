/** Characters that GitHub takes in a comment or an issue. */
export const longestBody = 65_536;

const notice = '\n\n…';

/** The hidden mark that tells our texts; the key keeps only letters, digits, `.`, `_` and `-`. */
export function markerOf(kind: string, key: string): string {
  return `<!-- listwright:${kind}:${key.replace(/[^\w.-]/g, '-').slice(0, 100)} -->`;
}

/** The marker and the body; a body that is too long is cut at the end of a line as a last resort. */
export function marked(marker: string, body: string): { readonly text: string; readonly cut: boolean } {
  const text = `${marker}\n${body}`;
  if (text.length <= longestBody) return { text, cut: false };
  const part = text.slice(0, longestBody - notice.length);
  const line = part.lastIndexOf('\n');
  const kept = line > marker.length ? part.slice(0, line) : part.replace(/[\uD800-\uDBFF]$/, '');
  return { text: kept + notice, cut: true };
}

/** True for a text that begins with the marker; one further in may stand in a quotation. */
export function hasMarker(marker: string, body: string | null | undefined): boolean {
  return body?.startsWith(marker) ?? false;
}

/** Equal but for the line ends that GitHub may have changed. */
export function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}
