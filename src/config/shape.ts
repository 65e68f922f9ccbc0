import * as v from 'valibot';
import type { AnyRule } from '../model/rule.js';

const severity = v.picklist(['off', 'info', 'warning', 'error']);
const preset = v.picklist(['minimal', 'awesome', 'awesome-strict', 'roadmap']);
const texts = (means: string) => v.optional(v.pipe(v.union([v.string(), v.array(v.string())]), v.description(means)));
const text = (means: string) => v.optional(v.pipe(v.string(), v.description(means)));
const flag = (means: string) => v.optional(v.pipe(v.boolean(), v.description(means)));
const count = (means: string, least: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.description(means)));

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
export function configShape(rules: readonly AnyRule[]) {
  const ruled = rulesShape(rules);
  return v.strictObject({
    $schema: text('The JSON Schema of this file, for editors.'),
    preset: v.optional(
      v.pipe(
        preset,
        v.description('The rules to begin with. Default: `roadmap` for a list that stands in tiers, else `awesome`.'),
      ),
    ),
    rules: v.optional(v.pipe(ruled, v.description('Severity of single rules, or `[severity, options]`.'))),
    overrides: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            files: v.union([v.string(), v.array(v.string())]),
            preset: v.optional(preset),
            rules: v.optional(ruled),
          }),
        ),
        v.description('Other rules for the files that match a glob; later ones win.'),
      ),
    ),
    plugins: v.optional(
      v.pipe(
        v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
        v.description(
          'Packages and files that bring rules of their own, or remark-lint plugins, which become `remark/<name>`.',
        ),
      ),
    ),
    cache: flag('Keep results of lint between runs, outside of the repository. Default: true.'),
    reporter: texts(
      '`pretty`, `json`, `ndjson`, `github`, `sarif`, `junit`, `gitlab`, `markdown` or `html`, with `=file` to write a file.',
    ),
    lang: text('Language of the list, as a BCP 47 tag. Default: told from the text.'),
    verbose: flag('Show everything unfolded.'),
    quiet: flag('Show errors only.'),
    progress: flag('Show progress on a terminal.'),
    color: flag('Use colour.'),
    maxWarnings: count('More warnings than this fail the run.', 0),
    stdinFilename: text('The path that standard input stands for.'),
    concurrency: count('Requests in flight in all. Default: 64.', 1),
    perHost: count('The most requests in flight to one host. Default: 8.', 1),
    timeout: text('Total time for one request, redirects included. Default: `15s`.'),
    retries: count('Retries of a transient failure. Default: 2.', 0),
    confirmAfter: text('A broken link is asked again at least this long after its first failure. Default: `10s`.'),
    include: texts('Regular expressions: check these URLs whatever `exclude` says.'),
    exclude: texts('Regular expressions: do not check these URLs.'),
    header: texts('Extra headers, `host=name: value`; one never goes to another host.'),
    userAgent: text('What the checker calls itself.'),
    accept: text('Status codes that count as alive. Default: `200..299`.'),
    ledger: v.optional(
      v.pipe(
        v.union([v.string(), v.literal(false)]),
        v.description('The memory of earlier verdicts; `false` for none.'),
      ),
    ),
    maxAge: text('A verdict of `alive` younger than this is not asked again. Default: `1d`.'),
    allowPrivate: flag('Let links reach loopback, private and link-local addresses.'),
    connectTo: texts("As curl's: `host:port:host2:port2`."),
    cacert: text('A file with an extra certificate authority (PEM).'),
    offline: flag('Check only what needs no network.'),
    archive: flag('Look up an archived copy of what is broken.'),
    shard: text('Check the i-th of n parts, `i/n`.'),
    caps: v.optional(
      v.pipe(
        v.strictObject({ links: count('Default: 1000.', 0), perDomain: count('Default: 200.', 0) }),
        v.description(
          'In a pull request with `--since`, how many new links are asked at most, in all and to one domain.',
        ),
      ),
    ),
    deadAfter: v.optional(
      v.pipe(
        v.strictObject({ failures: count('Default: 3.', 1), days: count('Default: 7.', 0) }),
        v.description('An unreachable link is broken after so many failures over so many days.'),
      ),
    ),
  });
}
