import { styleText } from 'node:util';
import type { Colors } from '../../report/terminal/colors.js';

type Style = Parameters<typeof styleText>[0];

/** A painter for a terminal that shows colour. */
export function colors(): Colors {
  // The stream is not asked: whether there is colour has been decided before.
  const painted = (style: Style) => (text: string) =>
    text === '' ? '' : styleText(style, text, { validateStream: false });
  return {
    bold: painted('bold'),
    dim: painted('dim'),
    red: painted('red'),
    yellow: painted('yellow'),
    green: painted('green'),
    cyan: painted('cyan'),
    magenta: painted('magenta'),
    underline: painted('underline'),
  };
}

/** Whether to colour what goes to a stream: NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), then the terminal. */
export function wantsColor(
  stream: { readonly isTTY?: boolean },
  flag: boolean | undefined,
  env: NodeJS.ProcessEnv,
): boolean {
  if (flag === false) return false;
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env.TERM === 'dumb') return false;
  return stream.isTTY === true;
}

/** Whether a terminal shows more than ASCII: Windows consoles before Windows Terminal and the Linux console do not. */
export function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return Boolean(env.WT_SESSION || env.CI || env.TERM_PROGRAM);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'UTF-8';
  return env.TERM !== 'linux' && /utf-?8/i.test(locale);
}
