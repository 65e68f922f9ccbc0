import { lstat, readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { LinkOutcome } from '../links/check.js';
import { uncheckedExceptions } from '../links/exceptions.js';
import { concernsList } from '../lint/exceptions.js';
import type { ListedException, ReportException, RuleException } from '../model/exception.js';
import type { LinkException } from '../model/link-options.js';
import type { List } from '../model/list.js';
import type { Settings } from '../model/settings.js';
import { parse } from '../parse/parse.js';
import { joinLists } from '../report/exceptions.js';
import { withPatterns } from '../text/regex-timeout.js';
import type { LintedList } from './lint-list.js';
import type { PolicyOutcome } from './policy.js';

/** A list of the run, with its text as it was read. */
type RunText = Pick<LintedList, 'input' | 'before'>;

/** No more other lists are read: the exception then counts as not checked. */
const mostFiles = 200;
/** Bytes of all of them. */
const mostBytes = 5_000_000;

/** The exceptions of a run, each once, with what became of it. `now` is in epoch milliseconds. */
export async function runExceptions(
  links: Pick<LinkOutcome, 'exceptions'> | null,
  linted: readonly (RunText & Pick<LintedList, 'exceptions'>)[],
  policy: Pick<PolicyOutcome, 'exceptions'> | null,
  settings: Settings,
  { cwd, now }: { readonly cwd: string; readonly now: number },
): Promise<readonly ReportException[]> {
  const rows = joinLists([
    ...(links?.exceptions ?? uncheckedExceptions(settings.links.exceptions, now)),
    ...linted.flatMap(({ exceptions }) => exceptions),
    ...(policy?.exceptions ?? []),
  ]);
  return settleAbsent(rows, linted, settings, cwd);
}

/**
 * Says of exceptions for something that the run did not meet whether they are needed. They are for another list in the folder of the
 * configuration, or for links that this run left out: then they were not checked. Else they are unused.
 */
async function settleAbsent(
  rows: readonly ListedException[],
  texts: readonly RunText[],
  settings: Settings,
  cwd: string,
): Promise<readonly ReportException[]> {
  const isOpen = rows.some(({ state }) => state === 'absent');
  const folder = settings.configFile === null ? cwd : dirname(settings.configFile);
  const others = isOpen ? await otherTexts(folder, texts) : null;
  if (others === null) return rows.map((row) => settled(row, 'not-checked'));
  const lists = [...texts.map(({ before }) => before), ...others].map((text) => parse(text));
  return rows.map((row) => {
    if (row.state !== 'absent') return settled(row, row.state);
    return settled(row, lists.some((list) => concerns(row, list, settings)) ? 'not-checked' : 'unused');
  });
}

function settled(row: ListedException, absent: ReportException['state']): ReportException {
  const { state, ...rest } = row;
  return { ...rest, state: state === 'absent' ? absent : state };
}

/** The texts of the other Markdown files below a folder; null where they are too many, and where a list of the run is not below it. */
async function otherTexts(folder: string, texts: readonly RunText[]): Promise<readonly string[] | null> {
  const isBelow = ({ input: { file, remote } }: RunText): boolean =>
    remote === null && !/^(?:\.\.(?:[/\\]|$)|[/\\]|[a-z]:)/i.test(relative(folder, file));
  if (!texts.every(isBelow)) return null;
  const { glob } = await import('tinyglobby');
  const found = await glob('**/*.{md,markdown,mkd,mkdn,mdown}', {
    ...{ cwd: folder, absolute: true, caseSensitiveMatch: false, ignore: ['**/node_modules/**'] },
    ...{ expandDirectories: false, followSymbolicLinks: false },
  });
  const known = new Set(texts.map(({ input }) => resolve(input.file)));
  const files = found.map((file) => resolve(file)).filter((file) => !known.has(file));
  if (files.length > mostFiles) return null;
  const sizes = await Promise.all(
    files.map(async (file) => {
      const facts = await lstat(file).catch(() => null);
      return facts?.isFile() ? { file, size: facts.size } : null;
    }),
  );
  const plain = sizes.flatMap((one) => one ?? []);
  if (plain.reduce((sum, { size }) => sum + size, 0) > mostBytes) return null;
  return Promise.all(plain.map(({ file }) => readFile(file, 'utf8').catch(() => '')));
}

function concerns(row: ListedException, list: List, settings: Settings): boolean {
  const isSame = ({ reason }: { readonly reason: string | null }): boolean => reason === row.reason;
  if (row.option === 'except')
    return settings.exceptions.some(
      (each: RuleException) => each.match === row.match && isSame(each) && concernsList(each, list),
    );
  const named = settings.links.exceptions.filter(
    (each: LinkException) => each.option === row.option && each.text === row.match && isSame(each),
  );
  return withPatterns('exclude and accept', (test) =>
    named.some(({ pattern }) => list.links.some(({ url }) => test(pattern, url))),
  );
}
