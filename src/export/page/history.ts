import type { ListStats, SectionStats, TroubleStats } from '../../model/list-stats.js';
import { verdictNames } from '../../model/verdict-names.js';
import { bar } from '../../report/html/chart.js';
import { dayOrEmpty } from '../../report/html/link-row.js';
import { text } from '../../report/html/markup.js';
import { sectionName } from '../../report/section-name.js';
import { ageText } from '../../text/age-text.js';
import { countText, plural } from '../../text/plural.js';

/** Units of a drawing. */
const wide = 1000;
const high = 200;
/** Sections that are shown, those with the most trouble. */
const mostSections = 12;

/** How the list grew, how old its entries are, and how its links do, as drawings with their numbers; empty where nothing is known. */
export function historyOf({ history, health }: ListStats): string {
  const figures = [
    history === null || history.months.length < 2 ? '' : growth(history.months),
    history === null || history.medianDays === null ? '' : ageBars(history),
    health === null ? '' : linkBars(health),
    health === null ? '' : troubleLines(health.trouble),
    health === null ? '' : sectionBars(health.sections),
  ].filter((figure) => figure !== '');
  if (figures.length === 0) return '';
  const gap =
    history?.shallow || history?.truncated
      ? `<p class="about">Nothing is known before ${text(history.from?.slice(0, 10) ?? '')}.</p>`
      : '';
  return `<section id="history" class="history"><h2>History</h2>${gap}<div class="figures">${figures.join('\n')}</div></section>`;
}

function growth(months: NonNullable<ListStats['history']>['months']): string {
  const most = Math.max(1, ...months.map(({ entries }) => entries));
  const points = months.map(({ entries }, index) => {
    const x = (index / (months.length - 1)) * wide;
    return `${round(x)} ${round(high - (entries / most) * (high - 4))}`;
  });
  const [first, last] = [months[0], months.at(-1)];
  const peak = most > (last?.entries ?? 0) ? `, at most ${countText(most)}` : '';
  const spoken = `${countText(first?.entries ?? 0)} in ${first?.month}, ${countText(last?.entries ?? 0)} in ${last?.month}${peak}`;
  const line = `M${points.join('L')}`;
  return `<figure class="wide"><figcaption><b>Entries</b> <span class="count">each URL once: ${spoken}</span></figcaption>
<svg class="growth" role="img" aria-label="Entries over time: ${spoken}" viewBox="0 0 ${wide} ${high}" preserveAspectRatio="none"><path class="area" d="${line}L${wide} ${high}L0 ${high}Z"/><path class="line" d="${line}"/></svg>
<p class="ends" aria-hidden="true"><span>${first?.month}</span><span>${last?.month}</span></p>
${yearTable(months)}</figure>`;
}

