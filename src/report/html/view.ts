import type { Report } from '../../model/report.js';
import { groupBy } from '../../text/group-by.js';
import { type Lines, linesOf } from '../../text/lines.js';
import { countText } from '../../text/plural.js';
import { oneLine, xmlText } from '../escape.js';
import { type FixedLines, fixedLinesOf } from '../fixed-line.js';
import type { ReportedRule, ReportFacts } from '../report-facts.js';
import { type Branches, branchesOf } from './branches.js';
import { text, webLink } from './markup.js';

/** What the parts of a page need of the report's surroundings. What is named `…Of` gives HTML. */
export interface PageView {
  readonly branches: Branches;
  /** The text of a list and its lines; null where only the report is known. */
  readonly source: (path: string) => Source | null;
  readonly rules: ReadonlyMap<string, ReportedRule>;
  /** The place of each rule that found something among the others. */
  readonly ruleNumbers: ReadonlyMap<string, number>;
  /** Lines of files, each once, as links to their source. */
  readonly placesOf: (places: readonly ViewLocation[]) => string;
  /** `Tools › Tier 1`; empty outside of sections. */
  readonly sectionOf: (branches: readonly number[]) => string;
  /** The rule's name, as a link to its page. */
  readonly ruleOf: (id: string) => string;
}

/** The text of a list. */
interface Source {
  readonly text: string;
  readonly lines: Lines;
  /** Lines as `--fix` writes them. */
  readonly fixed: FixedLines;
}

interface ViewLocation {
  readonly path: string;
  readonly line: number;
}

/** A row names this many places at most. */
const mostPlaces = 24;

/** Looks at a report as a page does. */
export function viewOf(report: Report, facts: ReportFacts): PageView {
  const branches = branchesOf(report, facts.lists);
  const rules = new Map(facts.rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  const lists = new Map(facts.lists.map((list) => [list.path, list]));
  const sources = new Map<string, Source>();
  const single = branches.all.filter(({ kind }) => kind === 'file').length === 1;
  return {
    branches,
    rules,
    ruleNumbers: new Map(ids.map((id, index) => [id, index])),
    source(path) {
      const list = lists.get(path);
      const known = sources.get(path);
      if (known !== undefined || list === undefined) return known ?? null;
      const lines = linesOf(list.text);
      const own = report.findings.filter((finding) => finding.path === path);
      const source = { text: list.text, lines, fixed: fixedLinesOf(list.text, lines, own) };
      sources.set(path, source);
      return source;
    },
    placesOf(places) {
      const each = new Map(places.map((place) => [`${place.path}:${place.line}`, place]));
      const first = new Set([...groupBy(each.values(), ({ path }) => path).values()].map(([place]) => place));
      const shown = [...each.values()]
        .slice(0, mostPlaces)
        .map((place) => locationText(place, first.has(place), single, facts));
      const more = each.size > mostPlaces ? `${countText(each.size - mostPlaces)} more` : '';
      return [...shown, more].filter((part) => part !== '').join(', ');
    },
    sectionOf(found) {
      const names: string[] = [];
      for (let at: number | null = found[0] ?? null; at !== null; ) {
        const branch = branches.all[at];
        if (branch === undefined || branch.kind === 'file') break;
        names.unshift(text(branch.name, 80));
        at = branch.parent;
      }
      return names.join(' › ');
    },
    ruleOf(id) {
      const url = rules.get(id)?.url ?? null;
      return url === null ? `<code>${text(id)}</code>` : webLink(url, id).replace('class="url"', 'class="rule"');
    },
  };
}

/** The file is named at the first of its lines, where there are several files. */
function locationText({ path, line }: ViewLocation, isFirst: boolean, single: boolean, facts: ReportFacts): string {
  const label = `${isFirst ? (single ? 'line ' : `${text(path)}:`) : ''}${line}`;
  const page = facts.sourceOf?.(path) ?? null;
  return page === null ? label : `<a href="${xmlText(oneLine(page))}#L${line}">${label}</a>`;
}
