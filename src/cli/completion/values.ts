import { type LinkOption, linkOptionList } from '../../model/link-options.js';
import { kebab } from '../../text/kebab.js';

/** What is in the place of a value. */
export type ValueSource =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words, separated by commas. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  /** `name=value`. */
  | { readonly kind: 'pairs'; readonly names: readonly string[]; readonly words: readonly string[] }
  /** `name` or `name=file`. */
  | { readonly kind: 'outputs'; readonly words: readonly string[] }
  /** Files that end so, and folders; without endings any file. */
  | { readonly kind: 'files'; readonly endings: readonly string[] }
  /** Names of git's branches and tags, and these words. */
  | { readonly kind: 'refs'; readonly words: readonly string[] }
  /** Nothing can be proposed. */
  | { readonly kind: 'free' };

/** Names that are known only when a completion is printed. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly presets: readonly string[];
  readonly severities: readonly string[];
  readonly reporters: readonly string[];
  readonly workflows: readonly string[];
  readonly commands: readonly string[];
}

const files = (...endings: readonly string[]): ValueSource => ({ kind: 'files', endings });
const free: ValueSource = { kind: 'free' };
/** As src/fs/inputs.ts knows them. */
const markdown = files('md', 'markdown', 'mkd', 'mkdn', 'mdown');

const valuesOf = ({ kind, endings = [] }: LinkOption): ValueSource =>
  kind === 'file' || kind === 'optionalFile' ? files(...endings) : free;

const linkValues = Object.fromEntries(
  linkOptionList.flatMap(([name, option]) => (option.metavar === null ? [] : [[`--${kebab(name)}`, valuesOf(option)]])),
);

/** What each option takes, by its long name. */
export function optionValues(known: KnownNames): Readonly<Record<string, ValueSource>> {
  return {
    '--config': files('ts', 'mts', 'js', 'mjs', 'json', 'jsonc', 'yaml', 'yml'),
    '--stdin-filename': markdown,
    '--lang': free,
    '--preset': { kind: 'words', words: known.presets },
    '--rule': { kind: 'pairs', names: known.rules, words: known.severities },
    '--baseline': files('json'),
    '--max-warnings': free,
    '--since': { kind: 'refs', words: ['auto'] },
    '--reporter': { kind: 'outputs', words: known.reporters },
    '--format': { kind: 'outputs', words: known.reporters },
    '--output': files(),
    ...linkValues,
    '--effective': markdown,
    '--test': files('ts', 'mts', 'js', 'mjs'),
    '--section': free,
    '--tier': free,
    '--name': free,
    '--description': free,
    '--issue': files('json'),
    '--post': { kind: 'words', words: ['comment', 'pull-request'] },
    // Of `export`, and of `extract`.
    '--to': { kind: 'outputs', words: ['atom', 'csv', 'html', 'json', 'opml', 'toml', 'yaml'] },
    '--data': files('yaml', 'yml', 'json', 'toml', 'csv'),
    '--message': files(),
    '--workflows': { kind: 'list', words: known.workflows },
  };
}

/** What each argument of a command is, by its name in the usage. */
export function argumentValues(known: KnownNames): Readonly<Record<string, ValueSource>> {
  return {
    paths: markdown,
    path: markdown,
    reports: files('json', 'jsonl'),
    name: { kind: 'words', words: ['style', ...known.rules] },
    command: { kind: 'words', words: known.commands },
    url: free,
  };
}
