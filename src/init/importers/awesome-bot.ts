import { type Importer, type ImporterRow, readSettingRows } from './importer.js';
import { literal } from './patterns.js';
import { codes, readDurationValue } from './values.js';

const rules = (id: string) => () => ({ settings: { rules: { [id]: 'off' as const } } });
const left = (name: string, note: string): ImporterRow => ({ name, becomes: null, note });

/** From lib/awesome_bot/cli.rb of dkhamsing/awesome_bot. */
const rows: readonly ImporterRow[] = [
  {
    name: '--white-list',
    becomes: 'exclude',
    note: 'each part is taken literally',
    take(value) {
      if (typeof value !== 'string') return null;
      const parts = value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      if (parts.some((part) => /[`$<>]/.test(part))) return { left: ['it is a shell variable, which is not expanded'] };
      return parts.length === 0 ? {} : { settings: { exclude: parts.slice(0, 1000).map(literal) } };
    },
  },
  {
    name: '--allow',
    becomes: 'accept',
    note: 'besides 2xx',
    take: codes,
  },
  {
    name: '--set-timeout',
    becomes: 'timeout',
    note: 'for a request with all its redirects',
    take(value) {
      const timeout = readDurationValue(value, 's');
      return timeout === null ? null : { settings: { timeout } };
    },
  },
  { name: '--allow-dupe', becomes: 'no-duplicate-url', note: 'off', take: rules('no-duplicate-url') },
  { name: '--allow-redirect', becomes: 'link-moved', note: 'off', take: rules('link-moved') },
  {
    name: '--allow-timeout',
    becomes: null,
    note: 'a slow response is a warning and never fails a run',
    take: () => ({}),
  },
  left('--allow-ssl', 'browsers reject such a certificate; ignore single links with `<!-- listwright-ignore-link -->`'),
  left('--base-url', 'relative paths are resolved from the folder of the list'),
  left('--request-delay', 'delays adapt to each host'),
  { name: '--skip-save-results', becomes: null, note: 'no result file is written', take: () => ({}) },
  { name: '--validate-markdown', becomes: null, note: 'lint does', take: () => ({}) },
  { name: '--files', becomes: null, note: 'lists are named on the command line', take: () => ({}) },
];

const short: Readonly<Record<string, string>> = {
  ...{ '-f': '--files', '-a': '--allow', '-t': '--set-timeout', '-w': '--white-list', '-d': '--request-delay' },
};
/** Ruby's option parser takes a lower line for a hyphen in no one's flag but this one, which many files have. */
const spelled: Readonly<Record<string, string>> = { '--allow_ssl': '--allow-ssl' };
const valued = new Set(['--white-list', '--allow', '--set-timeout', '--base-url', '--request-delay', '--files']);

/** awesome_bot has no file of settings: its flags are read where it is called. */
export const awesomeBot: Importer = {
  name: 'awesome_bot',
  source: 'https://github.com/dkhamsing/awesome_bot/blob/master/lib/awesome_bot/cli.rb',
  files: ['.travis.yml', 'Rakefile', 'Makefile', '.github/workflows/*.{yml,yaml}'],
  rows,
  read(text) {
    const calls = callsIn(text);
    return Promise.resolve(calls === null ? null : readSettingRows(rows, Object.fromEntries(calls)));
  },
};

/** The flags of all calls in a file, each with its value or true; null where it is not called. */
function callsIn(text: string): ReadonlyMap<string, string | true> | null {
  const flags = new Map<string, string | true>();
  let called = false;
  for (const line of text.replace(/\\\r?\n\s*/g, ' ').split('\n')) {
    const at = /(?:^|[\s"'/])awesome_bot(?=\s|["']|$)/.exec(line.slice(0, 20_000));
    if (at === null || /^\s*(?:#|(?:-\s*)?name:)|gem (?:['"]|install)/.test(line)) continue;
    called = true;
    const words = wordsOf(line.slice(at.index + at[0].length, 20_000));
    for (let index = 0; index < words.length; index++) {
      const word = words[index] ?? '';
      if (/^(?:[;|&]+|--)$/.test(word)) break;
      if (!/^-{1,2}[a-z]/i.test(word)) continue;
      const [, written = word, given] = /^(-[^=]*)=(.*)$/s.exec(word) ?? [];
      const name = short[written] ?? spelled[written] ?? written;
      const next = words[index + 1] ?? '';
      const takes = given === undefined && valued.has(name) && !next.startsWith('-');
      if (takes) index++;
      const value = given ?? (valued.has(name) ? (takes ? next : '') : true);
      if (!flags.has(name)) flags.set(name, value);
    }
  }
  return called ? flags : null;
}

/** The words of a line of shell, quotes removed; what the shell fills in stays as written. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|`[^`]*`|[^\s"'`]+)+|[;|&]+/g)].slice(0, 500).map(([word]) =>
    word
      .replace(/^(["'])(.*)\1$/s, '$2')
      .replace(/(=)(["'])(.*)\2$/s, '$1$3')
      .replace(/^["']+|["']+$/g, ''),
  );
}
