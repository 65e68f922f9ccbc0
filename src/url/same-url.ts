/**
 * True when two URLs are the same but for their fragment, the case of percent escapes, and escapes of letters, digits,
 * `-`, `.`, `_` and `~`, which mean the same without (RFC 3986, 6.2.2). One that does not parse is only equal to itself.
 */
export function sameUrl(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.hash = '';
  return url.href.replace(/%[\da-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}
