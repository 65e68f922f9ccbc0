import { UserError } from '../model/errors.js';
import type { PatternTest } from './regex-timeout.js';

/** Tells whether a name, a URL or a title is meant. */
export type Match = (text: string, test: PatternTest) => boolean;

const slashed = /^\/(.+)\/([a-z]*)$/s;

/** True for a regular expression between slashes, which may take long. */
export function isPattern(text: string): boolean {
  return slashed.test(text);
}

/**
 * Reads what a configuration calls entries, links and sections by: names, URLs, both with `*` for any characters, or regular
 * expressions between slashes. Case counts only in the latter. Null for none.
 * @param where begins the message of the UserError for a regular expression that is not valid
 */
export function matcherOf(patterns: unknown, where: (pattern: string) => string): Match | null {
  if (!Array.isArray(patterns) || patterns.length === 0) return null;
  const matches = patterns.map((pattern): Match => {
    const text = String(pattern);
    const written = slashed.exec(text);
    if (written === null) {
      const wanted = text.toLowerCase();
      const parts = wanted.split('*');
      return (tried) => tried.toLowerCase() === wanted || (parts.length > 1 && hasParts(tried.toLowerCase(), parts));
    }
    try {
      const regex = new RegExp(written[1] ?? '', (written[2] ?? '').replace(/[gy]/g, ''));
      return (tried, test) => test(regex, tried);
    } catch {
      throw new UserError(`${where(text)} is not a valid regular expression`);
    }
  });
  return (text, test) => matches.some((match) => match(text, test));
}

/** True where a text is the parts in their order, with anything between them. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= end;
}
