import { hasKind } from '../../model/evidence.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { verdictNames } from '../../model/verdict-names.js';
import { groupBy } from '../../text/group-by.js';
import { countText, plural } from '../../text/plural.js';
import { codeSpan, oneLine, xmlText } from '../escape.js';
import { fixCommand } from '../fix-command.js';
import { inPlaces } from '../places.js';
import { evidenceOf, type ReportFacts } from '../report-facts.js';
import { severityCount } from '../severity-words.js';
import { suggestionsOf } from '../suggestion.js';
import { fitToLimit, type MarkdownSection } from './fit-to-limit.js';
import { brokenItems, itemsOf } from './items.js';
import { pullRequestSections } from './policy-sections.js';

/** GitHub takes no longer comment. */
const longestComment = 65_536;

/** GitHub's Markdown for a job's summary or a comment, at most `limit` UTF-16 units: what to do, broken links, errors, and the rest folded. */
export function markdown(
  report: Report,
  facts: ReportFacts,
  { limit = longestComment }: { readonly limit?: number } = {},
): string {
  const broken = report.findings.filter(({ verdict }) => verdict === 'broken');
  const about = report.findings.filter(({ topic }) => topic === 'pull-request');
  const others = report.findings.filter(({ verdict, topic }) => verdict !== 'broken' && topic !== 'pull-request');
  const rules = new Map(facts.rules.map((rule) => [rule.id, rule]));
  const evidence = evidenceOf(report);
  const texts = new Map(facts.lists.map(({ path, text }) => [path, text]));
  const suggestions = new Map(
    [...groupBy(others, ({ path }) => path)].map(([path, found]) => [
      path,
      suggestionsOf(found, texts.get(path) ?? null),
    ]),
  );
  const chapters: MarkdownSection[] = pullRequestSections(about, report.pullRequest);
  if (broken.length > 0)
    chapters.push({ open: '#### Broken links\n\n', items: brokenItems(broken, { evidence }), close: '\n' });
  for (const severity of ['error', 'warning', 'info'] as const) {
    const found = others.filter((finding) => finding.severity === severity);
    for (const [path, findings] of groupBy(found, (finding) => finding.path)) {
      const count = severityCount(severity, findings.length);
      const items = itemsOf(findings, { rules, evidence, suggest: suggestions.get(path) ?? (() => '') });
      if (severity === 'error') chapters.push({ open: `#### ${count} in ${codeSpan(path)}\n\n`, items, close: '\n' });
      else {
        const summary = `<summary>${count} in <code>${xmlText(oneLine(path))}</code></summary>`;
        chapters.push({ open: `<details>${summary}\n\n`, items, close: '\n</details>\n\n' });
      }
    }
  }
  return fitToLimit(headOf(report, broken, facts.lists), chapters, limit);
}

function headOf(report: Report, broken: readonly Finding[], lists: ReportFacts['lists']): string {
  const { stats, findings, run } = report;
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => severityCount(severity, count));
  const [only] = lists.length === 1 && stats.files === 1 ? lists : [];
  const file = only === undefined ? plural(stats.files, 'file') : codeSpan(only.path);
  const where = `in ${file} (${plural(stats.entries, 'entry', 'entries')})`;
  const found = stats.findings.error + stats.findings.warning + stats.findings.info;
  const nothing = found > findings.length ? 'No errors' : 'No problems found';
  const sentences = [
    todoOf(report, broken),
    run.command === 'lint' || stats.links.unique === 0 ? '' : `${linksOf(report)}.`,
    isWithoutNetwork(report) ? '**No network**: links were not checked.' : '',
    stats.findings.suppressed > 0 ? `${plural(stats.findings.suppressed, 'finding')} suppressed.` : '',
    run.interrupted ? '**Interrupted**: the results are incomplete.' : '',
  ].filter((sentence) => sentence !== '');
  const text = sentences.length === 0 ? '' : `${sentences.join(' ')}\n\n`;
  return `### ${counts.length === 0 ? nothing : counts.join(', ')} ${where}\n\n${text}`;
}

/** True where links would have been asked, and nothing could be reached; --offline asks for as much. */
function isWithoutNetwork({ links }: Report): boolean {
  const offline = links.filter(({ reason }) => reason === 'offline');
  return offline.some(({ evidence }) => evidence.some((seen) => hasKind(seen, 'no-network')));
}

function todoOf(report: Report, broken: readonly Finding[]): string {
  const { findings } = report;
  const links = new Set(broken.map(({ url, message }) => url ?? message)).size;
  const safe = findings.filter(({ fix }) => fix?.safe === true);
  const look = findings.filter(({ fix }) => fix?.safe === false);
  const hand = findings.filter(
    ({ fix, verdict, severity }) => fix === null && verdict !== 'broken' && severity !== 'info',
  ).length;
  const rest = findings.filter(
    ({ fix, verdict, severity }) => fix === null && verdict === null && severity === 'info',
  ).length;
  const steps = [
    links > 0 ? `replace or remove ${plural(links, 'broken link')}` : '',
    safe.length > 0 ? `run \`${fixCommand(report, '--fix')}\` to fix ${inPlaces(safe)}` : '',
    look.length > 0
      ? `run \`${fixCommand(report, '--fix=unsafe --fix-dry-run')}\` to review fixes for ${inPlaces(look)}`
      : '',
    hand > 0 ? `fix ${plural(hand, 'finding')} manually` : '',
    rest > 0 ? `review ${plural(rest, 'info finding')}` : '',
  ].filter((step) => step !== '');
  return steps.length === 0 ? '' : `What to do: ${steps.join('; ')}.`;
}

function linksOf({ stats: { links } }: Report): string {
  const parts = verdictNames.filter((name) => links[name] > 0).map((name) => `${countText(links[name])} ${name}`);
  return `${plural(links.unique, 'link')}: ${parts.join(', ')}`;
}
