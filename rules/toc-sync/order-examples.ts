import type { Example } from '../../src/model/rule.js';

/** What the rule finds of the order of lines and sections. */
export const orderExamples: readonly Example[] = [
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCDEF', '- [$](#$)\n')}\n${lines('ACDBEF', '## $\n\nOf tea.\n\n')}`,
    finds: ['24:1 section'],
    note: 'In alphabetical contents the section is what is out of place.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCDEF', '- [$](#$)\n')}\n${lines('ADEBCF', '## $\n\nOf tea.\n\n')}`,
    finds: ['24:1 sections'],
    note: 'Sections that follow each other move together.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCKDEFGHIJL', '- [$](#$)\n')}\n${lines('ABCDEFKGHIJL', '## $\n\nOf tea.\n\n')}`,
    finds: ['8:1 both'],
    note: 'Moving the line to its section would leave both out of alphabetical order.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCKDEFGHIJL', '- [$](#$)\n')}\n${lines('ABCDEFGHIJKL', '## $\n\nOf tea.\n\n')}`,
    finds: ['8:1 moved'],
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('EABCDE', '- [$](#$)\n')}\n${lines('ABCDE', '## $\n\nOf tea.\n\n')}`,
    finds: [],
    note: 'A section may be listed twice.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('KABCDEFGHIJK', '- [$](#$)\n')}\n${lines('ABCDFEGHIJK', '## $\n\nOf tea.\n\n')}`,
    finds: ['38:1 section'],
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('FDEABC', '- [$](#$)\n')}\n${lines('FABCDE', '## $\n\nOf tea.\n\n')}`,
    finds: ['6:1 movedRun'],
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('FBADEC', '- [$](#$)\n')}\n${lines('FADEBC', '## $\n\nOf tea.\n\n')}`,
    finds: ['6:1 moved'],
    note: 'The order of these contents means nothing.',
  },
];

/** A template for each letter of `names`, instead of `$`; lowercase in a fragment. */
export function lines(names: string, template: string): string {
  return [...names]
    .map((name) => template.replace(/(#[a-z-]*)\$/, `$1${name.toLowerCase()}`).replace('$', name))
    .join('');
}
