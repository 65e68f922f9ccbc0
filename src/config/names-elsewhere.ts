import { aliases } from '../rule-kit/rule-aliases.js';

/** Words without the marks between them: `maxRetries`, `max_retries` and `max-retries` are one name. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Ours by the names that others use; several names of one thing are in one line. */
function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([ours, theirs]) => theirs.split(' ').map((name) => [plain(name), ours])),
  );
}

/**
 * Options of ESLint, Biome, ruff, lychee, markdown-link-check, linkinator, markdownlint-cli2, awesome_bot and remark, by what
 * does the same here. A value that begins with "to" is advice, and says what to write.
 */
const options = table({
  '--accept': 'accept-codes alive-status-codes allow status allow-status',
  '--allow-private': 'include-private allow-private-ips include-loopback',
  '--archive': 'suggest wayback',
  '--cacert': 'ca ca-cert ca-certs ca-file',
  '--concurrency': 'max-concurrency threads jobs workers parallel concurrent',
  '--config': 'config-file config-path configuration conf settings rc-path rc',
  '--exclude':
    'ignore ignores ignore-pattern ignore-patterns ignore-url ignore-urls ignore-links skip skip-pattern exclude-path exclude-pattern exclude-link white-list whitelist allow-list allowlist',
  '--fix': 'write apply apply-fixes autofix auto-fix fix-all unsafe unsafe-fixes',
  '--fix-dry-run': 'dry-run diff-only show-fixes patch',
  '--format': 'formatter output-format report-format reporter-format message-format',
  '--format json': 'json',
  '--header': 'headers http-header http-headers',
  '--ledger': 'cache-file cache-location cache-path cache-dir state',
  '--max-age': 'max-cache-age cache-ttl ttl max-cached-age',
  '--max-warnings':
    'fail-on fail-on-warning fail-on-warnings error-on-warnings warnings-as-errors max-warning strict frail',
  '--no-cache': 'nocache disable-cache',
  '--no-color': 'no-colors no-colour nocolor',
  '--no-config': 'no-config-lookup no-eslintrc no-rc isolated',
  '--output': 'output-file out out-file outfile report report-file',
  '--quiet': 'silent no-warnings errors-only quiet-mode',
  '--retries': 'max-retries retry retry-count retry-errors',
  '--rule': 'rules set severity',
  '--since': 'diff base base-ref changed changed-since only-changed only-changed-files from-ref',
  '--staged': 'cached index lint-staged',
  '--timeout': 'set-timeout max-time request-timeout',
  '--update-baseline': 'baseline-update suppress-all generate-baseline write-baseline',
  '--user-agent': 'agent ua',
  '--verbose': 'debug details trace verbosity',
  'to read standard input, use - as the path': 'stdin stdin-file stdin-input',
  'the command `links`': 'links-only links check-links',
  'the command `lint`': 'no-links lint-only skip-links no-link-check',
  'the command `rules`': 'list-rules show-rules print-rules',
  'the command `rules --effective <file>`': 'print-config show-settings show-config',
  'the variable `GITHUB_TOKEN`': 'token github-token gh-token github-access-token',
});

const commands = table({
  'lint --fix': 'fix format fmt autofix',
  check: 'run test validate verify scan audit start ci',
  doctor: 'diagnose diagnostics info env debug health status',
  init: 'setup config configure create new install',
  links: 'link urls url dead broken lychee',
  lsp: 'server language-server languageserver',
  rules: 'rule explain list-rules docs',
  tree: 'ls list show parse ast outline',
  '--version': 'version',
});

const keys = table({
  accept: 'aliveStatusCodes acceptCodes allowedStatusCodes',
  allowPrivate: 'includePrivate includeLoopback',
  concurrency: 'maxConcurrency threads jobs',
  exclude:
    'ignore ignores ignorePatterns ignorePattern ignoreUrls ignoreLinks linksToSkip excludePath skip whitelist allowlist',
  header: 'headers httpHeaders',
  lang: 'language locale',
  maxAge: 'maxCacheAge',
  overrides: 'override files',
  plugins: 'plugin customRules jsPlugins',
  preset: 'extends presets base profile level',
  reporter: 'reporters format formatter output outputFormat',
  retries: 'maxRetries retryCount',
  rules: 'rule severity severities linter',
  timeout: 'requestTimeout',
});

/** Rules of markdownlint that have a counterpart; `listwright init` imports all with their options. */
const rules = table({
  'entry-link-syntax': 'no-reversed-links MD011',
  'entry-marker': 'ul-style ul-indent list-indent MD004 MD005 MD007 list-marker-space MD030',
  'file-encoding': 'single-trailing-newline MD047',
  'fragment-resolves': 'link-fragments MD051',
  'heading-increment': 'header-increment MD001',
  'heading-unique': 'no-duplicate-heading no-duplicate-header MD024',
  'image-alt': 'no-alt-text MD045',
  'no-emphasis-heading': 'no-emphasis-as-heading MD036',
  'no-trailing-spaces': 'MD009',
  'single-h1': 'single-title MD025',
  'url-no-bare': 'no-bare-urls no-literal-urls MD034',
  'brand-spelling': 'proper-names MD044 spell-check',
  'entries-sorted': 'sorted alphabetical alphabetical-order sort alphabetize',
  'link-broken': 'dead-links broken-links no-dead-links',
  'no-duplicate-url': 'duplicates no-duplicates no-duplicate-links duplicate-links',
});

const tables = { options, commands, keys, rules } as const;

/** What a name of another tool is here; null for one that is not known. */
export function nameHere(kind: keyof typeof tables, name: string): string | null {
  const word = name.replace(/^--?/, '');
  if (kind === 'rules') {
    const bare = word.replace(/^(?:remark-lint|awesome-lint)[-:/]/, '');
    const [first] = Object.hasOwn(aliases, bare) ? (aliases[bare] ?? []) : [];
    if (first !== undefined) return first;
  }
  return tables[kind].get(plain(word)) ?? null;
}
