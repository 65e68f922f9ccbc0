import { askEach, isWeb, recordOf } from './json-api.js';
import { alive, jsonOf, missing, type Site } from './site.js';

/** What evidence calls it. */
const service = 'The registry of handles';

/** DOIs: publishers refuse programs, so the registry of handles is checked, and the redirect is not followed (scipy#935). */
export const doi: Site = {
  name: 'doi',
  batch: 1,
  claims: (url) => doiOf(url) !== null,
  ask: (targets, api) =>
    askEach(targets, async ({ url }) => {
      const name = doiOf(url);
      if (name === null) return null;
      const path = name.split('/').map(encodeURIComponent).join('/');
      const reply = await api.ask({ url: `https://doi.org/api/handles/${path}` });
      // Handle.Net HTTP JSON REST API: 1 is found, 100 is no such handle; the HTTP status says less.
      const code = recordOf(jsonOf(reply))?.responseCode;
      if (code === 1) return alive({ kind: 'has', service, thing: 'DOI', name });
      return code === 100 ? missing('doi-missing', { kind: 'has-no', service, thing: 'DOI', name }) : null;
    }),
};

function doiOf({ protocol, hostname, pathname }: URL): string | null {
  if (!isWeb(protocol) || !/^(?:(?:www|dx)\.)?doi\.org$/.test(hostname)) return null;
  try {
    const name = decodeURIComponent(pathname.slice(1));
    return /^10\.\d{4,9}\/\S{1,200}$/.test(name) ? name : null;
  } catch {
    return null;
  }
}
