import { countText } from '../../text/plural.js';
import { text } from './markup.js';
import { type RowKind, rowKinds } from './row-kinds.js';
import type { PageView } from './view.js';

/** The fields that filter the rows; they stay hidden until the script is there to do it. */
export function filterBar(rows: readonly { readonly kind: RowKind }[], view: PageView): string {
  if (rows.length === 0) return '';
  const words = (kind: RowKind): string =>
    `${rowKinds[kind].heading} (${countText(rows.filter((row) => row.kind === kind).length)})`;
  const found = (Object.keys(rowKinds) as RowKind[]).filter((kind) => rows.some((row) => row.kind === kind));
  const verdicts = found.map((kind) => option(kind, words(kind)));
  const rules = [...view.ruleNumbers].map(([id, index]) => option(id, text(id), ` data-i="${index}"`));
  const sections = view.branches.all.map(({ name, depth, last }, index) =>
    option(String(index), `${'\u00a0\u00a0'.repeat(Math.min(depth, 8))}${text(name, 60)}`, ` data-last="${last}"`),
  );
  return `<form class="filters" role="search" aria-label="Filters" hidden>
<label class="search"><span class="unseen">Search</span><input type="search" name="text" placeholder="Search links and findings" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
${select('verdict', 'Verdict', 'Verdict: all', verdicts)}
${select('rule', 'Rule', 'Rule: all', rules)}
${select('section', 'Section', 'Section: all', sections)}
<button type="button" class="clear" hidden>Clear</button>
<output class="shown" role="status"></output>
<details class="keys"><summary>Shortcuts</summary><div><dl>
<div><dt><kbd>/</kbd></dt><dd>search</dd></div>
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous row</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>show or hide the evidence of the row</dd></div>
<div><dt><kbd>o</kbd></dt><dd>open the URL of the row</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>leave the search, then clear the filters</dd></div>
<div><dt><kbd>?</kbd></dt><dd>show these shortcuts</dd></div>
</dl><label><input type="checkbox" name="keys" checked> Enable shortcuts</label></div></details>
</form>`;
}

function select(name: string, label: string, every: string, options: readonly string[]): string {
  if (options.length < 2) return '';
  return `<label><span class="unseen">${label}</span><select name="${name}"><option value="">${every}</option>${options.join('')}</select></label>`;
}

function option(value: string, label: string, more = ''): string {
  return `<option value="${text(value)}"${more}>${label}</option>`;
}
