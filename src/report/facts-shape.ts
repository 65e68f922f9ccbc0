import * as v from 'valibot';

const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const text = v.string();
const maybe = v.nullable(text);
const flag = v.nullable(v.boolean());

const common = {
  service: v.pipe(text, v.description('who said so: `github`, `npm`, …')),
  readAt: v.pipe(text, v.description('ISO 8601, UTC')),
  name: text,
  description: maybe,
  license: v.pipe(
    maybe,
    v.description('an SPDX expression; NONE if no license was found, NOASSERTION if it was not identified'),
  ),
  release: v.nullable(v.strictObject({ name: text, publishedAt: maybe })),
};

/** The shape of facts in reports and in `tree --json --facts`. */
export const factsShape = v.union([
  v.strictObject({
    kind: v.literal('repository'),
    ...common,
    stars: count,
    forks: count,
    isFork: flag,
    isArchived: flag,
    createdAt: maybe,
    pushedAt: maybe,
    isReleased: flag,
    tag: maybe,
    topics: v.nullable(v.array(text)),
    language: maybe,
    defaultBranch: maybe,
    contributors: count,
  }),
  v.strictObject({
    kind: v.literal('package'),
    ...common,
    downloads: count,
    downloadsPeriod: v.nullable(v.picklist(['total', 'month', 'week'])),
    isDeprecated: flag,
    isYanked: flag,
  }),
]);
