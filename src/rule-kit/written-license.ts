import type { Entry, List } from '../model/list.js';
import { licenseIds } from '../text/license.js';

/**
 * The license that an entry shows: its field `license`, where the configuration gives the format of entries, else an SPDX
 * expression after its description, as code or in parentheses. Null for none.
 */
export function writtenLicense(list: List, entry: Entry): string | null {
  if (entry.fields !== null) return entry.fields.license?.map(({ value }) => value).join(' OR ') || null;
  const from = entry.body?.position.start.offset ?? entry.label.end.offset;
  const to = entry.children[0]?.position.start.offset ?? entry.position.end.offset;
  // A license is at the end; what is before may be long.
  const text = list.text.slice(Math.max(from, to - 500), to);
  const found = [...text.matchAll(/`([^`\n]{2,60})`|\(([^()\n]{2,60})\)/g)].map((match) => match[1] ?? match[2] ?? '');
  return found.findLast((each) => isLicense(each)) ?? null;
}

/** Words such as `Go`, `Intel` or `Ruby` are ids of licenses and more often something else. */
const ambiguous = new Set([
  'ruby',
  'intel',
  'vim',
  'python-2.0',
  'fair',
  'jam',
  'nokia',
  'w3c',
  'x11',
  'zed',
  'glide',
  'sax-pd',
  'mup',
  'newsletr',
]);

function isLicense(text: string): boolean {
  return !ambiguous.has(text.toLowerCase()) && licenseIds(text) !== null;
}
