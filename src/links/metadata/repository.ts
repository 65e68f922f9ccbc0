import type { RepositoryAddress } from '../sites/github/address.js';
import { foundIn, type Json, recordOf, textOf } from '../sites/json-api.js';
import type { SiteApi } from '../sites/site.js';
import { cleanLine, cleanLines, descriptionOf } from './clean-text.js';
import type { PageMetadata } from './metadata.js';

const fields =
  'name nameWithOwner description primaryLanguage { name } repositoryTopics(first: 20) { nodes { topic { name } } }';

/** What GitHub says of a repository: its GraphQL API with a token, else its REST API; null where neither answers. */
export async function metadataOfRepository(
  { owner, name }: RepositoryAddress,
  api: SiteApi,
): Promise<PageMetadata | null> {
  const { graphql, rest } = api.services.github;
  if (graphql === null) {
    const reply = await api.ask({
      url: `${rest}/repos/${owner}/${name}`,
      accept: 'application/vnd.github+json',
      retries: 0,
    });
    const found = foundIn(reply);
    return found === null ? null : aboutOf(found, found.full_name, found.language, found.topics);
  }
  // JSON's escapes are all escapes of GraphQL strings too (GraphQL, 2.9.4).
  const query = `query {\nrepository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)}) { ${fields} }\n}`;
  const answer = foundIn(await api.ask({ url: graphql, method: 'POST', json: { query }, token: 'github' }));
  const found = recordOf(recordOf(answer?.data)?.repository);
  if (found === null) return null;
  const nodes = recordOf(found.repositoryTopics)?.nodes;
  const topics = Array.isArray(nodes) ? nodes.map((node) => recordOf(recordOf(node)?.topic)?.name) : [];
  return aboutOf(found, found.nameWithOwner, recordOf(found.primaryLanguage)?.name, topics);
}

function aboutOf(found: Json, whole: unknown, language: unknown, topics: unknown): PageMetadata | null {
  const name = textOf(found.name);
  if (name === null || !/^[\w.-]{1,100}$/.test(name)) return null;
  const description = descriptionOf(found.description, name, textOf(whole));
  const spoken = cleanLine(language, 50);
  return { name, description, topics: [...cleanLines(topics), ...(spoken === null ? [] : [spoken])], source: 'github' };
}
