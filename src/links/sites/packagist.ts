import { recordOf, textOf } from './json-api.js';
import { packageSite } from './package-registry.js';

const partShape = /^[a-z\d](?:[\w.-]{0,100}[a-z\d])?$/i;

/** The registry of PHP. */
export const packagist = packageSite({
  name: 'packagist',
  title: 'The API of Packagist',
  domain: 'packagist',
  subdomains: ['', 'www'],
  place: ([first, vendor, name, view]) => {
    if (first !== 'packages' || vendor === undefined || name === undefined) return null;
    if (!partShape.test(vendor) || !partShape.test(name) || name.endsWith('.json')) return null;
    // A virtual package, which others provide, has a page and is none.
    if (name.endsWith('-implementation')) return null;
    const full = `${vendor}/${name}`;
    return { name: full, version: null, path: `/packages/${full}.json`, whole: view === undefined };
  },
  read: (answer, { name }) => {
    const about = recordOf(answer.package);
    if (textOf(about?.name)?.toLowerCase() !== name.toLowerCase()) return null;
    return about?.abandoned === true || textOf(about?.abandoned) !== null ? ['abandoned'] : [];
  },
});
