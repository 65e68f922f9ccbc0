import { refuses, textOf } from './json-api.js';
import { packageSite } from './package-registry.js';

/** Image names are in lower case (distribution/reference, "path-component"). */
const partShape = /^[a-z\d](?:[a-z\d._-]{0,253}[a-z\d])?$/;

/** Docker Hub. Its pages are one application, and its answers depend on what a program says it accepts. */
export const docker = packageSite({
  name: 'docker',
  title: 'The API of Docker Hub',
  domain: 'docker',
  subdomains: ['hub'],
  place: ([first, ...rest]) => {
    const [namespace, name, view, more] = first === '_' ? ['library', ...rest] : rest;
    if ((first !== 'r' && first !== '_') || namespace === undefined || name === undefined) return null;
    if (!partShape.test(namespace) || !partShape.test(name)) return null;
    const full = `${namespace}/${name}`;
    const whole = view === undefined || (view === 'tags' && more === undefined);
    return { name: full, version: null, path: `/v2/repositories/${full}/`, whole };
  },
  read: (answer, { name }) =>
    `${textOf(answer.namespace)}/${textOf(answer.name)}` === name ? { notes: [], about: null } : null,
  describes: false,
  // Pages of publishers stand among those of official images, and the API knows them under no such name.
  isMissing: (reply, { name }) => refuses(reply) && !name.startsWith('library/'),
});
