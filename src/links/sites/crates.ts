import { registryHosts } from '../../url/service-hosts.js';
import { dateOf, downloadsOf, licenseOf, lineOf, versionOf } from './fact-values.js';
import { type Json, recordOf, textOf } from './json-api.js';
import { type AboutPackage, packageSite, unknownPackage } from './package-registry.js';

const nameShape = /^[a-z][\w-]{0,63}$/i;
const versionShape = /^\d+\.\d+\.\d+[\w.+-]{0,60}$/;
/** Views that each crate has. */
const views = new Set(['versions', 'dependencies', 'reverse_dependencies', 'security']);

/** The registry of Rust. Its pages are one application: 200 for browsers though the crate is absent, 404 for other programs. */
export const crates = packageSite({
  name: 'crates',
  title: 'The API of the crate registry',
  ...registryHosts.crates,
  place: ([first, name, second, ...rest]) => {
    if (first !== 'crates' || name === undefined || !nameShape.test(name)) return null;
    const version = second !== undefined && versionShape.test(second) ? second : null;
    const path = `/api/v1/crates/${name}${version === null ? '' : `/${encodeURIComponent(version)}`}`;
    const whole = rest.length === 0 && (second === undefined || version !== null || views.has(second));
    return { name, version, path, whole };
  },
  read: (answer, { name, version }, now) => {
    const about = recordOf(answer[version === null ? 'crate' : 'version']);
    const said = textOf(version === null ? about?.name : about?.crate);
    if (said === null || foldName(said) !== foldName(name)) return null;
    if (version !== null && about?.num !== version) return null;
    const isYanked = about?.yanked === true || (version === null && areYanked(answer));
    const notes = isYanked ? ['yanked'] : [];
    return { notes, about: version === null && about !== null ? aboutCrate(answer, about, said, now) : null };
  },
});

/** Names that differ in case or between `-` and `_` are one crate's. */
const foldName = (name: string): string => name.toLowerCase().replaceAll('-', '_');

/** Source: crates.io's API, `GET /crates/{name}`. */
function aboutCrate(answer: Json, about: Json, name: string, now: number): AboutPackage {
  const newest = versionOf(about.max_stable_version) ?? versionOf(about.max_version);
  const versions: readonly unknown[] = Array.isArray(answer.versions) ? answer.versions : [];
  const version = versions.map(recordOf).find((each) => each !== null && each.num === newest) ?? null;
  const downloads = downloadsOf(about.downloads);
  return {
    ...unknownPackage(name),
    description: lineOf(about.description),
    license: licenseOf(version?.license),
    release: newest === null ? null : { name: newest, publishedAt: dateOf(version?.created_at, now) },
    downloads,
    downloadsPeriod: downloads === null ? null : 'total',
    isYanked: versions.length === 0 ? null : areYanked(answer),
  };
}

const areYanked = ({ versions }: Json): boolean =>
  Array.isArray(versions) && versions.length > 0 && versions.every((each) => recordOf(each)?.yanked === true);
