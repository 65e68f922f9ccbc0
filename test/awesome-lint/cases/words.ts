import type { Fixture } from '../fixture.js';

const marks = (name: string, text: string, more: Partial<Fixture> = {}): Fixture => ({
  name: `marks-${name}`,
  theirs: 'balanced-punctuation',
  ours: ['balanced-punctuation'],
  edits: [['Keeps stings off the face.', text]],
  ...more,
});

const repeat = (name: string, text: string): Fixture => ({
  name: `repeat-${name}`,
  theirs: 'no-repeat-item-in-description',
  ours: ['description-no-name'],
  edits: [['Keeps stings off the face.', text]],
});

const spelled = (name: string, word: string, exception?: string): Fixture => ({
  name: `spelling-${name}`,
  theirs: 'awesome-spell-check',
  warns: true,
  ours: exception === undefined ? ['brand-spelling'] : [],
  edits: [['Keeps stings off the face.', `Keeps stings off a page about ${word} too.`]],
  ...(exception !== undefined && { exception }),
});

const plainWord = 'The word is also an ordinary word or a command.';

const intro = '> Hives, tools and books for people who keep bees.';

/** What awesome-lint says of marks that are not closed, and of names that are repeated. */
export const wordFixtures: readonly Fixture[] = [
  marks('open-curly', 'Keeps “stings off the face.'),
  marks('closed-curly', 'Keeps stings” off the face.'),
  marks('open-single', 'Keeps ‘stings off the face.'),
  marks('closed-single', 'Keeps stings ’ off the face.'),
  marks('open-straight', 'Keeps "stings off the face.'),
  marks('closed-straight', 'Keeps stings" off the face.'),
  marks('three-straight', 'Keeps "stings" off "the face.'),
  marks('open-corner', 'Keeps 「stings off the face.'),
  marks('closed-corner', 'Keeps stings」 off the face.'),
  marks('open-white-corner', 'Keeps 『stings off the face.'),
  marks('open-full-width', 'Keeps （stings off the face.'),
  marks('closed-full-width', 'Keeps stings） off the face.'),
  marks('open-title', 'Keeps 《stings off the face.'),
  marks('open-lenticular', 'Keeps 【stings off the face.'),
  marks('crossed', 'Keeps "stings “off" the” face.', {
    ours: [],
    exception: 'Pairs of marks that overlap are still balanced.',
  }),
  marks('straight-closes-curly', 'Keeps “stings" off the face.', {
    ours: [],
    exception: 'A quotation that opens curly and closes straight is closed.',
  }),
  marks('inches', 'Is 27" wide.', { ours: [], exception: 'A mark after a number means inches.' }),
  marks('german', 'Heißt „Schleier“ auf Deutsch.', {
    ours: [],
    exception: 'German opens a quotation with „ and closes it with “.',
  }),
  marks('single-around-a-word', 'Keeps ‘stings’ off the face.', {
    ours: [],
    exception: 'awesome-lint takes the closing mark for an apostrophe.',
  }),
  marks('in-prose', '', { edits: [[intro, `${intro}\n\nThey say "bees fly.`]] }),
  marks('in-quote', '', { edits: [[intro, '> Hives, “tools and books for people who keep bees.']] }),
  marks('in-heading', '', { edits: [['## Tools', '## Tools “and More']] }),
  marks('in-name', '', { edits: [['[Veil]', '[Veil”]']] }),
  repeat('verb', 'Veil keeps stings off the face.'),
  repeat('is', 'Veil is what keeps stings off the face.'),
  repeat('colon', 'Veil: keeps stings off the face.'),
  repeat('comma', 'Veil, against stings.'),
  repeat('hyphen', 'Veil-like net against stings.'),
  repeat('case', 'VEIL against stings.'),
  repeat('alone', 'Veil.'),
  repeat('question', 'Veil? A net against stings.'),
  spelled('language', 'javascript'),
  spelled('language-with-dot', 'nodejs'),
  spelled('capital', 'Mysql'),
  spelled('all-capitals', 'JAVASCRIPT'),
  spelled('initials', 'aws'),
  spelled('system', 'linux'),
  spelled('old-name', 'Mac OS X'),
  spelled('two-words', 'stack overflow'),
  spelled('two-words-joined', 'stackoverflow'),
  spelled('one-word-parted', 'you tube'),
  spelled('three-words', 'visual studio code'),
  spelled('service', 'github actions'),
  spelled('container', 'docker'),
  spelled('format', 'graphql'),
  spelled('small-i', 'IOS'),
  spelled('command', 'git', plainWord),
  spelled('brackets', 'brackets', plainWord),
  spelled('theory', 'blockchain', plainWord),
  spelled('fruit', 'cypress', plainWord),
  spelled('own-lowercase', 'webpack', 'The project writes its name in lowercase.'),
  spelled('other-lowercase', 'pandas', 'The project writes its name in lowercase.'),
  spelled('abbreviation', 'k8s', 'The word is a common abbreviation, not a typo.'),
];
