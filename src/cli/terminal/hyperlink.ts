import { hostname } from 'node:os';
import { pathToFileURL } from 'node:url';

/** The oldest version that shows links, as `[major, minor]`; null where every version does or there is no telling. */
type Since = readonly [number, number] | null;

/**
 * Terminals that show OSC 8 links, by `TERM_PROGRAM`. The mark of the escape: gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda;
 * versions: github.com/Alhadis/OSC8-Adoption and github.com/chalk/supports-hyperlinks.
 */
const programs: Readonly<Record<string, Since>> = {
  'iTerm.app': [3, 1], // iterm2.com/documentation-escape-codes.html
  WezTerm: null, // 20200620, wezterm.org/changelog.html; older ones pass it over
  vscode: [1, 72], // code.visualstudio.com/updates/v1_72
  ghostty: null, // ghostty.org/docs/about
  rio: null, // rioterm.com
  Tabby: null, // by xterm.js
};

/** Terminals that are detected by another variable: true when its value shows links. */
const variables: Readonly<Record<string, (value: string) => boolean>> = {
  VTE_VERSION: (value) => Number(value) > 5000, // GNOME and its kin, from 0.50.1 on: 0.50.0 crashes at them
  WT_SESSION: (value) => value !== '', // Windows Terminal 1.4, github.com/microsoft/terminal/issues/204
  KONSOLE_VERSION: (value) => Number(value) >= 201_200, // kde.org/announcements/releases/2020-12-apps-update
  KITTY_WINDOW_ID: (value) => value !== '', // sw.kovidgoyal.net/kitty/changelog, 0.19
};

/** Values of `TERM` that name such a terminal. */
const terms = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot(?:-extra)?)$/; // alacritty 0.11; foot 1.7

/**
 * Whether what goes to a stream may hold links. `FORCE_HYPERLINK` decides; without it there are none in continuous integration,
 * inside tmux and screen, which may swallow them, and none without colour: who wants plain text wants none (as supports-hyperlinks).
 */
export function showsHyperlinks(
  stream: { readonly isTTY?: boolean },
  hasColour: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const force = env.FORCE_HYPERLINK;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (stream.isTTY !== true || !hasColour || env.CI) return false;
  if (env.TMUX || /^(?:screen|tmux|dumb)/.test(env.TERM ?? '')) return false;
  const program = env.TERM_PROGRAM ?? '';
  if (Object.hasOwn(programs, program)) {
    const since = programs[program] ?? null;
    const [major = 0, minor = 0] = (env.TERM_PROGRAM_VERSION ?? '').split('.').map(Number);
    return since === null || major > since[0] || (major === since[0] && minor >= since[1]);
  }
  if (terms.test(env.TERM ?? '')) return true;
  return Object.entries(variables).some(([name, shows]) => env[name] !== undefined && shows(env[name] ?? ''));
}

/** Longer addresses are cut by terminals (VTE takes 2083 bytes), so none is sent. */
const longest = 2000;

/** A text that leads to an address in terminals that know OSC 8; an address that is not of the web or a file, or holds what a terminal would obey, leads nowhere. */
export function hyperlink(text: string, url: string): string {
  if (text === '' || !URL.canParse(url)) return text;
  const { protocol, href } = new URL(url);
  // The URL standard percent-encodes controls and whatever is not ASCII.
  if (!/^(?:https?|file):$/.test(protocol) || !/^[\x21-\x7E]+$/.test(href) || href.length > longest) return text;
  return `\u001B]8;;${href}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** The address of a line of a file: with the host's name, as the specification of OSC 8 wants, and the line as kitty reads it. */
export function fileLineUrl(file: string, line: number): string {
  const url = pathToFileURL(file);
  const host = hostname();
  // Windows takes a host for a network share.
  if (process.platform !== 'win32' && /^[A-Za-z0-9.-]+$/.test(host)) url.hostname = host;
  url.hash = String(line);
  return url.href;
}
