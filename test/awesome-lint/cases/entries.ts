import type { Fixture } from '../fixture.js';

const warre = '- [Warre](https://warre.example/) - Small boxes that grow from below.';
const theirs = 'awesome-list-item';

/** The entry `Warre` written in another way. */
function entry(name: string, line: string, ours: readonly string[], more: Partial<Fixture> = {}): Fixture {
  return { name: `entry-${name}`, theirs, ours, edits: [[warre, line]], ...more };
}

const link = '[Warre](https://warre.example/)';

const shapes: readonly Fixture[] = [
  entry('without-space', `\n-${link} - Small boxes that grow from below.\n`, ['entry-missing-space']),
  entry('empty', '-', ['awesome-entry']),
  entry('heading', `- ### ${link}`, ['awesome-entry']),
  entry('code-block', '- ```\n  small boxes\n  ```', ['awesome-entry']),
  entry('quote', `- > ${link} - Small boxes that grow from below.`, ['awesome-entry']),
  entry('list-in-list', `- - ${link} - Small boxes that grow from below.`, ['entry-marker']),
  entry('bold-name', '- **Warre** - Small boxes that grow from below.', ['entry-link-required']),
  entry('italic-name', '- *Warre* - Small boxes that grow from below.', ['awesome-entry']),
  entry('code-name', '- `warre` - Grows a hive from below.', ['entry-link-required']),
  entry('bold-link', `- **${link}** - Small boxes that grow from below.`, ['entry-name']),
  entry('italic-link', `- *${link}* - Small boxes that grow from below.`, ['entry-name']),
  entry('struck-link', `- ~~${link}~~ - Small boxes that grow from below.`, ['awesome-entry']),
  entry('struck-name', '- [~~Warre~~](https://warre.example/) - Small boxes that grow from below.', ['awesome-entry']),
  entry('html-name', '- <b>Warre</b> - Small boxes that grow from below.', ['entry-link-required']),
  entry('html-link', '- <a href="https://warre.example/">Warre</a> - Small boxes that grow from below.', [
    'awesome-entry',
  ]),
  entry('html-in-name', '- [<b>Warre</b>](https://warre.example/) - Small boxes that grow from below.', [
    'awesome-entry',
  ]),
  entry('picture', '- ![Warre](warre.svg) - Small boxes that grow from below.', ['awesome-entry'], {
    files: { 'warre.svg': '<svg/>' },
  }),
  entry('picture-as-name', '- [![Warre](warre.svg)](https://warre.example/) - Small boxes.', ['awesome-entry'], {
    files: { 'warre.svg': '<svg/>' },
  }),
  entry('nested-bold-name', '', ['entry-link-required'], {
    base: 'nested',
    edits: [['[Frame Jig](https://jig.example/)', '**Frame Jig**']],
  }),
];

const targets: readonly Fixture[] = [
  entry('no-target', '- [Warre]() - Small boxes that grow from below.', ['no-placeholder']),
  entry('fragment', '- [Warre](#tools) - Small boxes that grow from below.', ['entry-external-link']),
  entry('relative', '- [Warre](warre.md) - Small boxes that grow from below.', ['entry-external-link'], {
    files: { 'warre.md': '# Warre\n' },
  }),
  entry('absolute-path', '- [Warre](/hives/warre.md) - Small boxes.', ['entry-external-link'], {
    files: { 'hives/warre.md': '# Warre\n' },
  }),
  entry('no-scheme', '- [Warre](www.warre.example) - Small boxes.', ['url-wellformed']),
  entry('space-in-host', '- [Warre](<https://warre hive.example/>) - Small boxes.', ['url-wellformed']),
  entry('no-name', '- [](https://warre.example/) - Small boxes that grow from below.', ['entry-link-syntax']),
  entry('numbered-fragment', '', ['awesome-entry'], {
    base: 'mixed',
    edits: [['[Warre](https://warre.example/)', '[Warre](#tools)']],
  }),
];

const separators: readonly Fixture[] = [
  ...(
    [
      ['en-dash', ' – Small boxes.'],
      ['em-dash', ' — Small boxes.'],
      ['em-dash-without-spaces', '—Small boxes.'],
      ['no-break-space', '\u00a0- Small boxes.'],
      ['no-break-space-behind', ' -\u00a0Small boxes.'],
      ['colon', ': Small boxes.'],
      ['two-hyphens', ' -- Small boxes.'],
      ['no-space-before', '- Small boxes.'],
      ['no-space-behind', ' -Small boxes.'],
      ['space', ' Small boxes that grow from below.'],
      ['second-link', ' [Guide](https://guide.example/)'],
    ] as const
  ).map(([name, rest]) => entry(`separator-${name}`, `- ${link}${rest}`, ['entry-separator'])),
  ...(
    [
      ['line-end', '\n  Small boxes that grow from below.'],
      ['author', ' by Jane Doe'],
      ['author-with-stop', ' by Jane Doe.'],
      ['author-in-italics', ' *by Jane Doe*'],
      ['comma', ', small boxes.'],
      ['pipe', ' | Small boxes.'],
      ['slash', ' / Small boxes.'],
      ['arrow', ' → Small boxes.'],
      ['tilde', ' ~ Small boxes.'],
      ['dot', ' · Small boxes.'],
      ['equals', ' = Small boxes.'],
      ['full-stop', '.'],
      ['hyphen-alone', ' -'],
      ['brackets-before-text', ' (1948) small boxes.'],
      ['html-break', '<br>Small boxes that grow from below.'],
      ['hard-break', '  \n  Small boxes that grow from below.'],
      ['bold-text', ' **new** small boxes.'],
      ['code', ' `MIT`'],
    ] as const
  ).map(([name, rest]) => entry(`separator-${name}`, `- ${link}${rest}`, ['awesome-entry'])),
  entry('separator-lower-case-behind-note', `- ${link} (in French) - small boxes.`, ['description-start']),
];

