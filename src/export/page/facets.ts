import { verdictNames } from '../../model/verdict-names.js';
import type { ExportedEntry, ExportedList, FieldValue } from '../exported.js';

/** One way to filter entries: by the value that each has. */
export interface Facet {
  /** Names the control, and the state in the address of the page: `tier`, `field.license`. */
  readonly key: string;
  readonly label: string;
  /** In the order in which they are offered. */
  readonly values: readonly string[];
  /** The value of an entry; null for none. */
  readonly of: (entry: ExportedEntry) => string | null;
}

/** So many values are offered, the most frequent ones; the others are for the search. */
const mostValues = 60;
/** More fields than this would fill the page with controls. */
const mostFields = 4;

/** The facets that tell the entries of a list apart. */
export function facetsOf({ entries }: ExportedList): readonly Facet[] {
  const names = [...new Set(entries.flatMap(({ fields }) => Object.keys(fields ?? {})))];
  const fields = names
    .map((name) =>
      facet(`field.${name}`, capitalized(name), entries, ({ fields }) => fieldText(fields?.[name] ?? null)),
    )
    .filter((field) => field.values.length > 1 && isShared(entries, field))
    .slice(0, mostFields);
  const tiers = facet('tier', 'Tier', entries, ({ tier }) => tier?.label ?? null);
  const levels = new Map(entries.flatMap(({ tier }) => (tier === null ? [] : [[tier.label, tier.level] as const])));
  const health = facet('health', 'Health', entries, ({ health }) => health?.verdict ?? null);
  return [
    { ...tiers, values: tiers.values.toSorted((a, b) => (levels.get(a) ?? 0) - (levels.get(b) ?? 0)) },
    facet('kind', 'Kind', entries, ({ kind }) => kind),
    ...fields,
    { ...health, values: verdictNames.filter((name) => health.values.includes(name)) },
  ].filter(({ values }) => values.length > 1);
}

function facet(key: string, label: string, entries: readonly ExportedEntry[], of: Facet['of']): Facet {
  const counts = countsOf(entries, of);
  const offered = counts.length <= mostValues ? counts : counts.slice(0, mostValues).filter(([, count]) => count > 1);
  return { key, label, values: offered.map(([value]) => value).sort((a, b) => a.localeCompare(b, 'en')), of };
}

/** Values with the number of entries that have them, the most frequent first. */
function countsOf(entries: readonly ExportedEntry[], of: Facet['of']): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = of(entry);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** True where entries share the values of a field; free text has one for each. */
function isShared(entries: readonly ExportedEntry[], { of }: Facet): boolean {
  const counts = countsOf(entries, of);
  const alone = counts.filter(([, count]) => count === 1).length;
  return alone * 2 < counts.reduce((sum, [, count]) => sum + count, 0);
}

/** Numbers differ too much to be filtered by. */
function fieldText(value: FieldValue): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && value !== '' && value.length <= 60 ? value : null;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
