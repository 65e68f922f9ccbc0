import type { EntriesOptions } from '../model/entry-options.js';
import type { FormatPart } from './format.js';
import { allFormats, fieldNames } from './grammar.js';
import { requiredFields } from './render-entry.js';

/** A field of entries that a form has a question for, besides those that every form has. */
export interface FormField {
  readonly name: string;
  /** The label of the question. */
  readonly label: string;
  /** The allowed values; null for any. */
  readonly values: readonly string[] | null;
  /** True where an entry may have several. */
  readonly isRepeated: boolean;
  /** True where no format of the list can be written without it. */
  readonly isRequired: boolean;
}

/** What every form has a question for. */
const usual: ReadonlySet<string> = new Set(['name', 'url', 'description', 'section', 'tier']);

/** The fields of the formats of a list, in their order. */
export function formFields(entries: EntriesOptions): readonly FormField[] {
  const formats = allFormats(entries);
  const names = new Set<string>();
  for (const { parts } of formats) fieldNames(parts, names);
  const options = Object.assign({}, ...[entries].flat().map(({ fields }) => fields ?? {}));
  return [...names]
    .filter((name) => !usual.has(name))
    .map((name) => ({
      name,
      label: labelOf(name),
      values: options[name]?.values ?? null,
      isRepeated: formats.some(({ parts }) => isRepeatedIn(parts, name)),
      isRequired: formats.every(({ parts }) => requiredFields(parts).includes(name)),
    }));
}

/** `last-update` as `Last update`. */
function labelOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function isRepeatedIn(parts: readonly FormatPart[], name: string): boolean {
  return parts.some(
    (part) =>
      'inner' in part &&
      ((part.kind === 'group' && part.repeated && fieldNames(part.inner, new Set()).has(name)) ||
        isRepeatedIn(part.inner, name)),
  );
}
