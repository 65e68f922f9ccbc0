import facts from '../../package.json' with { type: 'json' };

/** The version of this package. */
export const version: string = facts.version;
/** Where the project lives. */
export const projectUrl = 'https://github.com/listwright/listwright';

/** The page that explains a rule; for one that someone brought, how rules are brought. */
export function ruleUrl(id: string, isOurs = true): string {
  return isOurs
    ? `${projectUrl}/blob/main/docs/rules/${id}.md`
    : `${projectUrl}/blob/main/docs/configuration.md#custom-rules`;
}

/** Where known findings are stored by default. */
export const baselineName = '.listwright-baseline.json';
