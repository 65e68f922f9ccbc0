/** Writes what package managers need next to the archives of a release: `release-packages.ts <version> <folder of archives>`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFiles } from './release/packages.js';

const [version = '', folder = '.'] = process.argv.slice(2);
const archives = readdirSync(folder)
  .filter((name) => /\.(?:tar\.gz|zip)$/.test(name))
  .map((name) => ({
    name,
    sha256: createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  }));
for (const [name, text] of Object.entries(packageFiles(version, archives))) writeFileSync(join(folder, name), text);
