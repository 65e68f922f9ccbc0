import { readdir } from 'node:fs/promises';

/** The index of the rules folder: every file but the index itself is a rule. */
export async function generateIndex(folder: string): Promise<string> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const variable = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = names.map((name) => `import ${variable(name)} from './${name}.js';`);
  return [
    '// Written by `npm run sync`.',
    "import type { AnyRule } from '../src/model/rule.js';",
    ...imports,
    '',
    '/** All rules, by name. */',
    'export const rules: readonly AnyRule[] = [',
    ...names.map((name) => `  ${variable(name)},`),
    '];',
    '',
  ].join('\n');
}
