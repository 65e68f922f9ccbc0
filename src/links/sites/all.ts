import { bitbucket } from './bitbucket.js';
import { crates } from './crates.js';
import { docker } from './docker.js';
import { gitea } from './gitea.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { golang } from './golang.js';
import { npm } from './npm.js';
import { packagist } from './packagist.js';
import { pypi } from './pypi.js';
import { rubygems } from './rubygems.js';
import type { Site } from './site.js';
import { sourceforge } from './sourceforge.js';

/** Every site that has an adapter; the first that claims an address answers for it. */
export const sites: readonly Site[] = [
  github,
  gitlab,
  bitbucket,
  gitea,
  npm,
  crates,
  pypi,
  rubygems,
  packagist,
  golang,
  docker,
  sourceforge,
];
