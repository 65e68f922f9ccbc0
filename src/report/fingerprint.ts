import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.js';
import type { ReportedList } from '../model/report.js';

/** A place is known by at most so many UTF-16 units. */
const longest = 2000;

/**
 * A hexadecimal SHA-256 for each finding, all different, which stays when the lines around the place move: of the rule, the
 * path, and the text of the line or lines where the place is; equal ones are numbered in the order of the findings.
 * Without the text of the list the address or the message represents it.
 */
export function fingerprintsOf(findings: readonly Finding[], lists: readonly ReportedList[]): readonly string[] {
  const texts = new Map(lists.map(({ path, text }) => [path, text]));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, path } = finding;
    const key = JSON.stringify([rule, path, placeText(finding, texts.get(path))]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash('sha256').update(`${ordinal} ${key}`).digest('hex');
  });
}

/** A single letter is in a list a hundred times, its line once: so the line tells more. */
function placeText({ start, end, url, message }: Finding, text: string | undefined): string {
  if (text === undefined) return url ?? message;
  const from = Math.max(0, start.offset - (start.column - 1));
  let to = Math.max(from, end.offset);
  while (to < text.length && to < from + longest && text[to] !== '\n' && text[to] !== '\r') to += 1;
  return text
    .slice(from, Math.min(to, from + longest))
    .replace(/\s+/g, ' ')
    .trim();
}
