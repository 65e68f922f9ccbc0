import {
  factsOf,
  findRepository,
  type GithubTrouble,
  hasObject,
  hasOwner,
  type MadeUpGithub,
  type MadeUpRepository,
} from './github-world.js';
import type { Field } from './graphql.js';

type Problem = { readonly type: string; readonly path?: readonly (string | number)[]; readonly message: string };

/** Answers a query; fields that GitHub does not have throw. */
export function answerQuery(world: MadeUpGithub, trouble: GithubTrouble, fields: readonly Field[]): object {
  const data: Record<string, unknown> = {};
  const errors: Problem[] = [];
  const select = (facts: Readonly<Record<string, unknown>>, asked: readonly Field[]): Record<string, unknown> =>
    Object.fromEntries(
      asked.map((field) => {
        const value = facts[field.name];
        if (value === undefined) throw new Error(`Field '${field.name}' doesn't exist`);
        const inner = field.fields;
        const part = (one: unknown): unknown =>
          inner !== null && typeof one === 'object' && one !== null
            ? select(one as Record<string, unknown>, inner)
            : one;
        return [field.alias, Array.isArray(value) ? value.map(part) : part(value)];
      }),
    );
  const inside = (repository: MadeUpRepository, alias: string, asked: readonly Field[]): Record<string, unknown> => {
    const facts: Record<string, unknown> = {};
    for (const field of asked) {
      const { name, args } = field;
      const number = args.number as number;
      const thing = (isThere: boolean): object | null =>
        isThere ? { [field.fields?.[0]?.alias ?? '']: 'Thing' } : null;
      const orError = (isThere: boolean): object | null => {
        const message = `Could not resolve to a thing with the number of ${number}.`;
        if (!isThere) errors.push({ type: 'NOT_FOUND', path: [alias, field.alias], message });
        return thing(isThere);
      };
      if (name === 'object') facts[field.alias] = thing(hasObject(repository, String(args.expression)));
      else if (name === 'release')
        facts[field.alias] = thing((repository.releases ?? []).includes(String(args.tagName)));
      else if (name === 'ref') facts[field.alias] = thing(hasTag(repository, String(args.qualifiedName)));
      else if (name === 'issueOrPullRequest') facts[field.alias] = orError((repository.issues ?? []).includes(number));
      else if (name === 'discussion') facts[field.alias] = orError((repository.discussions ?? []).includes(number));
      else Object.assign(facts, select(factsOf(repository), [field]));
    }
    return facts;
  };
  let answered = 0;
  const isOut = (): boolean => trouble.partial !== undefined && answered++ >= trouble.partial;
  for (const { alias, name, args, fields: asked } of fields) {
    if (name === 'repository') {
      const called = `${args.owner}/${args.name}`;
      const repository = findRepository(world, called);
      const isHeld = trouble.saml?.some((owner) => owner.toLowerCase() === String(args.owner).toLowerCase());
      data[alias] = null;
      if (isOut()) continue;
      const message = isHeld
        ? 'Resource protected by organization SAML enforcement.'
        : `Could not resolve to a Repository with the name '${called}'.`;
      if (isHeld || repository === null)
        errors.push({ type: isHeld ? 'FORBIDDEN' : 'NOT_FOUND', path: [alias], message });
      else data[alias] = inside(repository, alias, asked ?? []);
    } else if (name === 'nodes') {
      data[alias] = (args.ids as readonly string[]).map((id, index) => {
        if (isOut()) return null;
        const found = world.repositories?.find((each) => factsOf(each).id === id);
        const message = `Could not resolve to a node with the global id of '${id}'.`;
        if (found === undefined) errors.push({ type: 'NOT_FOUND', path: [alias, index], message });
        return found === undefined ? null : inside(found, alias, asked ?? []);
      });
    } else if (name === 'repositoryOwner') {
      const login = String(args.login);
      const isThere = !isOut() && hasOwner(world, login);
      data[alias] = isThere
        ? select({ id: world.userIds?.[login] ?? `U_${login.toLowerCase()}`, login }, asked ?? [])
        : null;
    } else if (name === 'topic') {
      const isThere = !isOut() && (world.topics ?? []).includes(String(args.name));
      data[alias] = isThere ? { name: args.name } : null;
    } else throw new Error(`Field '${name}' doesn't exist`);
  }
  if (trouble.partial !== undefined && answered > trouble.partial)
    errors.push({ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' });
  return errors.length === 0 ? { data } : { data, errors };
}

function hasTag({ tags = [], releases = [] }: MadeUpRepository, qualified: string): boolean {
  return [...tags, ...releases].some((tag) => qualified === `refs/tags/${tag}`);
}
