import { refuses } from './json-api.js';
import { packageSite } from './package-registry.js';
import { saysMissing } from './site.js';

const nameShape = /^[a-z\d_][\w.-]{0,127}$/i;

/** The registry of Ruby. Its API says in one plain sentence that a gem is absent. */
export const rubygems = packageSite({
  name: 'rubygems',
  title: 'The API of RubyGems',
  domain: 'rubygems',
  subdomains: ['', 'www'],
  place: ([first, name, view, version]) => {
    if (first !== 'gems' || name === undefined || !nameShape.test(name)) return null;
    const whole = view === undefined || (view === 'versions' && version === undefined);
    return { name, version: null, path: `/api/v1/gems/${name}.json`, whole };
  },
  read: (answer, { name }) => {
    if (answer.name !== name) return null;
    return answer.yanked === true ? ['yanked'] : [];
  },
  isMissing: (reply) =>
    refuses(reply) || (saysMissing(reply) && reply.kind === 'answer' && /\bcould not be found\b/i.test(reply.body)),
});
