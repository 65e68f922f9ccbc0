import * as v from 'valibot';
import { type LinkOption, limitDefaults, linkOptionList, repeatableKinds } from '../model/link-options.js';
import { policyChecks } from '../model/pull-request.js';
import type { AnyRule } from '../model/rule.js';
import { verdictNames } from '../model/verdict-names.js';
import { reporterNames } from '../report/registry.js';
import { oneOf } from '../text/one-of.js';
import { entriesSchema } from './entries-schema.js';
import { removedDefaults } from './read-policy.js';
import { sourceSchema } from './source-schema.js';
import { pruneEntry, refreshEntry } from './upkeep-schema.js';

/** What a configuration may say of how a rule counts. */
export const severity = v.union([v.picklist(['off', 'info', 'warning', 'error', 'warn']), v.boolean()]);
const preset = v.picklist(['minimal', 'list', 'awesome', 'awesome-strict', 'roadmap']);
/** What the schema says of a key besides its type; the reader of a configuration fills in the defaults itself. */
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

/** An item of `exclude` or `accept` for some URLs. */
const exception = v.strictObject({
  pattern: v.pipe(v.string(), v.description('Regular expression for the URLs to which it applies.')),
  status: v.optional(v.pipe(v.union([v.string(), v.number()]), v.description('The status codes to which it applies.'))),
  verdict: v.optional(v.pipe(v.picklist(verdictNames), v.description('The verdict to which it applies.'))),
  reason: text('The reason for the exception.'),
  until: text('The first day on which it no longer applies, `YYYY-MM-DD`.'),
  recheck: text('Check an excluded URL again after this duration.'),
});

const label = v.pipe(v.string(), v.minLength(1), v.maxLength(50));

/** What a list demands of pull requests. */
const pullRequestEntry = v.optional(
  v.pipe(
    v.strictObject({
      entries: count('The maximum number of entries that a pull request may add.', 0, { such: 1 }),
      files: texts('Globs of the files that a pull request may change, relative to the root of the repository.', {
        such: 'README.md',
      }),
      title: text('A regular expression that the title of a pull request must match.', { such: '^Add .' }),
      links: v.optional(
        v.pipe(
          v.record(v.string(), v.string()),
          v.description('Regular expressions for URLs that the description of a pull request must contain, by name.'),
          v.examples([{ repository: '^https://(github|gitlab)\\.com/' }]),
        ),
      ),
      checkboxes: texts('Labels of checkboxes that must be checked in the description of a pull request.', {
        such: 'I have read the guidelines',
      }),
      section: count('The minimum number of entries in a new section.', 0, { such: 3 }),
      removed: v.optional(
        v.pipe(
          v.union([
            v.boolean(),
            v.strictObject({
              days: count('The number of days to search.', 1, { usual: removedDefaults.days }),
              commits: count('The number of commits of the list to search.', 1, { usual: removedDefaults.commits }),
            }),
          ]),
          v.description('Report added entries that were removed from the list before, with the commit.'),
        ),
      ),
      severity: v.optional(
        v.pipe(
          v.union([severity, v.strictObject(v.entriesFromList(policyChecks, v.optional(severity)))]),
          v.description('Severity of all findings, or of each check by its name. Default: `warning`.'),
          v.examples([{ title: 'error' }]),
        ),
      ),
      labels: v.optional(
        v.pipe(
          v.strictObject(v.entriesFromList([...policyChecks, 'passed'], v.optional(label))),
          v.description(
            'Labels for a pull request with findings, by the name of the check; `passed` for one without findings.',
          ),
          v.examples([{ title: 'needs title', passed: 'ready' }]),
        ),
      ),
    }),
    v.description('Requirements for pull requests. Default: none.'),
    v.examples([{ entries: 1, files: 'README.md', title: '^Add .' }]),
  ),
);

/** The entry of a link option. */
function linkEntry(option: LinkOption): v.GenericSchema {
  const means =
    option.defaultText === undefined ? `${option.means}.` : `${option.means}. Default: ${option.defaultText}.`;
  const said = { usual: option.default, such: option.example } as Said<never>;
  if (option.exceptions) {
    const one = v.union([v.string(), exception]);
    const entries = v.pipe(
      v.union([one, v.array(one)]),
      v.description(means),
      v.examples(some(option.example as string)),
    );
    return v.optional(entries, option.default as string | undefined);
  }
  if (repeatableKinds.has(option.kind)) return texts(means, said);
  if (option.kind === 'switch') return flag(means, false);
  if (option.kind === 'count' || option.kind === 'adaptiveCount') return count(means, option.least ?? 0, said);
  if (option.kind !== 'optionalFile') return text(means, said);
  const file = v.union([v.string(), v.literal(false)]);
  return v.optional(v.pipe(file, v.description(means), v.examples(some(option.example as string))));
}

const linkEntries = Object.fromEntries(linkOptionList.map(([name, option]) => [name, linkEntry(option)]));

function rulesShape(rules: readonly AnyRule[]) {
  const entries = rules.map((rule) => [
    rule.id,
    v.optional(
      v.pipe(
        v.union([severity, v.strictTuple([severity, v.optional(strict(rule.options as v.GenericSchema))])]),
        v.description(`${rule.summary}.`),
      ),
    ),
  ]);
  return v.strictObject(Object.fromEntries(entries) as Record<string, v.GenericSchema>);
}

