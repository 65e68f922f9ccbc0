import type { FieldKind, FieldOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import { licenseId, licenseIds, nearestLicense } from '../text/license.js';

/** What a field may be, ready to be tried. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  /** As in the configuration; null for any. */
  readonly values: readonly string[] | null;
  /** What its values begin with, in lower case; null without values. */
  readonly prefixes: ReadonlySet<string> | null;
  /** True where not any text will do. */
  readonly limits: boolean;
  /** True for a text that has the kind, or is one of the values in any case. */
  accepts(text: string): boolean;
  readonly pattern: RegExp | null;
  readonly options: FieldOptions;
}

const date = /^\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?$/;
const number = /^[+-]?\d[\d., ]{0,30}(?:[kKmMbB%+]|\d)?$/;

/** Reads the requirements of a field. Throws a UserError for a pattern that is none, and for a value that is not a license where all should be. */
export function fieldSpec(name: string, options: FieldOptions, where: string): FieldSpec {
  const values = options.values ?? null;
  const folded = values === null ? null : new Set(values.map((value) => value.toLowerCase()));
  const chosen = options.kind ?? 'text';
  const wrong = chosen === 'spdx' ? values?.find((value) => !isOfKind(value, chosen)) : undefined;
  if (wrong !== undefined)
    throw new UserError(`${where}: values: \`${wrong}\` is not an SPDX license${nearestLicense(wrong)}`);
  const accepts = (text: string): boolean =>
    folded === null ? isOfKind(text, chosen) : folded.has(text.toLowerCase());
  return {
    ...{ name, kind: chosen, values, options, accepts, limits: values !== null || chosen !== 'text' },
    prefixes: folded === null ? null : new Set([...folded].flatMap(prefixesOf)),
    pattern: options.pattern === undefined ? null : patternOf(options.pattern, `${where}: pattern`),
  };
}

function prefixesOf(value: string): readonly string[] {
  return Array.from(value, (_, index) => value.slice(0, index + 1)).concat(value);
}

/** True for a text of a kind. */
export function isOfKind(text: string, kind: FieldKind): boolean {
  switch (kind) {
    case 'url':
      return !/\s/.test(text) && URL.canParse(text);
    case 'date':
      return date.test(text);
    case 'number':
      return number.test(text);
    case 'spdx':
      return licenseIds(text) !== null || licenseId(text) !== null;
    default:
      return true;
  }
}

function patternOf(source: string, where: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    throw new UserError(`${where}: \`${source}\` is not a valid regular expression`);
  }
}
