import type { Picture } from './pictures.js';

/** Colours of a terminal (ECMA-48, select graphic rendition) on a dark ground and on a light one. */
const colours: Readonly<Record<number, readonly [dark: string, light: string]>> = {
  31: ['#f47067', '#a40e26'],
  32: ['#8ddb8c', '#116329'],
  33: ['#f0b429', '#7d4e00'],
  35: ['#dcbdfb', '#6639ba'],
  36: ['#76e3ea', '#1b7c83'],
};

/** A terminal with a command and what it printed. */
export function draw({ title, typed, most }: Picture, output: string): string {
  const lines = output.trim().split('\n');
  const summary = lines.lastIndexOf('');
  const isCut = summary > most;
  const rest = isCut ? [...lines.slice(0, most), '…', ...lines.slice(summary + 1)] : lines;
  const shown = [`$ ${typed}`, '', ...rest];
  const rows = shown.map(
    (line, index) => `<text x="16" y="${34 + index * 18}" xml:space="preserve">${spans(line)}</text>`,
  );
  const height = shown.length * 18 + 40;
  const style = (ground: string, ink: string, which: 0 | 1): string =>
    [
      `rect{fill:${ground}}`,
      `text{fill:${ink}}`,
      ...Object.entries(colours).map(([code, pair]) => `.c${code}{fill:${pair[which]}}`),
    ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" role="img">
<title>${title}</title>
<style>${style('#1c2128', '#d1d7e0', 0)}.b{font-weight:bold}.d{opacity:.65}.u{text-decoration:underline}@media(prefers-color-scheme:light){${style('#f6f8fa', '#1f2328', 1)}}</style>
<rect width="740" height="${height}" rx="8"/>
${rows.join('\n')}
</svg>
`;
}

/** The coloured stretches of a line. */
function spans(line: string): string {
  let colour = 0;
  let marks = { b: false, d: false, u: false };
  const parts = line.split(/(\u001B\[[\d;]*m)/).map((part) => {
    const codes = /^\u001B\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) {
      if (part === '') return '';
      const classes = [
        ...(colours[colour] === undefined ? [] : [`c${colour}`]),
        ...Object.entries(marks).flatMap(([mark, isOn]) => (isOn ? [mark] : [])),
      ];
      const text = part.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      return classes.length === 0 ? text : `<tspan class="${classes.join(' ')}">${text}</tspan>`;
    }
    for (const code of codes.split(';').map(Number)) {
      if (code === 0) [colour, marks] = [0, { b: false, d: false, u: false }];
      else if (code === 1) marks = { ...marks, b: true };
      else if (code === 2) marks = { ...marks, d: true };
      else if (code === 4) marks = { ...marks, u: true };
      else if (code === 22) marks = { ...marks, b: false, d: false };
      else if (code === 24) marks = { ...marks, u: false };
      else colour = code === 39 ? 0 : code;
    }
    return '';
  });
  return parts.join('');
}
