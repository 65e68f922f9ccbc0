import { pluralForm } from '../../text/plural.js';
import { isObject, readToml, textsOf } from './config-formats.js';
import { headersFor, hostOf } from './headers.js';
import {
  type Imported,
  type ImportedSettings,
  type Importer,
  type ImporterRow,
  notImported,
  readSettingRows,
} from './importer.js';
import { translateAll } from './patterns.js';
import { codes, count, readDurationValue } from './values.js';

const patterns =
  (key: 'include' | 'exclude') =>
  (value: unknown): Imported | null => {
    const texts = textsOf(value);
    if (texts === null) return null;
    const { patterns: all, left } = translateAll(texts);
    return { ...(all.length > 0 ? { settings: { [key]: all } } : {}), left };
  };

const time =
  (key: 'timeout' | 'maxAge') =>
  (value: unknown): Imported | null => {
    const read = readDurationValue(value, 's');
    return read === null ? null : { settings: { [key]: read } };
  };

const number =
  (key: 'retries' | 'concurrency' | 'perHost', least: number) =>
  (value: unknown): Imported | null => {
    const read = count(value, least);
    return read === null ? null : { settings: { [key]: read } };
  };

const whenTrue =
  (settings: ImportedSettings) =>
  (value: unknown): Imported | null =>
    typeof value === 'boolean' ? (value ? { settings } : {}) : null;

const moot = (name: string, note: string): ImporterRow => ({ name, becomes: null, note, take: () => ({}) });
const printing = 'the output is set on the command line, see `--reporter`';
const lists = 'lists are named on the command line';
const privately = 'there is one kind of private address here; the rule `link-private` sets the severity';