/** A rule passes over keys that it does not know; anyone who writes a configuration wants to hear of them. */
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
        v.description(
          'The base set of rules. Default: `roadmap` for a list in tiers, `awesome` for one that calls itself awesome, `minimal` for a file that does not look like a list, otherwise `list`.',
        ),
        v.examples(['awesome-strict']),
      ),
    ),
    rules: v.optional(
      v.pipe(
        ruled,
        v.description(
          'Severity of each rule, or `[severity, options]`. `warn` is `warning`, `false` is `off`, and `true` is the severity that the preset gives the rule.',
        ),
        v.examples([{ 'entry-separator': ['warning', { style: 'consistent' }], 'toc-sync': 'off' }]),
      ),
    ),
    overrides: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            files: v.pipe(
              v.union([v.string(), v.array(v.string())]),
              v.description('Globs of files, relative to the folder of the configuration.'),
            ),
            preset: v.optional(v.pipe(preset, v.description('The base set of rules in these files.'))),
            rules: v.optional(v.pipe(ruled, v.description('Severity of each rule in these files.'))),
            entries: v.optional(v.pipe(entriesSchema, v.description('The format of entries in these files.'))),
          }),
        ),
        v.description('Other rules for files that match a glob; later overrides win.'),
        v.examples([[{ files: 'archive/*.md', preset: 'minimal', rules: { 'link-broken': 'warning' } }]]),
      ),
    ),
    entries: v.optional(
      v.pipe(
        entriesSchema,
        v.description('The format of entries; `entry-format` reports deviations from it.'),
        v.examples([{ format: '- [{name}]({url}) - {description}.', fields: { description: { maxLength: 200 } } }]),
      ),
    ),
    source: v.optional(
      v.pipe(
        sourceSchema,
        v.description('The data from which `render` writes the list.'),
        v.examples([{ files: 'data/*.yaml', section: 'category', fields: { url: 'website' } }]),
      ),
    ),
    except: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            match: v.pipe(
              v.string(),
              v.minLength(1),
              v.description('Name or URL of an entry, with `*` for any characters, or a `/pattern/`.'),
            ),
            rules: texts('The rules to which it applies. Default: all.'),
            section: text('Title or `/pattern/` of the section that contains the entry.'),
            reason: v.pipe(v.string(), v.minLength(1), v.description('The reason why the finding is accepted.')),
            until: text('The first day on which it no longer applies, `YYYY-MM-DD`.'),
          }),
        ),
        v.description('Accepted findings about entries, each with a reason.'),
        v.examples([
          [{ match: 'Oolong by Hand', rules: 'description-length', reason: 'A proper name.', until: '2030-12-31' }],
        ]),
      ),
    ),
    pullRequest: pullRequestEntry,
    prune: pruneEntry,
    refresh: refreshEntry,
    plugins: v.optional(
      v.pipe(
        v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
        v.description('Packages and files with custom rules, or remark-lint plugins, which become `remark/<name>`.'),
        v.examples([['./no-shouting.mjs']]),
      ),
    ),
    cache: flag('Cache lint results between runs, outside the repository.', true),
    reporter: texts(`${oneOf(reporterNames.map((name) => `\`${name}\``))}, with \`=file\` to write a file.`, {
      usual: 'pretty',
      such: ['pretty', 'html=page.html'],
    }),
    lang: text('Language of the list, as a BCP 47 tag. Default: auto-detected.', { such: 'pt-BR' }),
    verbose: flag('Show every finding.', false),
    quiet: flag('Show errors only.', false),
    progress: flag('Show progress on a terminal.', true),
    color: flag('Use colors. Default: if the terminal supports them.'),
    maxWarnings: count('Fail if there are more warnings than this. Default: no limit.', 0, { such: 20 }),
    stdinFilename: text('Path to assume for standard input.', { usual: 'README.md', such: 'docs/list.md' }),
    ...linkEntries,
    caps: v.optional(
      v.pipe(
        v.strictObject({
          links: count('New links in total.', 0, { usual: limitDefaults.caps.links }),
          perDomain: count('New links to one domain and its subdomains.', 0, {
            usual: limitDefaults.caps.perDomain,
          }),
        }),
        v.description(
          'In a pull request with `--since`, the maximum number of new links to check, in total and per domain.',
        ),
        v.examples([{ links: 200, perDomain: 50 }]),
      ),
    ),
    hosts: v.optional(
      v.pipe(
        v.record(
          v.string(),
          v.strictObject({
            timeout: text('Total time for one request to this host.'),
            perHost: count('Maximum number of concurrent requests to this host.', 1),
            headers: v.optional(
              v.pipe(
                v.record(v.string(), v.string()),
                v.description('Extra headers, which are never sent to another host.'),
              ),
            ),
            accept: text('Status codes that count as alive on this host.'),
          }),
        ),
        v.description('Settings for individual hosts, by host name.'),
        v.examples([
          {
            'slow.example': { timeout: '1m', perHost: 1, headers: { 'accept-language': 'en' }, accept: '200..299,403' },
          },
        ]),
      ),
    ),
    deadAfter: v.optional(
      v.pipe(
        v.strictObject({
          failures: count('Consecutive failures.', 1, { usual: limitDefaults.deadAfter.failures }),
          days: count('Days between the first and the last failure.', 0, { usual: limitDefaults.deadAfter.days }),
        }),
        v.description('An unreachable link becomes broken after this many failures over this many days.'),
        v.examples([{ failures: 5, days: 14 }]),
      ),
    ),
  });
}
