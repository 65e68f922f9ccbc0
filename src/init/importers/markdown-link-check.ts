import { isObject, readJson, textsOf } from './config-formats.js';
import { headersFor, hostOf } from './headers.js';
import { type Imported, type Importer, type ImporterRow, notImported, readSettingRows } from './importer.js';
import { translateAll } from './patterns.js';
import { codes, count, readDurationValue } from './values.js';

const names = [
  '.markdown-link-check.json',
  'markdown-link-check.json',
  '.mlc_config.json',
  'mlc_config.json',
  '.markdownlinkcheck.json',
];
const other = [
  'mlc.json',
  'markdown-link-check-config.json',
  '.markdown-link-check-config.json',
  'markdown_link_check.json',
];

/** From the section "Config file format" of the README of tcort/markdown-link-check. */
const rows: readonly ImporterRow[] = [
  {
    name: 'ignorePatterns',
    becomes: 'exclude',
    note: 'slow patterns are not imported',
    take(value) {
      const texts = textsOf(
        (Array.isArray(value) ? value : [value]).map((each: unknown) => (isObject(each) ? each.pattern : each)),
      );
      if (texts === null) return null;
      const { patterns, left } = translateAll(texts);
      return { ...(patterns.length > 0 ? { settings: { exclude: patterns } } : {}), left };
    },
  },
  {
    name: 'httpHeaders',
    becomes: 'header',
    note: 'for the whole host of each URL; secrets are not imported',
    take: headersOf,
  },
  {
    name: 'timeout',
    becomes: 'timeout',
    note: 'for a request with all its redirects',
    take(value) {
      const timeout = readDurationValue(value, 'ms');
      return timeout === null ? null : { settings: { timeout } };
    },
  },
  {
    name: 'retryCount',
    becomes: 'retries',
    note: 'of all transient failures, not only 429',
    take(value) {
      const retries = count(value, 0);
      return retries === null ? null : { settings: { retries } };
    },
  },
  {
    name: 'aliveStatusCodes',
    becomes: 'accept',
    note: '2xx is alive in any case; redirects are followed to their end',
    take: codes,
  },
  { name: 'retryOn429', becomes: null, note: 'Retry-After is always respected', take: () => ({}) },
  { name: 'fallbackRetryDelay', becomes: null, note: 'delays adapt to each host' },
  {
    name: 'replacementPatterns',
    becomes: null,
    note: 'URLs are requested unchanged, and relative paths are resolved from the folder of the list',
  },
  { name: 'projectBaseUrl', becomes: null, note: 'relative paths are resolved from the folder of the list' },
  {
    name: 'ignoreDisable',
    becomes: null,
    note: 'its comments in the text are not read; write `<!-- listwright-ignore-link -->`',
  },
  {
    name: 'showProgressBar',
    becomes: null,
    note: 'progress is shown on a terminal, see `--no-progress`',
    take: () => ({}),
  },
];

/** markdown-link-check: its JSON under the names that its users give it, as the tool itself looks for none. */
export const markdownLinkCheck: Importer = {
  name: 'markdown-link-check',
  source: 'https://github.com/tcort/markdown-link-check#config-file-format',
  files: ['', '.github/', '.github/workflows/'].flatMap((folder) => [...names, ...other].map((name) => folder + name)),
  rows,
  read(text) {
    const parsed = readJson(text);
    return Promise.resolve(typeof parsed === 'string' ? notImported(parsed) : readSettingRows(rows, parsed));
  },
};

function headersOf(value: unknown): Imported | null {
  if (!Array.isArray(value)) return null;
  const header: string[] = [];
  const left: string[] = [];
  for (const each of value.slice(0, 100) as readonly unknown[]) {
    const urls = isObject(each) ? textsOf(each.urls) : null;
    if (urls === null || !isObject(each)) return null;
    for (const url of urls) {
      const host = hostOf(url);
      const read = host === null ? null : headersFor(host, each.headers);
      if (read === null) return null;
      header.push(...read.header);
      left.push(...read.left);
    }
  }
  return { ...(header.length > 0 ? { settings: { header } } : {}), left: [...new Set(left)] };
}
