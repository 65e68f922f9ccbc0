import facts from '../package.json' with { type: 'json' };

/** The version of this package. */
export const version: string = facts.version;
/** Where the project lives. */
export const projectUrl = 'https://github.com/listwright/listwright';
