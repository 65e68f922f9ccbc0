import { registryHosts } from '../../url/service-hosts.js';
import { dateOf, downloadsOf, lineOf, versionOf, wordsOf } from './fact-values.js';
import { refuses } from './json-api.js';
import { packageSite, unknownPackage } from './package-registry.js';
import { saysMissing } from './site.js';

const nameShape = /^[a-z\d_][\w.-]{0,127}$/i;

/** The registry of Ruby. Its API says in one plain sentence that a gem is absent. */
export const rubygems = packageSite({
  name: 'rubygems',
  title: 'The API of RubyGems',
  ...registryHosts.rubygems,
  place: ([first, name, view, version]) => {
    if (first !== 'gems' || name === undefined || !nameShape.test(name)) return null;
    const whole = view === undefined || (view === 'versions' && version === undefined);
    return { name, version: null, path: `/api/v1/gems/${name}.json`, whole };
  },
  read: (answer, { name }, now) => {
    if (answer.name !== name) return null;
    const newest = versionOf(answer.version);
    const downloads = downloadsOf(answer.downloads);
    const licenses = wordsOf(answer.licenses) ?? [];
    const about = {
      ...unknownPackage(name),
      description: lineOf(answer.info),
      license: licenses.length === 0 ? null : licenses.join(' OR '),
      release: newest === null ? null : { name: newest, publishedAt: dateOf(answer.version_created_at, now) },
      downloads,
      downloadsPeriod: downloads === null ? null : ('total' as const),
      isYanked: answer.yanked === true,
    };
    return { notes: answer.yanked === true ? ['yanked'] : [], about };
  },
  isMissing: (reply) =>
    refuses(reply) || (saysMissing(reply) && reply.kind === 'answer' && /\bcould not be found\b/i.test(reply.body)),
});