/** From lychee.example.toml and lychee-bin/src/options.rs of lycheeverse/lychee. */
const rows: readonly ImporterRow[] = [
  {
    name: 'exclude',
    becomes: 'exclude',
    note: 'patterns that only Rust supports are not imported',
    take: patterns('exclude'),
  },
  { name: 'include', becomes: 'include', note: 'wins over `exclude` in both', take: patterns('include') },
  {
    name: 'accept',
    becomes: 'accept',
    note: '2xx is alive in any case; redirects are followed to their end',
    take: codes,
  },
  { name: 'timeout', becomes: 'timeout', note: 'for a request with all its redirects', take: time('timeout') },
  { name: 'max_retries', becomes: 'retries', note: 'of transient failures', take: number('retries', 0) },
  { name: 'max_concurrency', becomes: 'concurrency', note: 'in total', take: number('concurrency', 1) },
  { name: 'host_concurrency', becomes: 'perHost', note: 'adapts downwards', take: number('perHost', 1) },
  { name: 'max_cache_age', becomes: 'maxAge', note: 'applies to alive links', take: time('maxAge') },
  {
    name: 'user_agent',
    becomes: 'userAgent',
    note: 'the User-Agent header',
    take: (value) =>
      typeof value === 'string' && /^[\x20-\x7e]{1,300}$/.test(value) ? { settings: { userAgent: value } } : null,
  },
  { name: 'offline', becomes: 'offline', note: 'only checks that need no network', take: whenTrue({ offline: true }) },
  { name: 'suggest', becomes: 'archive', note: 'looks up an archived copy', take: whenTrue({ archive: true }) },
  {
    name: 'require_https',
    becomes: 'url-https',
    note: 'as an error',
    take: whenTrue({ rules: { 'url-https': 'error' } }),
  },
  {
    name: 'exclude_all_private',
    becomes: 'link-private',
    note: 'private addresses are never requested, and no longer reported',
    take: whenTrue({ rules: { 'link-private': 'off' } }),
  },
  {
    name: 'hosts',
    becomes: 'header',
    note: 'the headers of single hosts, without secrets',
    take(value) {
      if (!isObject(value)) return null;
      const read = Object.entries(value).map(([name, host]) => {
        const known = hostOf(name);
        return known === null || !isObject(host) ? null : headersFor(known, host.headers ?? {});
      });
      if (read.includes(null)) return null;
      const header = read.flatMap((one) => one?.header ?? []);
      return { ...(header.length > 0 ? { settings: { header } } : {}), left: read.flatMap((one) => one?.left ?? []) };
    },
  },
  ...['exclude_private', 'exclude_link_local', 'exclude_loopback'].map((name) => ({
    name,
    becomes: null,
    note: privately,
  })),
  {
    name: 'insecure',
    becomes: null,
    note: 'browsers reject such a certificate; ignore single links with `<!-- listwright-ignore-link -->`',
  },
  ...['header', 'headers'].map((name) => ({
    name,
    becomes: null,
    note: 'a header goes to one host here; see `header`',
  })),
  { name: 'basic_auth', becomes: null, note: 'it contains a secret, which is not copied; see `--header`' },
  { name: 'github_token', becomes: null, note: 'the token is read only from the environment variable `GITHUB_TOKEN`' },
  { name: 'exclude_path', becomes: null, note: lists },
  ...['extensions', 'skip_missing', 'glob_ignore_case', 'files_from', 'no_ignore', 'hidden'].map((name) => ({
    ...{ name, becomes: null, note: lists },
  })),
  ...['base', 'base_url', 'root_dir', 'fallback_extensions', 'index_files', 'default_extension'].map((name) => ({
    ...{ name, becomes: null, note: 'relative paths are resolved like on GitHub, from the folder of the list' },
  })),
  { name: 'remap', becomes: null, note: 'URLs are requested unchanged; `connectTo` redirects a host' },
  { name: 'scheme', becomes: null, note: 'http and https are checked; `exclude` skips URLs' },
  {
    name: 'max_redirects',
    becomes: null,
    note: 'up to 20 redirects are followed, and each hop is judged',
  },
  ...['retry_wait_time', 'host_request_interval'].map((name) => ({
    ...{ name, becomes: null, note: 'delays adapt to each host and its Retry-After' },
  })),
  ...['include_verbatim', 'include_wikilinks', 'preprocess', 'cookie_jar', 'min_tls', 'archive', 'accept_timeouts'].map(
    (name) => ({
      ...{ name, becomes: null, note: 'there is no equivalent' },
    }),
  ),
  ...['verbose', 'no_progress', 'output', 'format', 'mode', 'host_stats', 'dump', 'dump_inputs'].map((name) =>
    moot(name, printing),
  ),
  ...['exclude_mail', 'include_mail'].map((name) => moot(name, 'email addresses are not checked')),
  moot('include_fragments', 'fragments are always checked'),
  moot('method', 'the HTTP method is chosen automatically'),
  ...['cache', 'cache_exclude_status'].map((name) => moot(name, 'results are stored in the ledger, see `--ledger`')),
  moot('threads', 'listwright uses one thread'),
];

/** lychee: `lychee.toml`, and the patterns of `.lycheeignore`, one a line. */
export const lychee: Importer = {
  name: 'lychee',
  source: 'https://github.com/lycheeverse/lychee/blob/master/lychee.example.toml',
  files: ['lychee.toml', '.lychee.toml', '.github/lychee.toml', '.lycheeignore'],
  rows,
  async read(text, file) {
    if (file.endsWith('.lycheeignore')) return ignoreFile(text);
    const parsed = await readToml(text);
    if (typeof parsed === 'string') return notImported(parsed);
    return readSettingRows(rows, isObject(parsed.lychee) ? parsed.lychee : parsed);
  },
};

function ignoreFile(text: string): ReturnType<typeof notImported> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const { patterns: exclude, left } = translateAll(
    lines.filter((line) => line !== '' && !line.startsWith('#')).slice(0, 1000),
  );
  const took =
    exclude.length === 0
      ? []
      : [`${pluralForm(exclude.length, 'its pattern', `its ${exclude.length} patterns`)} as \`exclude\``];
  return { settings: exclude.length === 0 ? {} : { exclude }, took, left };
}
