import { loadSettings } from '../config/load-settings.js';
import type { LinkOptions } from '../config/raw-link-options.js';
import { checkLinks, type LinkJob } from '../links/check.js';
import { type Files, noFiles } from '../model/files.js';
import type { Link, List } from '../model/list.js';
import type { ReportLink } from '../model/report.js';
import { classifyUrl } from '../parse/classify-url.js';
import { parse } from '../parse/parse.js';
import { withSentences } from '../report/evidence.js';
import { interruptible, settingsRequest } from './options.js';

/** Options of `check`, named as in the configuration. */
export interface CheckOptions extends LinkOptions {
  /** The path of the file in occurrences, with forward slashes. Default: that of the list, or `README.md`. */
  readonly path?: string | undefined;
  /** The files next to the list; see `filesAround`. Default: unknown; relative links are `skipped`. */
  readonly files?: Files | undefined;
  /** Aborting ends the requests: links without a verdict are yielded as `skipped` with the reason `interrupted`, and the loop ends. */
  readonly signal?: AbortSignal | undefined;
  /** Environment variables such as `GITHUB_TOKEN` and `GITHUB_API_URL`. Default: `process.env`; `{}` for none. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Called with a sentence about each problem of the run itself, such as a ledger that could not be saved. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/**
 * Checks links and yields each distinct URL once, when its verdict is known. Takes a Markdown text, a list that `parse`
 * returned, or bare URLs (anything iterable except a string). Links that seem broken are checked again after `confirmAfter`, so
 * they come late. Leaving the loop ends the requests. Nothing is stored unless `ledger` names a file. No link can make it throw; options
 * that do not fit throw a UserError at the first step.
 */
export async function* check(
  source: string | List | Iterable<string>,
  options: CheckOptions = {},
): AsyncGenerator<ReportLink<string>, void, undefined> {
  const { path, files = noFiles, signal, env = process.env, onNotice, ...rest } = options;
  const { settings } = await loadSettings(undefined, settingsRequest('check', rest, { env }));
  const interrupt = interruptible(signal);
  const queue: ReportLink<string>[] = [];
  let wake = (): void => {};
  const onVerdict = (link: ReportLink): void => {
    queue.push(withSentences(link));
    wake();
  };
  let ended = false;
  const job = jobOf(source, path, files);
  const work = checkLinks([job], settings.links, { signal: interrupt.signal, onVerdict }).finally(() => {
    ended = true;
    wake();
  });
  // It is awaited below; until then a failure must not count as one that no one hears of.
  work.catch(() => {});
  try {
    while (!ended || queue.length > 0) {
      if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      for (const link of queue.splice(0)) yield job.only ? { ...link, occurrences: [] } : link;
    }
    const { ledgerProblem, ledgerFailure, exceptionNotices } = await work;
    for (const said of [ledgerProblem, ledgerFailure?.message ?? null]) if (said !== null) onNotice?.(said);
    for (const notice of exceptionNotices) onNotice?.(notice);
  } finally {
    interrupt.end();
    // Connections are closed and the ledger is saved when the loop is left.
    await work.catch(() => {});
  }
}

function jobOf(source: string | List | Iterable<string>, path: string | undefined, files: Files): LinkJob {
  const named = path === undefined ? {} : { path };
  if (typeof source === 'string') return { list: parse(source, named), files };
  if ('type' in source) return { list: { ...source, ...named }, files };
  const list = parse('');
  return { list, files, only: Array.from(source, (url) => linkTo(url, list)) };
}

/** A link that is in no file. */
function linkTo(url: string, { position }: List): Link {
  const read = classifyUrl(url, { image: false });
  return {
    ...{ type: 'link', url, text: url, place: 'prose', form: 'literal', image: false, alt: null, entry: null },
    ...read,
    ...{ position, urlPosition: position },
  };
}
