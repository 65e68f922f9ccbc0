import * as v from 'valibot';
import type { AnyRule } from '../model/rule.js';
import { reporterNames } from '../report/registry.js';
import { oneOf } from '../text/one-of.js';

const severity = v.picklist(['off', 'info', 'warning', 'error']);
const preset = v.picklist(['minimal', 'list', 'awesome', 'awesome-strict', 'roadmap']);
/** What the schema says of a key besides its type; whoever reads a configuration fills in the defaults itself. */
interface Said<Value> {
  readonly usual?: Value;
  readonly such?: Value;
}

const some = <Value>(such: Value | undefined): Value[] => (such === undefined ? [] : [such]);
const texts = (means: string, { usual, such }: Said<string | string[]> = {}) =>
  v.optional(v.pipe(v.union([v.string(), v.array(v.string())]), v.description(means), v.examples(some(such))), usual);
const text = (means: string, { usual, such }: Said<string> = {}) =>
  v.optional(v.pipe(v.string(), v.description(means), v.examples(some(such))), usual);
const flag = (means: string, usual?: boolean) => v.optional(v.pipe(v.boolean(), v.description(means)), usual);
const count = (means: string, least: number, { usual, such }: Said<number> = {}) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.description(means), v.examples(some(such))), usual);

function rulesShape(rules: readonly AnyRule[]) {
  const entries = rules.map((rule) => [
    rule.id,
    v.optional(
      v.pipe(
        v.union([severity, v.strictTuple([severity, strict(rule.options as v.GenericSchema)])]),
        v.description(`${rule.summary}.`),
      ),
    ),
  ]);
  return v.strictObject(Object.fromEntries(entries) as Record<string, v.GenericSchema>);
}

/** A rule passes over keys that it does not know; whoever writes a configuration wants to hear of them. */
function strict(options: v.GenericSchema): v.GenericSchema {
  if (options.type !== 'object') return options;
  return v.strictObject((options as unknown as { readonly entries: v.ObjectEntries }).entries);
}

/** The shape of a configuration file, with the options of the given rules; the JSON Schema for editors is made from it. */
export function configSchema(rules: readonly AnyRule[]) {
  const ruled = rulesShape(rules);
  return v.strictObject({
    $schema: text('The JSON Schema of this file, for editors.', {
      such: 'https://raw.githubusercontent.com/listwright/listwright/main/schema/config.schema.json',
    }),
    preset: v.optional(
      v.pipe(
        preset,
        v.description('The rules to begin with. Default: `roadmap` for a list that stands in tiers, else `awesome`.'),
        v.examples(['awesome-strict']),
      ),
    ),
    rules: v.optional(
      v.pipe(
        ruled,
        v.description('Severity of single rules, or `[severity, options]`.'),
        v.examples([{ 'entry-separator': ['warning', { style: 'consistent' }], 'toc-sync': 'off' }]),
      ),
    ),
    overrides: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            files: v.pipe(
              v.union([v.string(), v.array(v.string())]),
              v.description('Globs of files, from the folder of the configuration.'),
            ),
            preset: v.optional(v.pipe(preset, v.description('The rules to begin with in these files.'))),
            rules: v.optional(v.pipe(ruled, v.description('Severity of single rules in these files.'))),
          }),
        ),
        v.description('Other rules for the files that match a glob; later ones win.'),
        v.examples([[{ files: 'archive/*.md', preset: 'minimal', rules: { 'link-broken': 'warning' } }]]),
      ),
    ),
    plugins: v.optional(
      v.pipe(
        v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
        v.description(
          'Packages and files that bring rules of their own, or remark-lint plugins, which become `remark/<name>`.',
        ),
        v.examples([['./no-shouting.mjs']]),
      ),
    ),
    cache: flag('Keep results of lint between runs, outside of the repository.', true),
    reporter: texts(`${oneOf(reporterNames.map((name) => `\`${name}\``))}, with \`=file\` to write a file.`, {
      usual: 'pretty',
      such: ['pretty', 'html=page.html'],
    }),
    lang: text('Language of the list, as a BCP 47 tag. Default: told from the text.', { such: 'pt-BR' }),
    verbose: flag('Show everything unfolded.', false),
    quiet: flag('Show errors only.', false),
    progress: flag('Show progress on a terminal.', true),
    color: flag('Use colour. Default: where a terminal shows it.'),
    maxWarnings: count('More warnings than this fail the run. Default: no number does.', 0, { such: 20 }),
    stdinFilename: text('The path that standard input stands for.', { usual: 'README.md', such: 'docs/list.md' }),
    concurrency: count('Requests in flight in all.', 1, { usual: 64, such: 16 }),
    perHost: count('The most requests in flight to one host.', 1, { usual: 8, such: 2 }),
    timeout: text('Total time for one request, redirects included.', { usual: '15s', such: '1m' }),
    retries: count('Retries of a transient failure.', 0, { usual: 2, such: 4 }),
    confirmAfter: text('A broken link is asked again at least this long after its first failure.', {
      usual: '10s',
      such: '1m',
    }),
    include: texts('Regular expressions: check these URLs whatever `exclude` says.', {
      such: '^https://docs\\.example/',
    }),
    exclude: texts('Regular expressions: do not check these URLs.', { such: ['^https://intranet\\.', '\\.pdf$'] }),
    header: texts('Extra headers, `host=name: value`; one never goes to another host.', {
      such: 'docs.example=accept-language: en',
    }),
    userAgent: text('What the checker calls itself. Default: its name, version and address.', {
      such: 'pottery-list/1.0',
    }),
    accept: text('Status codes that count as alive.', { usual: '200..299', such: '200..299,403' }),
    ledger: v.optional(
      v.pipe(
        v.union([v.string(), v.literal(false)]),
        v.description('The memory of earlier verdicts; `false` for none. Default: a file in your cache folder.'),
        v.examples(['.cache/ledger.jsonl']),
      ),
    ),
    maxAge: text('A verdict of `alive` younger than this is not asked again.', { usual: '1d', such: '7d' }),
    allowPrivate: flag('Let links reach loopback, private and link-local addresses.', false),
    connectTo: texts("As curl's, `host:port:host2:port2`: requests for the first go to the second.", {
      such: 'pots.example:443:127.0.0.1:8443',
    }),
    cacert: text('A file with an extra certificate authority (PEM).', { such: 'company-ca.pem' }),
    offline: flag('Check only what needs no network.', false),
    archive: flag('Look up an archived copy of what is broken.', false),
    shard: text('Check the i-th of n parts, `i/n`.', { such: '2/4' }),
    caps: v.optional(
      v.pipe(
        v.strictObject({
          links: count('New links in all.', 0, { usual: 1000 }),
          perDomain: count('New links to one domain with all of its hosts.', 0, { usual: 200 }),
        }),
        v.description(
          'In a pull request with `--since`, how many new links are asked at most, in all and to one domain.',
        ),
        v.examples([{ links: 200, perDomain: 50 }]),
      ),
    ),
    deadAfter: v.optional(
      v.pipe(
        v.strictObject({
          failures: count('Failures in a row.', 1, { usual: 3 }),
          days: count('Days between the first and the last of them.', 0, { usual: 7 }),
        }),
        v.description('An unreachable link is broken after so many failures over so many days.'),
        v.examples([{ failures: 5, days: 14 }]),
      ),
    ),
  });
}
