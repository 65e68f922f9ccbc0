/** Classes for the codes of colours, and what turns each on (ECMA-48, select graphic rendition). */
const classes: Readonly<Record<number, string>> = {
  31: 'red',
  32: 'green',
  33: 'amber',
  34: 'blue',
  35: 'plum',
  36: 'cyan',
};

/** Light as a page, dark where the reader's system is dark. */
const style = `text{fill:#1f2328}rect{fill:#f6f8fa}.red{fill:#b31d28}.green{fill:#116329}.amber{fill:#7d4e00}.blue{fill:#0550ae}.plum{fill:#6639ba}.cyan{fill:#1b5d6b}.bold{font-weight:bold}.dim{opacity:.75}.under{text-decoration:underline}
@media (prefers-color-scheme:dark){text{fill:#d1d7e0}rect{fill:#1c2128}.red{fill:#f47067}.green{fill:#8ddb8c}.amber{fill:#f0b429}.blue{fill:#6cb6ff}.plum{fill:#dcbdfb}.cyan{fill:#76e3ea}}`;

/** Draws what a terminal of 80 columns shows; colours are those of the codes in the text. */
export function drawTerminal(title: string, lines: readonly string[]): string {
  const open = new Set<string>();
  const rows = lines.map((line, index) =>
    line === '' ? '' : `<text x="16" y="${34 + index * 18}" xml:space="preserve">${spans(line, open)}</text>\n`,
  );
  const height = lines.length * 18 + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" role="img">
<title>${xml(title)}</title>
<style>${style}</style>
<rect width="740" height="${height}" rx="8"/>
${rows.join('')}</svg>
`;
}

/** The coloured stretches of a line; `open` are the classes that are on, and stay on for the next line. */
function spans(line: string, open: Set<string>): string {
  return line
    .split(/(\u001B\[[\d;]*m)/)
    .map((part) => {
      const codes = /^\u001B\[([\d;]*)m$/.exec(part)?.[1];
      if (codes === undefined) {
        if (part === '') return '';
        return open.size === 0 ? xml(part) : `<tspan class="${[...open].join(' ')}">${xml(part)}</tspan>`;
      }
      for (const code of codes.split(';').map(Number)) turn(code, open);
      return '';
    })
    .join('');
}

function turn(code: number, open: Set<string>): void {
  const off = (...names: readonly string[]): void => {
    for (const name of names) open.delete(name);
  };
  const colour = classes[code];
  if (code === 0) open.clear();
  else if (code === 1) open.add('bold');
  else if (code === 2) open.add('dim');
  else if (code === 4) open.add('under');
  else if (code === 22) off('bold', 'dim');
  else if (code === 24) off('under');
  else {
    off(...Object.values(classes));
    if (colour !== undefined) open.add(colour);
  }
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
