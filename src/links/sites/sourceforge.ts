import { textOf } from './json-api.js';
import { packageSite } from './package-registry.js';

/** Names with a dot are mirrors and lie elsewhere in the API. */
const nameShape = /^[a-z\d][a-z\d-]{0,60}$/i;
/** Views that each project has. */
const views = new Set(['files', 'reviews', 'support']);

/** SourceForge, whose pages refuse programs in bursts. */
export const sourceforge = packageSite({
  name: 'sourceforge',
  title: "SourceForge's API",
  domain: 'sourceforge',
  subdomains: ['', 'www'],
  missing: 'repo-missing',
  place: ([first, name, view, more]) => {
    if ((first !== 'projects' && first !== 'p') || name === undefined || !nameShape.test(name)) return null;
    const whole = view === undefined || (first === 'projects' && views.has(view) && more === undefined);
    return { name, version: null, path: `/rest/p/${name}`, whole };
  },
  read: (answer, { name }) => {
    if (textOf(answer.shortname)?.toLowerCase() !== name.toLowerCase()) return null;
    const hasMoved = answer.status === 'moved' || textOf(answer.moved_to_url) !== null;
    const notes = [...(answer.status === 'abandoned' ? ['abandoned'] : []), ...(hasMoved ? ['moved-away'] : [])];
    return { notes, about: null };
  },
  describes: false,
});
