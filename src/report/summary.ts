import type { Report } from '../model/report.js';
import { verdictNames } from '../model/verdict.js';
import type { View } from './view.js';
import { wrap } from './wrap.js';

/** What was found in all, and what to do about it. */
export function summaryOf(report: Report, view: View): readonly string[] {
  const { stats, run, findings } = report;
  const { painter, width } = view;
  const lines: string[] = [];
  const { error, warning, info, suppressed } = stats.findings;
  const read = `${plural(stats.entries, 'entry', 'entries')} in ${plural(stats.sections, 'section')}${stats.tiers > 0 ? ` and ${plural(stats.tiers, 'tier')}` : ''}`;
  const where = stats.files === 1 ? '' : ` of ${plural(stats.files, 'file')}`;
  if (error + warning + info === 0) lines.push(painter.green(`${read}${where}: nothing to mend`));
  else {
    const parts = [
      error > 0 ? painter.red(painter.bold(plural(error, 'error'))) : '',
      warning > 0 ? painter.yellow(plural(warning, 'warning')) : '',
      info > 0 ? painter.cyan(plural(info, 'note')) : '',
    ].filter((part) => part !== '');
    lines.push(
      `${parts.join(', ')} in ${read}${where}${suppressed > 0 ? painter.dim(` (${suppressed} silenced)`) : ''}`,
    );
  }
  if (run.command !== 'lint') lines.push(...wrap(linkSentence(report), width));
  const safe = findings.filter((finding) => finding.fix?.safe === true).length;
  const suggested = findings.filter((finding) => finding.fix?.safe === false).length;
  const byHand =
    error + warning - findings.filter((finding) => finding.fix !== null && finding.severity !== 'info').length;
  const todo = [
    safe > 0 ? `--fix mends ${safe} of them` : '',
    suggested > 0
      ? `--fix=unsafe ${safe > 0 ? 'and' : 'mends'} ${suggested} ${safe > 0 ? 'more that need a look' : 'that need a look'}`
      : '',
    byHand > 0 && safe + suggested > 0 ? `${byHand} ${byHand === 1 ? 'is' : 'are'} yours` : '',
  ].filter((part) => part !== '');
  if (todo.length > 0) lines.push(...wrap(`${todo.join(', ')}.`, width));
  if (run.interrupted) lines.push(painter.yellow('Interrupted: this is what was found so far.'));
  return lines;
}

function linkSentence({ stats: { links } }: Report): string {
  if (links.unique === 0) return 'No link to check.';
  const parts = verdictNames.filter((name) => links[name] > 0).map((name) => `${links[name]} ${name}`);
  const told = links.unverifiable > 0 ? '; a site that refuses programs is no fault of the list' : '';
  return `${plural(links.unique, 'link')}: ${parts.join(', ')}${told}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
