import type { Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { verdictNames } from '../model/verdict.js';
import { clean } from './clean.js';
import { plural } from './plural.js';
import type { View } from './view.js';
import { wrap } from './wrap.js';

/** What was found in all, and what to do about it. Findings that the caller left out are counted as not shown. */
export function summaryOf(report: Report, view: View): readonly string[] {
  const { painter, width } = view;
  const lines = [...headline(report, view)];
  if (report.run.command !== 'lint') lines.push(...wrap(linkSentence(report), width));
  const todo = todoOf(report);
  if (todo !== '') lines.push(...wrap(todo, width));
  const roadmaps = view.lists.filter(({ told, preset }) => told && preset === 'roadmap');
  if (roadmaps.length > 0) {
    const which = view.lists.length === 1 ? 'Read' : `${roadmaps.map(({ path }) => clean(path)).join(', ')}: read`;
    lines.push(
      ...wrap(`${which} as a roadmap, since most entries stand in tiers; --preset awesome asks for the usual.`, width),
    );
  }
  if (report.run.interrupted) lines.push(painter.yellow('Interrupted: this is what was found so far.'));
  return lines;
}

function headline({ stats, findings }: Report, { painter, width, lists }: View): readonly string[] {
  const tiers = stats.tiers > 0 ? ` and ${plural(stats.tiers, 'tier')}` : '';
  const read = `${plural(stats.entries, 'entry', 'entries')} in ${plural(stats.sections, 'section')}${tiers}`;
  const where = stats.files === 1 ? '' : ` of ${plural(stats.files, 'file')}`;
  const shown = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const { error, warning, info, suppressed } = stats.findings;
  const asides = [
    suppressed > 0 ? `${suppressed} silenced` : '',
    error + warning + info > findings.length ? `${error + warning + info - findings.length} not shown` : '',
  ].filter((part) => part !== '');
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : '';
  if (findings.length === 0) {
    const name = stats.files === 1 && lists[0] ? `${clean(lists[0].path)}: ` : '';
    const nothing = error + warning + info > 0 ? 'no errors' : 'nothing to mend';
    return wrap(`${name}${read}${where}, ${nothing}${aside}`, width).map(painter.green);
  }
  const counts = [
    { count: shown('error'), word: 'error', paint: (text: string) => painter.red(painter.bold(text)) },
    { count: shown('warning'), word: 'warning', paint: painter.yellow },
    { count: shown('info'), word: 'note', paint: painter.cyan },
  ].filter(({ count }) => count > 0);
  const plain = counts.map(({ count, word }) => plural(count, word)).join(', ');
  const painted = counts.map(({ count, word, paint }) => paint(plural(count, word))).join(', ');
  // Broken before painting: the widths of colours are not to be measured.
  const [head = '', ...rest] = wrap(`${'x'.repeat(plain.length)} in ${read}${where}${aside}`, width);
  return [painted + head.slice(plain.length), ...rest];
}

function todoOf({ findings }: Report): string {
  const safe = findings.filter((finding) => finding.fix?.safe === true).length;
  const suggested = findings.filter((finding) => finding.fix?.safe === false).length;
  const byHand = findings.filter((finding) => finding.fix === null && finding.severity !== 'info').length;
  const all = safe + suggested + byHand;
  if (safe + suggested === 0) return '';
  const parts = [
    safe > 0 ? `--fix mends ${all === 1 ? 'it' : `${safe === all ? 'all' : safe} of them`}` : '',
    suggested > 0
      ? `--fix=unsafe ${safe > 0 ? '' : 'mends '}${suggested} ${safe > 0 ? 'more ' : ''}that ${suggested === 1 ? 'needs' : 'need'} a look`
      : '',
    byHand > 0 ? `${byHand} ${byHand === 1 ? 'is' : 'are'} yours` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}

function linkSentence({ stats: { links } }: Report): string {
  if (links.unique === 0) return 'No link to check.';
  const parts = verdictNames.filter((name) => links[name] > 0).map((name) => `${links[name]} ${name}`);
  const told = links.unverifiable > 0 ? '; a site that refuses programs is no fault of the list' : '';
  return `${plural(links.unique, 'link')}: ${parts.join(', ')}${told}`;
}
