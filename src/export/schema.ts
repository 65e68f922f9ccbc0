import * as v from 'valibot';
import { verdictNames } from '../model/verdict-names.js';

const text = v.string();
const maybe = v.nullable(text);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const first = v.pipe(v.number(), v.integer(), v.minValue(1));
const time = v.pipe(text, v.description('ISO 8601, UTC'));

/** The shape of `export --to json`; its JSON Schema is made from it. Not loaded when the command runs. */
export const exportShape = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('listwright'), version: text }),
  list: v.strictObject({
    path: text,
    title: maybe,
    description: maybe,
    lang: v.pipe(maybe, v.description('BCP 47')),
    repository: v.pipe(maybe, v.description('web address of the repository')),
  }),
  sections: v.pipe(
    v.array(v.strictObject({ titles: v.array(text), emoji: maybe, slug: maybe, entries: whole })),
    v.description('sections with entries, in document order; `entries` counts those of the sections below too'),
  ),
  entries: v.array(
    v.strictObject({
      name: text,
      url: maybe,
      kind: maybe,
      description: maybe,
      section: v.pipe(v.array(text), v.description('titles from the outermost section inward')),
      sectionIndex: v.pipe(v.nullable(whole), v.description('index of the innermost of them in `sections`')),
      tier: v.nullable(v.strictObject({ level: first, label: text })),
      parent: v.pipe(v.nullable(whole), v.description('index of the entry that this one is nested in')),
      links: v.pipe(v.array(v.strictObject({ url: text, text })), v.description('links besides the main one')),
      fields: v.pipe(
        v.nullable(v.record(text, v.nullable(v.union([text, v.number(), v.boolean()])))),
        v.description('fields of the format of the list; null if it has none'),
      ),
      added: v.pipe(
        v.nullable(v.strictObject({ at: time, commit: text })),
        v.description('the commit that added the URL; null if git does not tell'),
      ),
      health: v.pipe(
        v.nullable(
          v.strictObject({
            verdict: v.picklist(verdictNames),
            reason: maybe,
            checkedAt: time,
            finalUrl: maybe,
            notes: v.array(text),
          }),
        ),
        v.description('the verdict in the ledger; null if there is none'),
      ),
      line: first,
    }),
  ),
});
