/** Draws what the demo prints, as a person sees it in a terminal of 80 columns, for the README. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Lines that are shown from the top; the summary follows. */
const most = 40;
const colours: Readonly<Record<number, string>> = {
  31: '#f47067',
  32: '#8ddb8c',
  33: '#f0b429',
  35: '#dcbdfb',
  36: '#76e3ea',
};

const child = spawn(process.execPath, [`${root}node_modules/jiti/lib/jiti-cli.mjs`, `${root}scripts/demo.ts`], {
  env: { ...process.env, FORCE_COLOR: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let output = '';
child.stdout.on('data', (chunk) => {
  output += chunk;
});
await new Promise((resolve) => child.on('close', resolve));
const lines = output.trim().split('\n');
const summary = lines.lastIndexOf('');
const shown = ['$ listwright check', '', ...lines.slice(0, most), '…', ...lines.slice(summary + 1)];
const rows = shown.map(
  (line, index) => `<text x="16" y="${34 + index * 18}" xml:space="preserve">${spans(line)}</text>`,
);
const height = shown.length * 18 + 40;
mkdirSync(`${root}docs`, { recursive: true });
writeFileSync(
  `${root}docs/demo.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#d1d7e0" role="img">
<title>What listwright check prints for a list of pots</title>
<rect width="740" height="${height}" rx="8" fill="#1c2128"/>
${rows.join('\n')}
</svg>
`,
);

/** The coloured stretches of a line (ECMA-48, select graphic rendition). */
function spans(line: string): string {
  let style = { fill: '', bold: false, dim: false, underline: false };
  return line
    .split(/(\u001B\[[\d;]*m)/)
    .map((part) => {
      const codes = /^\u001B\[([\d;]*)m$/.exec(part)?.[1];
      if (codes === undefined) {
        if (part === '') return '';
        const { fill, bold, dim, underline } = style;
        const attributes = `${fill ? ` fill="${fill}"` : ''}${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.6"' : ''}${underline ? ' text-decoration="underline"' : ''}`;
        const text = part.replace(/&/g, '&amp;').replace(/</g, '&lt;');
        return `<tspan${attributes}>${text}</tspan>`;
      }
      for (const code of codes.split(';').map(Number)) {
        if (code === 0) style = { fill: '', bold: false, dim: false, underline: false };
        else if (code === 1) style.bold = true;
        else if (code === 2) style.dim = true;
        else if (code === 4) style.underline = true;
        else if (code === 22) style = { ...style, bold: false, dim: false };
        else if (code === 24) style.underline = false;
        else style.fill = colours[code] ?? '';
      }
      return '';
    })
    .join('');
}
