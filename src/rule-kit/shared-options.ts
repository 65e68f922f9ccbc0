import * as v from 'valibot';

const names = (means: string) => v.optional(v.pipe(v.array(v.string()), v.description(means)), []);

const ignore = names('Names, URLs or /patterns/ of entries, links and sections to ignore.');

/** The option that every rule takes; src/lint applies it, so that no rule needs to. */
export const ignoreOption = { ignore };

/** The options of rules that may be confined to some sections; src/lint applies them. */
export const scopeOptions = {
  ignore,
  sections: v.optional(
    v.pipe(
      v.strictObject({
        only: names('Titles or /patterns/: check only these sections.'),
        except: names('Titles or /patterns/: ignore these sections.'),
      }),
      v.description('`only`: sections to check; `except`: sections to ignore (titles or /patterns/).'),
    ),
    {},
  ),
};
