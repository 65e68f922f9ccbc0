import type { Input } from '../fs/inputs.js';
import { fixText } from '../lint/fix.js';
import { type LintResult, lint } from '../lint/lint.js';
import type { List } from '../model/list.js';
import type { ReportedList } from '../model/report.js';
import type { JudgedLink, Verdict } from '../model/verdict.js';
import { outlineOf } from '../report/outline.js';
import { isDetached } from '../url/resolve-relative.js';
import { type BaseState, type Compared, type CompareRequest, compares } from './compare.js';
import type { Document } from './read-list.js';

/** A file and what fixing makes of it; `after` is the text as it was when nothing is mended. */
export interface RunFile {
  readonly input: Input;
  readonly before: string;
  readonly after: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** What is wanted of each file. */
export interface ResultRequest extends CompareRequest {
  /** `null` leaves the text as it is. */
  readonly fix: 'safe' | 'unsafe' | null;
}

/** What lint has to say of one file in the end. */
export interface FileResult extends RunFile, LintResult {
  readonly list: ReportedList;
  readonly notices: readonly string[];
  /** What a comparison needs; null where there is none. */
  readonly compared: Compared | null;
}

/** The rules that speak of links in every command. */
const linkRules = new Set(['no-placeholder', 'url-wellformed', 'relative-target-exists', 'fragment-resolves']);

/** Lints a document, mends it where that is wanted, and says what is left. */
export function resultOf(
  document: Document,
  before: BaseState | null,
  verdicts: ReadonlyMap<string, Verdict>,
  request: ResultRequest,
): FileResult {
  const { input, text, reread } = document;
  const { preset, detected } = document.settings;
  const lintText = (list: List): LintResult => lintList(list, document, verdicts, request);
  const said = lintText(document.list);
  const comparedWith = (list: List): Compared | null => (compares(request) ? { list, before, lint: lintText } : null);
  const asRead = {
    input,
    before: text,
    after: text,
    applied: 0,
    list: outlineOf(document.list, preset, detected),
    notices: noticesOf(document),
    compared: comparedWith(document.list),
    ...said,
  };
  if (request.fix === null) return asRead;
  const relint = (next: string) => {
    if (next === text) return { list: document.list, findings: said.findings };
    const list = reread(next);
    return { list, findings: lintText(list).findings };
  };
  const fixed = fixText(text, relint, { unsafe: request.fix === 'unsafe' });
  if (fixed.text === text) return asRead;
  const list = reread(fixed.text);
  const left = lintText(list);
  return {
    ...asRead,
    after: fixed.text,
    applied: fixed.applied,
    list: outlineOf(list, preset, detected),
    compared: comparedWith(list),
    ...left,
  };
}

/** What could not be judged, in sentences. */
function noticesOf({ list, files, input }: Document): readonly string[] {
  if (!isDetached(list, files)) return [];
  return [
    `${input.path}: its relative links were not judged, since none of their files are here; check it in its repository`,
  ];
}

function lintList(
  list: List,
  document: Document,
  verdicts: ReadonlyMap<string, Verdict>,
  request: ResultRequest,
): LintResult {
  const speaking = document.settings.rules.filter(
    ({ rule }) => request.command !== 'links' || rule.reads === 'verdict' || linkRules.has(rule.id),
  );
  const judged = list.links.flatMap((link): JudgedLink[] => {
    const verdict = verdicts.get(link.url);
    return verdict === undefined ? [] : [{ link, verdict }];
  });
  return lint(list, { rules: speaking, files: document.files, judged, known: request.rules.map((rule) => rule.id) });
}
