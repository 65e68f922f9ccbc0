import type { Directive } from '../model/list.js';

/**
 * Rules of awesome-lint (its `config.js` and `rules/`) and of remark-lint plugins that lists already switch off,
 * with those of ours that look at the same things.
 */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  'alphabetize-lists': ['entries-sorted'],
  'awesome-code-of-conduct': ['repo-files'],
  'awesome-contributing': ['repo-files'],
  'awesome-github': ['repo-files'],
  'awesome-heading': ['heading-case', 'single-h1'],
  'awesome-license': ['no-license-section'],
  'awesome-list-item': [
    'awesome-entry',
    'description-end',
    'description-start',
    'entry-external-link',
    'entry-format',
    'entry-link-required',
    'entry-link-syntax',
    'entry-marker',
    'entry-missing-space',
    'entry-name',
    'entry-one-line',
    'entry-separator',
    'no-placeholder',
    'url-wellformed',
  ],
  'awesome-no-ci-badge': ['no-ci-badge'],
  'awesome-spell-check': ['brand-spelling'],
  'awesome-toc': ['toc-format', 'toc-sync', 'fragment-resolves'],
  'double-link': ['no-duplicate-url', 'tier-no-repeat'],
  'final-newline': ['file-encoding'],
  'hard-break-spaces': ['no-trailing-spaces'],
  'heading-style': ['heading-format'],
  'list-item-bullet-indent': ['entry-marker'],
  'list-item-indent': ['entry-marker'],
  'match-punctuation': ['balanced-punctuation'],
  'no-dead-urls': ['link-broken', 'link-moved', 'link-suspect', 'link-unreachable', 'link-unverifiable'],
  'no-emphasis-as-heading': ['no-emphasis-heading'],
  'no-empty-sections': ['no-empty-section'],
  'no-empty-url': ['no-placeholder', 'url-wellformed'],
  'no-heading-content-indent': ['heading-format'],
  'no-heading-indent': ['heading-format'],
  'no-heading-punctuation': ['heading-format'],
  'no-multiple-toplevel-headings': ['single-h1'],
  'no-repeat-item-in-description': ['description-no-name'],
  'no-undefined-references': ['entry-link-syntax', 'references-resolve'],
  'no-unused-definitions': ['references-resolve'],
  'unordered-list-marker-style': ['entry-marker'],
};

/** Ids that remark-lint has too: a directive that names one may serve remark alone. */
const sharedIds = new Set(['heading-increment']);

/** The rules of ours that a directive names; null for all of them. A rule of remark-lint is named as remark does. */
export function namedRules(directive: Directive): ReadonlySet<string> | null {
  if (directive.rules.length === 0) return null;
  if (directive.dialect === 'listwright') return new Set(directive.rules);
  return new Set(
    directive.rules.flatMap((name) => {
      const bare = name.replace(/^remark-lint[-:]/, '');
      return [...(aliases[bare] ?? [bare]), `style/${bare}`, `remark/${bare}`];
    }),
  );
}

/** True when a directive speaks to this linter alone, so that it is known whether anything needs it. */
export function isBuiltinName(directive: Directive, known: ReadonlySet<string>): boolean {
  if (directive.dialect === 'listwright') return true;
  return directive.rules.length > 0 && directive.rules.every((name) => known.has(name) && !sharedIds.has(name));
}
