import { existsSync } from 'node:fs';
import { UserError } from '../../model/errors.js';

/** What cannot be detected by an option parser is detected here, before it reads. */
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
    else if (word === '--fix') {
      fix = 'safe';
      // The next word is a list, unless someone meant what --fix=unsafe does.
      const next = argv[index + 1] ?? '';
      if (/^(?:un)?safe$/i.test(next) && !existsSync(next))
        throw new UserError(`--fix: its value needs an equals sign; write --fix${next === 'unsafe' ? '=unsafe' : ''}`);
    } else if (word.startsWith('--fix=')) {
      if (word !== '--fix=unsafe')
        throw new UserError(`"${word}" is not valid; use --fix, or --fix=unsafe to include fixes that need review`);
      fix = 'unsafe';
    } else if (word === '--since') {
      const ref = argv[++index];
      if (ref === undefined || ref.startsWith('--'))
        throw new UserError('--since: missing value; use --since <ref>, such as --since main');
      since = ref;
    } else if (word.startsWith('--since=')) since = word.slice('--since='.length);
    else words.push(word);
  }
  return { words, fix, since };
}
