import { archive } from './archive.js';
import { arxiv } from './arxiv.js';
import { bitbucket } from './bitbucket.js';
import { codepen } from './codepen.js';
import { crates } from './crates.js';
import { discord } from './discord.js';
import { docker } from './docker.js';
import { doi } from './doi.js';
import { gitea } from './gitea.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { golang } from './golang.js';
import { google } from './google.js';
import { npm } from './npm.js';
import { packagist } from './packagist.js';
import { pypi } from './pypi.js';
import { rubygems } from './rubygems.js';
import type { Site } from './site.js';
import { sourceforge } from './sourceforge.js';
import { stackexchange } from './stackexchange.js';
import { twitter } from './twitter.js';
import { vimeo } from './vimeo.js';
import { wikipedia } from './wikipedia.js';
import { youtube } from './youtube.js';

/** Every site that has an adapter; the first that claims an address answers for it. */
export const sites: readonly Site[] = [
  ...[github, gitlab, bitbucket, gitea, sourceforge],
  ...[npm, crates, pypi, rubygems, packagist, golang, docker],
  ...[youtube, vimeo, codepen, twitter, discord],
  ...[doi, arxiv, wikipedia, stackexchange, google, archive],
];
