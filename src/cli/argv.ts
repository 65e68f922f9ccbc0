import { UserError } from '../model/trouble.js';

/** Commands of the contract that this version does not have yet. */
const comingCommands = ['init', 'lsp'];
/** Options that this version does not have yet. */
const comingOptions = ['--watch'];

/** What cannot be told by an option parser is told here, before it reads. */
export interface Argv {
  /** The words that are left. */
  readonly words: readonly string[];
  readonly fix: 'safe' | 'unsafe' | null;
  readonly since: string | null;
}

/** Takes `--fix`, `--fix=unsafe` (which never takes the next word) and `--since` out, and refuses what is still to come. */
export function readArgv(argv: readonly string[]): Argv {
  const words: string[] = [];
  let fix: Argv['fix'] = null;
  let since: string | null = null;
  const end = argv.indexOf('--');
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (end >= 0 && index >= end) words.push(word);
    else if (word === '--fix') fix = 'safe';
    else if (word.startsWith('--fix=')) {
      if (word !== '--fix=unsafe')
        throw new UserError(`"${word}" does not fit; write --fix, or --fix=unsafe for the fixes that need a look`);
      fix = 'unsafe';
    } else if (word === '--since') since = argv[++index] ?? '';
    else if (word.startsWith('--since=')) since = word.slice('--since='.length);
    else if (comingOptions.includes(word.split('=')[0] ?? '')) {
      throw new UserError(`${word.split('=')[0]} is not built yet; this version has no such option`);
    } else words.push(word);
  }
  const command = words.find((word) => !word.startsWith('-'));
  if (command !== undefined && words[0] === command && comingCommands.includes(command)) {
    throw new UserError(`${command} is not built yet; this version has check, lint, links, tree, rules, add and merge`);
  }
  return { words, fix, since };
}
