import type { MadeUpRepository } from '../web/github-world.js';
import { ago } from './recipe.js';

/** Entries of the list before, sorted. */
export const kept: readonly string[] = [
  '- [anagama](https://github.com/clay/anagama) - Fires with wood.',
  '- [kiln](https://github.com/clay/kiln) - Fires clay.',
  '- [wheel](https://github.com/clay/wheel) - Turns clay.',
];

/** A list of some entries, with what follows them. */
export const readmeOf = (entries: readonly string[], more = ''): string =>
  `# Awesome Pots\n\n> Things to put things in.\n\n## Contents\n\n- [Kilns](#kilns)\n\n## Kilns\n\n${entries.join('\n')}\n${more}`;

/** The entry that a pull request adds. */
export const oven = '- [oven](https://github.com/clay/oven) - Bakes clay.';

/** The list with an entry more, in its place. */
export const withEntry = (entry: string): string => readmeOf([kept[0] ?? '', kept[1] ?? '', entry, kept[2] ?? '']);

/** What GitHub knows of the repository that is added, and of others below the same owner. */
export const only = (more: Partial<MadeUpRepository>): { readonly repositories: readonly MadeUpRepository[] } => ({
  repositories: [
    {
      ...{ name: 'clay/oven', license: 'MIT', createdAt: ago(400), pushedAt: ago(3), stars: 500, contributors: 4 },
      ...more,
    },
  ],
});

/** Two entries in place of one. */
export const two: string = `${oven}\n- [pot](https://github.com/clay/pot) - Holds clay.`;
