import { readFile } from 'node:fs/promises';

/** The README with the example of the library as the tests run it. */
export async function withLibrary(readme: string, root: string): Promise<string> {
  const text = await readFile(`${root}test/api/examples/in-short.ts`, 'utf8');
  const code = text.replaceAll('\r\n', '\n').replace(/\n\/\* Prints:[\s\S]*$/, '');
  const block = `<!-- library -->\n\n\`\`\`ts\n${code.trim()}\n\`\`\`\n\n<!-- /library -->`;
  return readme.replace(/<!-- library -->[\s\S]*?<!-- \/library -->/, () => block);
}
