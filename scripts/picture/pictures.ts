/** A command whose output is drawn. */
export interface Picture {
  /** Of the file in `docs`. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** As a person types it. */
  readonly typed: string;
  /** What is run, from the root. */
  readonly script: string;
  readonly args: readonly string[];
  /** Lines that are shown from the top; the summary follows. */
  readonly most: number;
}

const lighthouses = 'fixtures/lighthouses/README.md';

/** The pictures of the documentation. */
export const pictures: readonly Picture[] = [
  {
    name: 'demo',
    title: 'What listwright check prints for a list of pots',
    typed: 'listwright check',
    script: 'scripts/demo.ts',
    args: [],
    most: 40,
  },
  {
    name: 'lint',
    title: 'What listwright lint prints for a list of lighthouses',
    typed: 'listwright lint',
    script: 'dist/cli.js',
    args: ['lint', lighthouses, '--no-config', '--no-cache'],
    most: 60,
  },
  {
    name: 'fix',
    title: 'The safe fixes of the same list, as a diff',
    typed: 'listwright lint --fix-dry-run',
    script: 'dist/cli.js',
    args: ['lint', lighthouses, '--no-config', '--no-cache', '--fix-dry-run'],
    most: 60,
  },
];
