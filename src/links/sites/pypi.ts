import { type Json, recordOf, textOf } from './json-api.js';
import { packageSite } from './package-registry.js';

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
  domain: 'pypi',
  subdomains: ['', 'www', 'test'],
  place: ([first, name, version, ...rest]) => {
    if ((first !== 'project' && first !== 'pypi') || name === undefined || !nameShape.test(name)) return null;
    if (rest.length > 0 || (version !== undefined && !versionShape.test(version))) return null;
    const path = `/pypi/${name}${version === undefined ? '' : `/${encodeURIComponent(version)}`}/json`;
    return { name, version: version ?? null, path, whole: true };
  },
  read: (answer, { name }) => {
    const info = recordOf(answer.info);
    const said = textOf(info?.name);
    if (said === null || foldName(said) !== foldName(name)) return null;
    return [...(info?.yanked === true ? ['yanked'] : []), ...[stateOf(answer) ?? stateOf(info)].filter(isText)];
  },
});

const foldName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
const isText = (value: string | null): value is string => value !== null;

function stateOf(record: Json | null): string | null {
  const status = record?.['project-status'];
  const state = textOf(recordOf(status)?.status) ?? textOf(status);
  return state !== null && states.has(state) ? state : null;
}