function yearTable(months: NonNullable<ListStats['history']>['months']): string {
  const years = new Map<string, { added: number; removed: number; entries: number }>();
  for (const { month, added, removed, entries } of months) {
    const year = years.get(month.slice(0, 4)) ?? { added: 0, removed: 0, entries: 0 };
    years.set(month.slice(0, 4), { added: year.added + added, removed: year.removed + removed, entries });
  }
  const rows = [...years]
    .toReversed()
    .map(
      ([year, { added, removed, entries }]) =>
        `<tr><th scope="row">${year}</th><td>${countText(added)}</td><td>${countText(removed)}</td><td>${countText(entries)}</td></tr>`,
    );
  return `<details><summary>By year</summary><table><thead><tr><th scope="col">Year</th><th scope="col">Added</th><th scope="col">Removed</th><th scope="col">Entries at its end</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

function ageBars({ ages, medianDays, undated }: NonNullable<ListStats['history']>): string {
  const all = [...ages, ...(undated > 0 ? [{ label: 'unknown', entries: undated }] : [])];
  const most = Math.max(1, ...all.map(({ entries }) => entries));
  const rows = all.map(
    ({ label, entries }) =>
      `<tr><th scope="row">${text(label)}</th><td>${countText(entries)}</td><td aria-hidden="true">${plainBar(entries / most)}</td></tr>`,
  );
  return `<figure><figcaption><b>Age of entries</b> <span class="count">median ${ageText(medianDays ?? 0)}</span></figcaption>
<table class="bars"><tbody>${rows.join('')}</tbody></table></figure>`;
}

function plainBar(share: number): string {
  return `<svg class="bar" viewBox="0 0 ${wide} 10" preserveAspectRatio="none"><rect class="plain" width="${round(share * wide)}" height="10"/></svg>`;
}

function linkBars({ verdicts, unchecked }: NonNullable<ListStats['health']>): string {
  const checked = verdictNames.filter((name) => verdicts[name] > 0);
  if (checked.length === 0) return '';
  const most = Math.max(1, ...checked.map((name) => verdicts[name]));
  const rows = checked.map(
    (name) =>
      `<tr><th scope="row">${name}</th><td>${countText(verdicts[name])}</td><td aria-hidden="true"><svg class="bar" viewBox="0 0 ${wide} 10" preserveAspectRatio="none"><rect class="k-${name}" width="${round((verdicts[name] / most) * wide)}" height="10"/></svg></td></tr>`,
  );
  const rest = unchecked === 0 ? '' : ` <span class="count">${plural(unchecked, 'link')} not checked</span>`;
  return `<figure><figcaption><b>Links</b>${rest}</figcaption><table class="bars"><tbody>${rows.join('')}</tbody></table></figure>`;
}

/** Broken and moved links as lines over time; nothing for a single day. */
function troubleLines(trouble: readonly TroubleStats[]): string {
  const [first, last] = [trouble[0], trouble.at(-1)];
  if (first === undefined || last === undefined || first.at === last.at) return '';
  const most = Math.max(1, ...trouble.map(({ broken, moved }) => Math.max(broken, moved ?? 0)));
  const from = Date.parse(first.at);
  const span = Date.parse(last.at) - from;
  const lineOf = (count: (point: TroubleStats) => number): string => {
    const points = trouble.map((point) => {
      const x = ((Date.parse(point.at) - from) / span) * wide;
      return `${round(x)} ${round(high - (count(point) / most) * (high - 4))}`;
    });
    return `M${points.join('L')}`;
  };
  const moved = last.moved === null ? '' : `<path class="line moved" d="${lineOf((point) => point.moved ?? 0)}"/>`;
  const counts = last.moved === null ? '' : `, ${countText(last.moved)} moved (dashed)`;
  const spoken = `${countText(last.broken)} broken${counts} on ${dayOrEmpty(last.at)}`;
  const title = last.moved === null ? 'Broken links by date of first failure' : 'Broken and moved links';
  return `<figure class="wide"><figcaption><b>${title}</b> <span class="count">${spoken}</span></figcaption>
<svg class="growth" role="img" aria-label="${title}: ${spoken}" viewBox="0 0 ${wide} ${high}" preserveAspectRatio="none"><path class="line broken" d="${lineOf(({ broken }) => broken)}"/>${moved}</svg>
<p class="ends" aria-hidden="true"><span>${dayOrEmpty(first.at)}</span><span>${dayOrEmpty(last.at)}</span></p></figure>`;
}

function sectionBars(sections: readonly SectionStats[]): string {
  const trouble = ({ verdicts }: SectionStats): number => verdicts.broken + verdicts.suspect + verdicts.moved;
  const worst = sections
    .filter((section) => trouble(section) > 0)
    .toSorted((a, b) => b.verdicts.broken - a.verdicts.broken || trouble(b) - trouble(a))
    .slice(0, mostSections);
  if (worst.length === 0) return '';
  const all = sections.map(({ titles }) => titles);
  const rows = worst.map(({ titles, entries, verdicts }) => {
    const facts = (['broken', 'suspect', 'moved'] as const)
      .filter((name) => verdicts[name] > 0)
      .map((name) => `${verdicts[name]} ${name}`);
    return `<tr><th scope="row" dir="auto">${text(sectionName(titles, all) || 'Outside of sections', 120)}</th><td>${facts.join(', ')} of ${countText(entries)}</td><td aria-hidden="true">${bar(verdicts, '')}</td></tr>`;
  });
  return `<figure class="wide"><figcaption><b>Sections with the most problems</b></figcaption><table class="bars"><tbody>${rows.join('')}</tbody></table></figure>`;
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}
