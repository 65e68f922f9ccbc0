import parse from 'spdx-expression-parse';
import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import ids from 'spdx-license-ids/index.json' with { type: 'json' };
import { didYouMean } from './did-you-mean.js';
import { fsfApproved } from './fsf-licenses.js';
import { osiApproved } from './osi-licenses.js';

/** The most characters of an expression that a person writes. */
const longest = 200;

type Expression = ReturnType<typeof parse>;

/** Reads an SPDX license expression, `A/B` for `A OR B` as older Cargo manifests have it; null for any other text. */
function expressionOf(text: string): Expression | null {
  if (text.length > longest) return null;
  try {
    return parse(text.trim().replace(/\s*\/\s*/g, ' OR '));
  } catch {
    return null;
  }
}

/** The ids in an SPDX license expression; null for any other text. `NONE` and `NOASSERTION` are not ids. */
export function licenseIds(text: string): readonly string[] | null {
  const expression = expressionOf(text);
  return expression === null ? null : idsIn(expression);
}

/** An SPDX id as SPDX spells it, from a text in any case; null for none. */
export function licenseId(text: string): string | null {
  const lower = text.toLowerCase();
  return [...ids, ...deprecated].find((id) => id.toLowerCase() === lower) ?? null;
}

/** ` (did you mean "MIT"?)` for a text that is near to an SPDX id; empty for any other. */
export function nearestLicense(text: string): string {
  return didYouMean(text, ids);
}

/** Names for all licenses that an organization approves. */
const approvals = ['osi', 'fsf'];

/** True for what `isAllowed` knows: an SPDX id, in any case and with or without `+`, `osi` and `fsf`. */
export function canBeAllowed(text: string): boolean {
  return approvals.includes(text.toLowerCase()) || licenseId(text.replace(/\+$/, '')) !== null;
}

/** ` (did you mean "MIT"?)` for what `canBeAllowed` does not know. */
export function nearestAllowed(text: string): string {
  return didYouMean(text, [...approvals, ...ids]);
}

function idsIn(expression: Expression): readonly string[] {
  return 'license' in expression ? [expression.license] : [...idsIn(expression.left), ...idsIn(expression.right)];
}

/**
 * True where a license may be used under what is allowed: SPDX ids, `osi` and `fsf` for all that these approve. Of licenses
 * joined by OR one suffices, of those joined by AND each has to be. Null for any other text.
 */
export function isAllowed(text: string, allowed: readonly string[]): boolean | null {
  const expression = expressionOf(text);
  if (expression === null) return null;
  const ids = new Set(allowed.map(plainId));
  const isOne = (id: string): boolean =>
    ids.has(plainId(id)) || (ids.has('osi') && osiApproved.has(id)) || (ids.has('fsf') && fsfApproved.has(id));
  const holds = (each: Expression): boolean => {
    if ('license' in each) return isOne(each.license);
    return each.conjunction === 'or' ? holds(each.left) || holds(each.right) : holds(each.left) && holds(each.right);
  };
  return holds(expression);
}

/** True where two licenses have an id in common; null where one of them is not an SPDX expression. */
export function sharesLicense(one: string, other: string): boolean | null {
  const [ids, others] = [licenseIds(one), licenseIds(other)];
  if (ids === null || others === null) return null;
  const known = new Set(ids.map(plainId));
  return others.some((id) => known.has(plainId(id)));
}

/** GitHub does not tell `-only` from `-or-later`, which differ in the program and not in the text of the license. */
function plainId(id: string): string {
  return id.toLowerCase().replace(/-(?:only|or-later)$|\+$/, '');
}
