import type { Fixture } from '../fixture.js';

const files = (
  theirs: string,
  name: string,
  changed: NonNullable<Fixture['files']>,
  ours = ['repo-files'],
): Fixture => ({
  name: `files-${name}`,
  theirs,
  ours,
  files: changed,
});

const guide = '# Contributing\n\nOne entry a pull request.\n';
const contributing = (name: string, changed: NonNullable<Fixture['files']>): Fixture =>
  files('awesome-contributing', `contributing-${name}`, { 'contributing.md': null, ...changed });
const conduct = (name: string, changed: NonNullable<Fixture['files']>): Fixture =>
  files('awesome-code-of-conduct', `conduct-${name}`, changed);
const asked = 'The description and the topics are settings of the repository on GitHub; `lint` uses no network.';

/** What awesome-lint says of the repository. */
export const repositoryFixtures: readonly Fixture[] = [
  contributing('missing', {}),
  contributing('empty', { 'contributing.md': '' }),
  contributing('of-spaces', { 'contributing.md': ' \n\t\n' }),
  contributing('in-docs', { 'docs/contributing.md': guide }),
  contributing('rst', { 'contributing.rst': guide }),
  contributing('txt', { 'CONTRIBUTING.txt': guide }),
  contributing('without-ending', { CONTRIBUTING: guide }),
  contributing('empty-in-github', { '.github/contributing.md': '\n' }),
  contributing('in-a-folder', { 'help/contributing.md': guide }),
  conduct('empty', { 'code-of-conduct.md': '' }),
  conduct('empty-in-github', { '.github/CODE_OF_CONDUCT.md': '\n' }),
  conduct('placeholder', {
    'code-of-conduct.md':
      '# Conduct\n\nWrite to [INSERT EMAIL ADDRESS].\n\n[insert email address]: https://bees.example/\n',
  }),
  conduct('author', { 'code_of_conduct.md': '# Conduct\n\nWrite to sindresorhus@gmail.com.\n' }),
  {
    name: 'github-no-remote',
    theirs: 'awesome-github',
    ours: [],
    remote: null,
    exception: 'A list may be linted before its repository is on GitHub.',
  },
  {
    name: 'github-elsewhere',
    theirs: 'awesome-github',
    ours: [],
    remote: 'https://git.example/bees/list.git',
    exception: 'A list may be kept elsewhere.',
  },
  { name: 'github-description', theirs: 'awesome-github', ours: [], github: { description: '' }, exception: asked },
  { name: 'github-topics', theirs: 'awesome-github', ours: [], github: { topics: [] }, exception: asked },
  {
    name: 'github-license',
    theirs: 'awesome-github',
    ours: ['repo-files'],
    files: { license: null },
    github: { license: null },
  },
];
