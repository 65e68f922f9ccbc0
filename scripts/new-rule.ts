/** Begins a rule: writes rules/<name>.ts, which works, and which its author changes. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beginRule } from './new-rule/text.js';

const [name = ''] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../rules/', import.meta.url));

if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) {
  process.stderr.write('new-rule: name it in small letters with dashes: npm run new-rule no-shouting\n');
  process.exitCode = 2;
} else {
  try {
    await writeFile(`${folder}${name}.ts`, beginRule(name), { flag: 'wx' });
    process.stdout.write(`wrote rules/${name}.ts; change it, then: npm run sync && npx vitest run test/rules\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    process.stderr.write(`new-rule: rules/${name}.ts is there already\n`);
    process.exitCode = 2;
  }
}
