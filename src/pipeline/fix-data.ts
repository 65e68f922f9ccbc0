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
