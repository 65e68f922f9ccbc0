/** The licenses of the packages that are inside of the bundles, as they ask to be shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a file is part of; null for a file of our own. */
function packageOf(file) {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/.][^/]*)\//.exec(file.replaceAll('\\', '/'))?.[1] ?? null;
}

/** One text of all licenses, each once, under the packages that have it. Throws for a package without one. */
export function noticesOf(files) {
  const packages = [...new Set(files.map(packageOf))].filter((folder) => folder !== null).sort();
  const names = new Map();
  for (const folder of packages) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined && typeof license !== 'string') throw new Error(`${name} has no license`);
    const text =
      file === undefined ? `${license}\n` : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    names.set(text, [...(names.get(text) ?? []), `${name} ${version}`]);
  }
  return [...names].map(([text, those]) => `${those.join('\n')}\n\n${text.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}
