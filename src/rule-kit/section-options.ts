import * as v from 'valibot';
import type { Entry, ListNode } from '../model/list.js';
import { isPattern, type Match, matcherOf } from '../text/name-patterns.js';
import { type PatternTest, withPatterns } from '../text/regex-timeout.js';
import { scopeOptions } from './shared-options.js';

/** Other values of some options for the entries of some sections. */
export interface SectionOverride {
  readonly sections: readonly string[];
}

/**
 * The options of a rule whose values may differ by section: `ignore`, `sections`, the given ones, and `overrides` with the
 * given ones for the sections that it names.
 */
export function optionsBySection<Entries extends v.ObjectEntries>(entries: Entries) {
  const override = v.strictObject({
    sections: v.pipe(v.array(v.string()), v.description('Titles or /patterns/ of sections; subsections are included.')),
    ...v.partial(v.object(entries)).entries,
  }) as unknown as v.GenericSchema<SectionOverride>;
  return v.object({
    ...entries,
    overrides: v.optional(
      v.pipe(
        v.array(override),
        v.description(
          'Other values for some `sections` (titles or /patterns/) and their subsections; later overrides win.',
        ),
      ),
      [],
    ),
    ...scopeOptions,
  });
}

/**
 * Calls `run` with a function that gives the options of an entry: those of the rule, and those of the overrides for the sections
 * around it. Throws a UserError for a pattern that is not valid, or too slow.
 */
export function withSectionOptions<Options extends { readonly overrides: readonly SectionOverride[] }>(
  options: Options,
  rule: string,
  run: (optionsAt: (entry: Entry) => Omit<Options, 'overrides'>) => void,
): void {
  const { overrides } = options;
  const matches = overrides.map(({ sections }) =>
    matcherOf(sections, (pattern) => `${pattern} in the options of the rule ${rule}`),
  );
  const at =
    (test: PatternTest) =>
    (entry: Entry): Options =>
      Object.assign({}, options, ...overrides.filter((_, index) => isWithin(entry, matches[index] ?? null, test)), {
        sections: undefined,
      });
  if (overrides.length === 0) run(() => options);
  else if (overrides.some(({ sections }) => sections.some(isPattern))) withPatterns('rules', (test) => run(at(test)));
  else run(at(() => false));
}

function isWithin(entry: Entry, matches: Match | null, test: PatternTest): boolean {
  let node: ListNode = entry.parent;
  while (node.type !== 'list') {
    if (node.type === 'section' && matches?.(node.title, test)) return true;
    if (node.type === 'tier' && matches?.(node.label, test)) return true;
    node = node.parent;
  }
  return false;
}
