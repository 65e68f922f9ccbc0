import { posix } from 'node:path';
import type { ListStats } from '../../model/list-stats.js';
import { version } from '../../model/version.js';
import { htmlDocument } from '../../report/html/document.js';
import { dayOrEmpty } from '../../report/html/link-row.js';
import { text, webLink } from '../../report/html/markup.js';
import { countText, plural } from '../../text/plural.js';
import type { ExportedList } from '../exported.js';
import { script, style } from './assets.js';
import { filterForm } from './filters.js';
import { historyOf } from './history.js';
import { partSections, partsOf } from './parts.js';

/**
 * The list as a page of one file, which requests nothing. All entries are in it as HTML, so it can be read without JavaScript; the
 * script only filters.
 */
export function exportPage(list: ExportedList, stats: ListStats): string {
  const { title, path, description, lang, entries, sections, repository } = list;
  const name = text(title ?? repository?.split('/').at(-1) ?? posix.basename(path), 200);
  const parts = partsOf(list);
  const dates = entries.flatMap(({ added }) => (added === null ? [] : [added.at])).sort();
  const newest = dates.at(-1);
  const drawn = historyOf(stats);
  const facts = [
    plural(entries.length, 'entry', 'entries'),
    sections.length > 1 ? plural(sections.length, 'section') : '',
    newest === undefined ? '' : `last addition <time datetime="${newest}">${dayOrEmpty(newest)}</time>`,
    repository === null ? '' : webLink(repository, repository.replace(/^https:\/\//, '')),
    drawn === '' ? '' : '<a href="#history">History</a>',
  ].filter((fact) => fact !== '');
  const spoken = lang === null ? '' : ` lang="${text(lang)}"`;
  return htmlDocument({
    ...{ title: name, lang: 'en', version, script, style, indexed: true },
    body: `<a class="skip" href="#entries">Skip to entries</a>
<header>
<h1${spoken} dir="auto">${name}</h1>
${description === null ? '' : `<p class="intro"${spoken} dir="auto">${text(description, 400)}</p>\n`}<p class="about">${facts.join(' · ')}</p>
</header>
${filterForm(list)}
<div class="columns">
${outline(list)}
<main id="entries" tabindex="-1">
<div class="parts"${spoken}>
${entries.length === 0 ? '<p>This list has no entries.</p>' : partSections(list, parts)}
</div>
<p class="none" hidden>No entry matches. <button type="button" class="clear">Show all entries</button></p>
${drawn}
</main>
</div>
<footer>
<p>Made by listwright. This page is a single file; it loads and sends nothing.</p>
</footer>`,
  });
}

/** Deeper sections are found by the filter and by reading. */
const deepest = 2;

/** The upper sections as a nested list of links, each with its number of entries. */
function outline({ sections }: ExportedList): string {
  if (sections.length < 2) return '';
  let depth = 0;
  let html = '';
  sections.forEach(({ titles, emoji, entries }, index) => {
    if (titles.length > deepest) return;
    const level = Math.min(titles.length, depth + 1);
    if (level > depth) html += '<ul>';
    else html += `</li>${'</ul></li>'.repeat(depth - level)}`;
    depth = level;
    const sign = emoji === null ? '' : `<span aria-hidden="true">${text(emoji, 20)}</span> `;
    html += `<li><a href="#s-${index}"><span dir="auto">${sign}${text(titles.at(-1) ?? '', 120)}</span> <span class="count">${countText(entries)}</span></a>`;
  });
  html += '</li></ul>'.repeat(depth);
  return `<aside aria-label="Sections"><details class="panel" open><summary><h2>Sections</h2></summary><nav class="map" aria-label="Sections">${html}</nav></details></aside>`;
}
