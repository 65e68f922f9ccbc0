import { registryHosts } from '../../url/service-hosts.js';
import { dateOf, downloadsOf, lineOf, versionOf, wordsOf } from './fact-values.js';
import { type Json, recordOf, textOf } from './json-api.js';
import { type AboutPackage, packageSite, unknownPackage } from './package-registry.js';

const partShape = /^[a-z\d](?:[\w.-]{0,100}[a-z\d])?$/i;

/** The registry of PHP. */
export const packagist = packageSite({
  name: 'packagist',
  title: 'The API of Packagist',
  ...registryHosts.packagist,
  place: ([first, vendor, name, view]) => {
    if (first !== 'packages' || vendor === undefined || name === undefined) return null;
    if (!partShape.test(vendor) || !partShape.test(name) || name.endsWith('.json')) return null;
    // A virtual package, which others provide, has a page and is none.
    if (name.endsWith('-implementation')) return null;
    const full = `${vendor}/${name}`;
    return { name: full, version: null, path: `/packages/${full}.json`, whole: view === undefined };
  },
  read: (answer, { name }, now) => {
    const about = recordOf(answer.package);
    if (textOf(about?.name)?.toLowerCase() !== name.toLowerCase()) return null;
    if (about === null) return null;
    const isAbandoned = about.abandoned === true || textOf(about.abandoned) !== null;
    return { notes: isAbandoned ? ['abandoned'] : [], about: aboutPackage(about, name, isAbandoned, now) };
  },
});

/** Source: Packagist's API, "Getting package data". Versions come newest first, branches before them. */
function aboutPackage(about: Json, name: string, isDeprecated: boolean, now: number): AboutPackage {
  const versions = Object.values(recordOf(about.versions) ?? {}).map(recordOf);
  const dated = versions.flatMap((each) => {
    const version = versionOf(each?.version);
    const isBranch = version === null || /^dev-|-dev$/.test(version);
    return isBranch ? [] : [{ version, publishedAt: dateOf(each?.time, now), license: wordsOf(each?.license) }];
  });
  const newest = dated.sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))[0];
  const downloads = downloadsOf(recordOf(about.downloads)?.total);
  return {
    ...unknownPackage(name),
    description: lineOf(about.description),
    license: newest?.license?.join(' OR ') || null,
    release: newest === undefined ? null : { name: newest.version, publishedAt: newest.publishedAt },
    downloads,
    downloadsPeriod: downloads === null ? null : 'total',
    isDeprecated,
  };
}
