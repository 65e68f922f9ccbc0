import { basename, dirname } from 'node:path';
import { UserError } from '../model/errors.js';
import { gitIn, splitFields } from './git.js';

/**
 * True where git holds a file with LF, or will once it is added, and writes its CR LF into the work tree itself: by
 * `core.autocrlf`, or by the attributes `text` and `eol` (gitattributes, "End-of-line conversion"). False without git.
 * @param file absolute
 */
export async function convertsLineEndings(file: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const git = gitIn(dirname(file), env);
  try {
    const listed = await git(['ls-files', '--cached', '--others', '--eol', '-z', '--', basename(file)]);
    if (listed.code !== 0) return false;
    // `i/lf    w/crlf  attr/text eol=crlf  \tREADME.md`; the index column is empty for an untracked file.
    const row = /^i\/(\S*)\s+w\/\S*\s+attr\/([^\t]*)\t/.exec(splitFields(listed.stdout)[0] ?? '');
    if (row === null) return false;
    const [, index = '', attributes = ''] = row;
    if (index !== '' && index !== 'lf' && index !== 'none') return false;
    if (/(?:^|\s)-text(?:\s|$)/.test(attributes)) return false;
    if (attributes.trim() !== '') return true;
    const { stdout } = await git(['config', '--get', 'core.autocrlf']);
    return /^(?:true|yes|on|1|input)$/i.test(stdout.toString('utf8').trim());
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
