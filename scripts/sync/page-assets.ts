import { build } from 'esbuild';

/** The module with the script and the style of a page, bundled from a folder `browser`, each a string that the page contains unchanged. */
export async function pageAssets(root: string, folder: string): Promise<string> {
  const [script, style] = await Promise.all(['app.ts', 'page.css'].map((name) => bundled(`${folder}/${name}`, root)));
  return [
    '// Written by `npm run sync` from the folder browser/.',
    '/** The script of the page, safe inside an element. */',
    `export const script = ${JSON.stringify(inElement(script ?? ''))};`,
    '/** The style of the page, safe inside an element. */',
    `export const style = ${JSON.stringify(inElement(style ?? ''))};`,
    '',
  ].join('\n');
}

async function bundled(entry: string, root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', legalComments: 'none' },
  });
  return outputFiles[0]?.text.trim() ?? '';
}

/** What would end the element, or begin a comment in it, has no business in our own code (HTML, section 4.12.1.3). */
function inElement(code: string): string {
  if (/<\/|<!--|<script/i.test(code)) throw new Error('the page’s script or style holds what ends its element');
  return code;
}
