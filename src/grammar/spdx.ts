import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import ids from 'spdx-license-ids/index.json' with { type: 'json' };

const known: ReadonlySet<string> = new Set([...ids, ...deprecated].map((id) => id.toLowerCase()));
const spelled: ReadonlyMap<string, string> = new Map([...deprecated, ...ids].map((id) => [id.toLowerCase(), id]));

/** True for an SPDX license identifier, in any case, and for several joined by `OR`, `AND`, `WITH`, `/` or a comma (SPDX 2.3, annex D). */
export function isLicense(text: string): boolean {
  if (text.length > 300) return false;
  const parts = text.replace(/[()]/g, ' ').split(/\s+(?:or|and)\s+|\s*[/,]\s*/i);
  return parts.every((part) => {
    const [id = '', ...exception] = part.trim().split(/\s+with\s+/i);
    return exception.length <= 1 && (known.has(id.toLowerCase()) || known.has(id.replace(/\+$/, '').toLowerCase()));
  });
}

/** A license identifier as SPDX spells it; null for a text that is none. */
export function licenseSpelling(text: string): string | null {
  return spelled.get(text.toLowerCase()) ?? null;
}
