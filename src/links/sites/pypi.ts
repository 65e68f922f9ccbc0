import { registryHosts } from '../../url/service-hosts.js';
import { dateOf, licenseOf, lineOf, versionOf } from './fact-values.js';
import { type Json, recordOf, textOf } from './json-api.js';
import { packageSite, unknownPackage } from './package-registry.js';

/** Python Packaging User Guide, "Names and normalization". */
const nameShape = /^[a-z\d](?:[\w.-]{0,127}[a-z\d])?$/i;
/** PEP 440, loosely; epochs have a `!`. */
const versionShape = /^v?\d[\w.+!-]{0,80}$/i;
/** Marks of a project's state that are worth a note (PEP 792). */
const states = new Set(['archived', 'deprecated', 'quarantined']);

/** The registry of Python. Its pages may be a challenge that a browser solves, whatever their status. */
export const pypi = packageSite({
  name: 'pypi',
  title: 'The JSON API of PyPI',
  ...registryHosts.pypi,
  place: ([first, name, version, ...rest]) => {
    if ((first !== 'project' && first !== 'pypi') || name === undefined || !nameShape.test(name)) return null;
    if (rest.length > 0 || (version !== undefined && !versionShape.test(version))) return null;
    const path = `/pypi/${name}${version === undefined ? '' : `/${encodeURIComponent(version)}`}/json`;
    return { name, version: version ?? null, path, whole: true };
  },
  read: (answer, { name, version }, now) => {
    const info = recordOf(answer.info);
    const said = textOf(info?.name);
    if (said === null || foldName(said) !== foldName(name)) return null;
    const state = stateOf(answer) ?? stateOf(info);
    const notes = [...(info?.yanked === true ? ['yanked'] : []), ...(state === null ? [] : [state])];
    const newest = versionOf(info?.version);
    const files: readonly unknown[] = Array.isArray(answer.urls) ? answer.urls : [];
    const publishedAt = dateOf(recordOf(files[0])?.upload_time_iso_8601, now);
    const about = {
      ...unknownPackage(said),
      description: lineOf(info?.summary),
      license: licenseOf(info?.license_expression) ?? licenseOf(info?.license),
      release: newest === null ? null : { name: newest, publishedAt },
      isDeprecated: state !== null,
      isYanked: info?.yanked === true,
    };
    return { notes, about: version === null ? about : null };
  },
});

const foldName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

function stateOf(record: Json | null): string | null {
  const status = record?.['project-status'];
  const state = textOf(recordOf(status)?.status) ?? textOf(status);
  return state !== null && states.has(state) ? state : null;
}
