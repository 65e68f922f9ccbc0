import { text } from '../../report/html/markup.js';
import type { ExportedList } from '../exported.js';
import { facetsOf } from './facets.js';
import { lastInside } from './parts.js';

/** The search and the filters; hidden until the script is there to use them. */
export function filterForm(list: ExportedList): string {
  if (list.entries.length === 0) return '';
  const sections = list.sections.map(({ titles }, index) => {
    const indent = '\u00a0\u00a0'.repeat(Math.min(titles.length - 1, 8));
    return `<option value="${index}" data-last="${lastInside(list, index)}">${indent}${text(titles.at(-1) ?? '', 60)}</option>`;
  });
  const facets = facetsOf(list).map(({ key, label, values }) => {
    const options = values.map(
      (value, index) => `<option value="${text(value)}" data-i="${index}">${text(value, 60)}</option>`,
    );
    return select(key, label, options);
  });
  return `<form class="filters" role="search" aria-label="Filters" hidden>
<label class="search"><span class="unseen">Search</span><input type="search" name="text" placeholder="Search entries" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
${sections.length < 2 ? '' : select('section', 'Section', sections)}
${facets.join('\n')}
<button type="button" class="clear" hidden>Clear</button>
<output class="shown" role="status"></output>
<details class="keys"><summary>Shortcuts</summary><div><dl>
<div><dt><kbd>/</kbd></dt><dd>search</dd></div>
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous entry</dd></div>
<div><dt><kbd>o</kbd></dt><dd>open the link of the entry</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>leave the search, then clear the filters</dd></div>
<div><dt><kbd>?</kbd></dt><dd>show these shortcuts</dd></div>
</dl><label><input type="checkbox" name="keys" checked> Enable shortcuts</label></div></details>
</form>`;
}

function select(name: string, label: string, options: readonly string[]): string {
  return `<label><span class="unseen">${text(label, 60)}</span><select name="${text(name, 100)}"><option value="">${text(label, 60)}: all</option>${options.join('')}</select></label>`;
}
