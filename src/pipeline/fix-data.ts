import { mustBeReplaceable } from '../fs/write.js';
import { UserError } from '../model/errors.js';
import type { Settings } from '../model/settings.js';
import type { LintedList, LintPlan } from './lint-list.js';
import type { Document } from './read-list.js';

/**
 * Lints a document, and writes the fixes of a list that is written from data into the data too. Where that cannot be done,
 * nothing is fixed, and a notice says so.
 */
export async function lintWithData(
  document: Document,
  plan: LintPlan,
  lintWith: (document: Document, plan: LintPlan) => LintedList,
  settings: Settings,
  cwd: string,
): Promise<LintedList> {
  const linted = lintWith(document, plan);
  if (!document.keptAsData || plan.fix === null || linted.after === linted.before) return linted;
  const { input, text, list } = document;
  const { foldFixes } = await import('../data/fold-fixes.js');
  const folded = await foldFixes(input.path, text, linted.after, settings, cwd);
  const unfixed = { ...plan, fix: null };
  if (folded === null) {
    const notice = `${list.path}: nothing was fixed, since the list and its data differ or the data cannot be written; see \`listwright render --check\``;
    const again = lintWith(document, unfixed);
    return { ...again, notices: [...again.notices, notice] };
  }
  const { text: after, files: data, values: applied } = folded;
  if (after === linted.after) return { ...linted, applied, data };
  const again = lintWith({ ...document, text: after, list: document.reread(after) }, unfixed);
  return { ...again, before: text, applied, data };
}

/** Lints a document; what cannot be written is reported without fixes, and why is added to `failures`. */
export async function lintWritable(
  document: Document,
  plan: LintPlan & { readonly writes: boolean },
  lintWith: (document: Document, plan: LintPlan) => LintedList,
  settings: Settings,
  { cwd, failures }: { readonly cwd: string; readonly failures: UserError[] },
): Promise<LintedList> {
  const linted = await lintWithData(document, plan, lintWith, settings, cwd);
  const { input, before, after, data } = linted;
  if (!plan.writes || input.stdin || input.remote !== null || (after === before && data.length === 0)) return linted;
  try {
    for (const one of data) await mustBeReplaceable(one.file, one.path, one.before ?? '');
    await mustBeReplaceable(input.file, input.path, before);
    return linted;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    failures.push(error);
    return lintWithData(document, { ...plan, fix: null }, lintWith, settings, cwd);
  }
}
