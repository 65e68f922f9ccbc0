import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { fileLineUrl, hyperlink, showsHyperlinks } from '../../../src/cli/terminal/hyperlink.js';

const terminal = { isTTY: true };

describe('a terminal shows links', () => {
  test.each([
    ['iTerm', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' }, true],
    ['an old iTerm', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
    ['VS Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.100.2' }, true],
    ['an old VS Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.0' }, false],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
    ['Ghostty', { TERM_PROGRAM: 'ghostty' }, true],
    ['the Terminal of macOS', { TERM_PROGRAM: 'Apple_Terminal' }, false],
    ['a VTE', { VTE_VERSION: '7200' }, true],
    ['the VTE that crashes', { VTE_VERSION: '5000' }, false],
    ['Windows Terminal', { WT_SESSION: 'a-b-c' }, true],
    ['Konsole', { KONSOLE_VERSION: '220401' }, true],
    ['an old Konsole', { KONSOLE_VERSION: '180401' }, false],
    ['kitty', { TERM: 'xterm-kitty' }, true],
    ['xterm', { TERM: 'xterm-256color' }, false],
    ['a VTE inside tmux', { VTE_VERSION: '7200', TMUX: '/tmp/tmux' }, false],
    ['a VTE in continuous integration', { VTE_VERSION: '7200', CI: 'true' }, false],
    ['whatever, forced', { FORCE_HYPERLINK: '1', CI: 'true' }, true],
    ['a VTE, forbidden', { FORCE_HYPERLINK: '0', VTE_VERSION: '7200' }, false],
    ['a program that calls itself constructor', { TERM_PROGRAM: 'constructor' }, false],
  ])('%s', (_, env, shows) => expect(showsHyperlinks(terminal, true, env)).toBe(shows));

  test('not without colour, and not where there is no terminal', () => {
    expect(showsHyperlinks(terminal, false, { VTE_VERSION: '7200' })).toBe(false);
    expect(showsHyperlinks({}, true, { VTE_VERSION: '7200' })).toBe(false);
  });
});

const esc = String.fromCharCode(27);

describe('a link', () => {
  test('is the text between two escapes', () => {
    expect(hyperlink('loom', 'https://loom.example/a')).toBe(
      `${esc}]8;;https://loom.example/a${esc}\\loom${esc}]8;;${esc}\\`,
    );
  });

  test.each([
    `https://loom.example/${esc}\\${esc}[2J`,
    'https://loom.example/\u0007',
    'https://loom.example/\u009C2J',
    'https://loom.example/織',
  ])('carries nothing that a terminal would obey: %j', (url) => {
    const link = hyperlink('x', url);
    const address = link.slice(5, link.indexOf(`${esc}\\`));
    expect(address).toMatch(/^https:\/\/loom\.example\/[\x21-\x7E]*$/);
    expect(link.split(esc)).toHaveLength(5);
  });

  test.each(['javascript:alert(1)', 'not an address', `https://loom.example/${'a'.repeat(3000)}`, 'data:text/html,x'])(
    'leads nowhere for %.40s',
    (url) => expect(hyperlink('x', url)).toBe('x'),
  );

  test.skipIf(process.platform === 'win32')('to a file names this machine and the line', () => {
    const url = new URL(fileLineUrl('/looms/a b.md', 8));
    expect([url.protocol, url.pathname, url.hash]).toEqual(['file:', '/looms/a%20b.md', '#8']);
    if (/^[a-z0-9.-]+$/.test(hostname())) expect(url.hostname).toBe(hostname());
  });
});