const starts: readonly Fixture[] = [
  ...(
    [
      ['lowercase', 'small boxes that grow from below.'],
      ['article', 'a box that grows from below.'],
      ['two-words-joined', 'well-made boxes.'],
    ] as const
  ).map(([name, text]) => entry(`start-${name}`, `- ${link} - ${text}`, ['description-start'])),
  entry('start-punctuation', `- ${link} - .`, ['awesome-entry']),
];

const ends: readonly Fixture[] = [
  ...(
    [
      ['none', 'Small boxes that grow from below'],
      ['comma', 'Small boxes,'],
      ['semicolon', 'Small boxes;'],
      ['hyphen', 'Small boxes -'],
      ['quote', 'Known as "the people\'s hive"'],
      ['code-alone', '`Small boxes`'],
      ['brackets', 'Small boxes (of pine)'],
      ['emoji-without-stop', 'Small boxes that grow 🐝'],
      ['reference', 'As told in the [book][book]\n\n[book]: https://book.example/'],
      ['two-lines', 'Small boxes\n  that grow from below'],
      ['link-and-word', 'Found in [France](https://france.example/) too'],
    ] as const
  ).map(([name, rest]) => entry(`end-${name}`, `- ${link} - ${rest}`, ['description-end'])),
  ...(
    [
      ['colon', 'Small boxes:'],
      ['stop-in-and-behind-quote', 'Answers "what is a hive?".'],
      ['single-quote', "Known as 'the hive.'"],
      ['guillemet', 'Known as «the hive.»'],
      ['code', 'Small boxes. `MIT`'],
      ['code-with-stop', 'See `boxes.`'],
      ['square-brackets', 'Small boxes. [MIT]'],
      ['capitals', 'Small boxes. FREE'],
      ['shortcode', 'Small boxes. :honeybee:'],
      ['struck', 'Small ~~boxes.~~'],
      ['footnote', 'Small boxes.[^1]\n\n[^1]: Of pine.'],
    ] as const
  ).map(([name, rest]) => entry(`end-${name}`, `- ${link} - ${rest}`, ['awesome-entry'])),
  entry('end-nested', '', ['description-end'], {
    base: 'nested',
    edits: [['Keeps frames apart.', 'Keeps frames apart']],
  }),
  entry('end-numbered', '', ['description-end'], {
    base: 'mixed',
    edits: [['Small boxes that grow from below.', 'Small boxes that grow from below']],
  }),
];

const middles: readonly Fixture[] = [
  entry('struck-text', `- ${link} - Small ~~round~~ boxes.`, ['awesome-entry']),
  entry('hard-break-in-text', `- ${link} - Small boxes  \n  that grow.`, ['awesome-entry']),
  entry('backslash-break', `- ${link} - Small boxes\\\n  that grow.`, ['awesome-entry']),
  entry('picture-by-reference', `- ${link} - Boxes ![of pine][pine] that grow.\n\n[pine]: https://pine.example/a.png`, [
    'awesome-entry',
  ]),
];

const excepted = (name: string, description: string, exception: string): Fixture =>
  entry(name, `- ${link} - ${description}`, [], { exception });

const ownMarks = 'A description may end with the sentence mark of its script; awesome-lint accepts only Latin marks.';
const asciiOnly = 'awesome-lint removes the letters that are not ASCII and checks the rest of the word.';
const ownCase = 'A command or an abbreviation keeps its lowercase letters.';

const exceptions: readonly Fixture[] = [
  excepted('end-ideographic-stop', '小さな箱。', ownMarks),
  excepted('end-devanagari-stop', 'छोटे बक्से।', ownMarks),
  excepted('start-accent', 'Élevage of queens in small boxes.', asciiOnly),
  excepted('start-cyrillic', 'Маленькие ульи, которые растут снизу.', asciiOnly),
  excepted('start-greek', 'Μικρές κυψέλες που μεγαλώνουν από κάτω.', asciiOnly),
  excepted('start-command', 'npx of hives.', ownCase),
  excepted('start-abbreviation', 'e.g. for small gardens.', ownCase),
];

/** What awesome-lint's `awesome-list-item` reports. */
export const entryFixtures: readonly Fixture[] = [
  ...shapes,
  ...targets,
  ...separators,
  ...starts,
  ...ends,
  ...middles,
  ...exceptions,
];
