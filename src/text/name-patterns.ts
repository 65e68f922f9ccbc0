import { UserError } from '../model/errors.js';
import type { PatternTest } from './regex-timeout.js';

/** Tells whether a name matches; `test` runs regular expressions under a time limit. */
export type NameMatch = (text: string, test: PatternTest) => boolean;

const slashed = /^\/(.+)\/([a-z]*)$/s;

/** True for a pattern written as `/regular expression/`. */
export function isRegex(pattern: unknown): boolean {
  return slashed.test(String(pattern));
}

/** A match of names as written, whatever their case, and of `/patterns/`; null for none. Throws a UserError for a pattern that is not valid. */
export function nameMatcher(patterns: unknown, rule: string): NameMatch | null {
  if (!Array.isArray(patterns) || patterns.length === 0) return null;
  const matches = patterns.map((pattern): NameMatch => {
    const written = slashed.exec(String(pattern));
    if (written === null) {
      const wanted = String(pattern).toLowerCase();
      return (text) => text.toLowerCase() === wanted;
    }
    try {
      const regex = new RegExp(written[1] ?? '', (written[2] ?? '').replace(/[gy]/g, ''));
      return (text, test) => test(regex, text);
    } catch {
      throw new UserError(`${pattern} in the options of the rule ${rule} is not a valid regular expression`);
    }
  });
  return (text, test) => matches.some((match) => match(text, test));
}
