import * as v from 'valibot';
import { factsShape } from './facts-shape.js';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const first = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.string();
const maybe = v.nullable(text);
const point = v.strictObject({ line: first, column: first, offset: whole });
const position = v.strictObject({ start: point, end: point });

const verdict = v.picklist(['alive', 'moved', 'broken', 'suspect', 'unreachable', 'unverifiable', 'skipped']);
const severity = v.picklist(['error', 'warning', 'info']);
const edit = v.strictObject({ start: whole, end: whole, text });

const finding = v.strictObject({
  rule: text,
  severity,
  message: text,
  path: text,
  start: point,
  end: point,
  url: maybe,
  fix: v.nullable(v.strictObject({ safe: v.boolean(), edits: v.array(edit) })),
  places: v.nullable(v.array(position)),
});

const exception = v.strictObject({
  option: v.picklist(['except', 'exclude', 'accept', 'comment']),
  match: text,
  rules: v.array(text),
  section: maybe,
  reason: maybe,
  until: v.pipe(maybe, v.description('the first day on which it no longer applies')),
  state: v.picklist(['used', 'unused', 'expired', 'not-checked', 'refused']),
  applied: v.pipe(whole, v.description('findings or links that it applied to')),
  path: maybe,
  line: v.nullable(first),
});

const pullRequest = v.strictObject({
  labels: v.pipe(v.array(text), v.description('labels that the configuration has for the pull request')),
  otherLabels: v.pipe(v.array(text), v.description('labels of the configuration that do not apply to it')),
  notChecked: v.pipe(v.array(text), v.description('what could not be checked, and why')),
});

/** What is known of one link, wherever it is. */
const answer = {
  url: text,
  verdict,
  reason: maybe,
  status: v.nullable(whole),
  finalUrl: maybe,
  redirects: v.array(v.strictObject({ status: whole, url: text })),
  notes: v.array(text),
  probe: text,
  evidence: v.pipe(v.array(text), v.minLength(1)),
  cached: v.boolean(),
  firstFailedAt: maybe,
  failures: whole,
  suggestion: maybe,
  durationMs: v.pipe(v.number(), v.minValue(0)),
  facts: v.pipe(
    v.nullable(factsShape),
    v.description('what a service says of the repository or package; null for nothing'),
  ),
};

/** The shape of `--reporter json`; its JSON Schema is made from it. Not loaded when the command runs. */
export const reportShape = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('listwright'), version: text }),
  run: v.strictObject({
    command: v.picklist(['check', 'lint', 'links']),
    startedAt: v.pipe(text, v.description('ISO 8601, UTC')),
    durationMs: whole,
    vantage: v.picklist(['ci', 'local']),
    shard: maybe,
    interrupted: v.boolean(),
    off: v.optional(v.pipe(v.array(text), v.description('rules about verdicts that are off for all lists'))),
  }),
  stats: v.strictObject({
    files: whole,
    sections: whole,
    tiers: whole,
    entries: whole,
    links: v.strictObject({
      total: v.pipe(whole, v.description('occurrences')),
      unique: v.pipe(whole, v.description('number of number of number of distinct URLs: the sum of the verdicts')),
      alive: whole,
      moved: whole,
      broken: whole,
      suspect: whole,
      unreachable: whole,
      unverifiable: whole,
      skipped: whole,
    }),
    findings: v.strictObject({ error: whole, warning: whole, info: whole, suppressed: whole }),
  }),
  findings: v.array(finding),
  links: v.array(
    v.strictObject({
      ...answer,
      occurrences: v.array(v.strictObject({ path: text, line: first, column: first, entry: maybe })),
    }),
  ),
  exceptions: v.optional(v.array(exception), []),
  pullRequest: v.optional(v.nullable(pullRequest), null),
});

/** The shape of `add --json`. */
export const proposalShape = v.strictObject({
  version: v.literal(1),
  entry: v.pipe(
    v.nullable(v.strictObject({ name: text, url: text, description: maybe, kind: maybe, line: text })),
    v.description('null if the entry is rejected'),
  ),
  section: v.pipe(maybe, v.description('titles from the outermost section inward; null for the list itself')),
  tier: maybe,
  path: text,
  line: v.pipe(v.nullable(first), v.description('where the entry will be')),
  written: v.boolean(),
  duplicates: v.array(
    v.strictObject({ name: text, url: maybe, section: text, line: first, by: v.picklist(['url', 'target', 'name']) }),
  ),
  findings: v.array(finding),
  candidates: v.array(v.strictObject({ section: text, share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })),
  verdict: v.pipe(v.nullable(v.strictObject(answer)), v.description('null if no link was checked')),
});

const link = v.strictObject({ type: v.literal('link'), url: text, text, position });

interface EntryData {
  readonly type: 'entry';
  readonly children: readonly EntryData[];
}
const entry: v.GenericSchema<EntryData> = v.strictObject({
  type: v.literal('entry'),
  name: text,
  kind: maybe,
  url: maybe,
  description: maybe,
  form: v.picklist(['item', 'row', 'heading', 'paragraph', 'html']),
  links: v.array(link),
  fields: v.pipe(
    v.nullable(v.record(text, v.array(v.strictObject({ value: text, position })))),
    v.description('by name, as the format in the configuration has them; null without a format'),
  ),
  children: v.array(v.lazy(() => entry)),
  position,
  facts: v.optional(
    v.pipe(v.array(factsShape), v.description('only with --facts: what is known of its links, the main link first')),
  ),
}) as unknown as v.GenericSchema<EntryData>;

interface NodeData {
  readonly type: string;
}
const node: v.GenericSchema<NodeData> = v.lazy(() => v.union([section, tier, entry])) as v.GenericSchema<NodeData>;
const section = v.strictObject({
  type: v.literal('section'),
  title: text,
  emoji: maybe,
  depth: first,
  slug: maybe,
  role: v.picklist(['content', 'contents', 'meta']),
  form: v.picklist(['heading', 'html', 'summary', 'bold', 'item']),
  children: v.array(node),
  position,
});
const tier = v.strictObject({
  type: v.literal('tier'),
  level: first,
  title: maybe,
  label: text,
  form: v.picklist(['item', 'heading']),
  depth: v.nullable(first),
  slug: maybe,
  children: v.array(node),
  position,
});

/** Names for the parts of the tree that refer to themselves. */
export const treeParts = { section, tier, entry, node };

/** The shape of `tree --json`. */
export const treeShape = v.strictObject({
  type: v.literal('list'),
  version: v.literal(1),
  path: text,
  title: maybe,
  description: maybe,
  children: v.array(node),
  position,
});
