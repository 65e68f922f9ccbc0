import type { Fixture } from '../fixture.js';

const title = '# Awesome Beekeeping [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
const image = '![Awesome](https://awesome.re/badge.svg)';

const heading = (name: string, to: string, ours: readonly string[], more: Partial<Fixture> = {}): Fixture => ({
  name: `heading-${name}`,
  theirs: 'awesome-heading',
  ours,
  edits: [[title, to]],
  ...more,
});

const badged = (name: string, to: string, from = badge): Fixture => ({
  name: `badge-${name}`,
  theirs: 'awesome-badge',
  ours: ['awesome-badge'],
  edits: [[from, to]],
});

const license = (name: string, edits: Fixture['edits'], more: Partial<Fixture> = {}): Fixture => ({
  name: `license-${name}`,
  theirs: 'awesome-license',
  ours: ['no-license-section'],
  ...(edits && { edits }),
  ...more,
});

const end = '- [Hive Stand](https://stand.example/) - Lifts a box off wet ground.\n';

/** What awesome-lint says of titles, badges and the license section. */
export const headingFixtures: readonly Fixture[] = [
  heading('missing', '', ['single-h1']),
  heading('depth-2', `## Awesome Beekeeping ${badge}`, ['single-h1']),
  heading('lowercase', `# awesome beekeeping ${badge}`, ['heading-case']),
  heading('lowercase-word', `# Awesome beekeeping ${badge}`, ['heading-case']),
  heading('uppercase', `# AWESOME BEEKEEPING ${badge}`, ['heading-case']),
  heading('two', title, ['single-h1'], { edits: [['## Tools', '# Tools']] }),
  heading('html-and-markdown', `<h1>Bees</h1>\n\n${title}`, ['single-h1']),
  heading(
    'picture-above',
    `<div align="center"><img src="https://bees.example/b.png" alt="Bees"></div>\n\n${title}`,
    [],
    {
      exception: 'A picture above the title is not a second title.',
    },
  ),
  heading('picture-only', '![Bees](https://bees.example/b.png)', ['single-h1']),
  heading('below-a-section', `## News\n\nBees swarm.\n\n${title}`, ['single-h1']),
  heading('own-case', `# Awesome iOS ${badge}`, [], { exception: 'A name keeps the capitalization of its owner.' }),
  heading('abbreviation', `# API ${badge}`, [], { exception: 'An abbreviation stays in capitals.' }),
  heading('hyphen', `# Awesome-Beekeeping ${badge}`, ['heading-case']),
  badged('missing', '', ` ${badge}`),
  badged('unlinked', image),
  badged('to-readme', `[${image}](https://github.com/sindresorhus/awesome#readme)`),
  badged('to-http', `[${image}](http://awesome.re)`),
  badged('to-slash', `[${image}](https://awesome.re/)`),
  badged('to-elsewhere', `[${image}](https://bees.example/)`),
  badged('of-another-host', '[![Awesome](https://bees.example/badge.svg)](https://awesome.re)'),
  badged(
    'of-the-repository',
    '[![Awesome](https://cdn.rawgit.com/sindresorhus/awesome/d73/media/badge.svg)](https://awesome.re)',
  ),
  badged('below', `\n\n${badge}`, ` ${badge}`),
  badged('in-html', `<a href="https://awesome.re"><img src="https://awesome.re/badge.svg" alt="Awesome"></a>`),
  license('section', [[end, `${end}\n## License\n\nCC0.\n`]]),
  license('british', [[end, `${end}\n## Licence\n\nCC0.\n`]]),
  license('uppercase', [[end, `${end}\n## LICENSE\n\nCC0.\n`]]),
  license('nested', [[end, `${end}\n### License\n\nCC0.\n`]]),
  license('deep', [[end, `${end}\n### Terms\n\nRead them.\n\n#### License\n\nCC0.\n`]]),
  license('with-entries', [['## Tools', '## License']]),
  license('in-the-middle', [['## Tools', '## License\n\nCC0.\n\n## Tools']]),
];
