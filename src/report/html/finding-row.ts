import type { Finding } from '../../model/finding.js';
import { stripped, xmlText } from '../escape.js';
import { evidenceText } from '../evidence.js';
import { text } from './markup.js';
import type { FindingRow } from './rows.js';
import type { PageView } from './view.js';

/** So much of a line is shown before and behind the place, and of the place itself. UTF-16 units. */
const mostAround = 80;
const mostMarked = 240;

/** The inside of the row for a finding: the message, where it is, and on demand the line, before and after `--fix`. */
export function findingRow({ finding, branches, link }: FindingRow, view: PageView): string {
  const { message, path, start, places, fix } = finding;
  const all = [start, ...(places ?? []).map((place) => place.start)].map(({ line }) => ({ path, line }));
  const fixNote =
    fix === null
      ? ''
      : fix.safe
        ? 'fixable with <code class="whole">--fix</code>'
        : 'review with <code class="whole">--fix=unsafe</code>';
  const meta = [view.placesOf(all), view.sectionOf(branches), fixNote].filter((part) => part !== '');
  const seen = (link?.evidence ?? []).slice(-5).map((each) => `<li>${text(evidenceText(each))}</li>`);
  const evidence = seen.length === 0 ? '' : `<ul>${seen.join('')}</ul>`;
  const source = sourceOf(finding, view);
  const label = source === '' ? 'Evidence' : seen.length === 0 ? 'Show line' : 'Show line and evidence';
  const more = source + evidence === '' ? '' : `<details><summary>${label}</summary>${source}${evidence}</details>`;
  return `<p class="title">${quoted(message)}</p><p class="meta">${meta.join(' · ')}</p>${more}`;
}

/** A sentence whose quoted parts are code. */
export function quoted(message: string): string {
  const parts = message.slice(0, 1000).split(/(`[^`]+`)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<code>${text(part.slice(1, -1))}</code>` : spaced(part)))
    .join('');
}

/** Text on one line that keeps a blank at its ends. */
function spaced(part: string): string {
  const lead = /^\s/.test(part) ? ' ' : '';
  const trail = /\S\s+$/.test(part) ? ' ' : '';
  return lead + text(part) + trail;
}

function sourceOf(finding: Finding, view: PageView): string {
  const { path, start, end, fix } = finding;
  const source = view.source(path);
  // A report that is read again may speak of another text.
  if (source === null || start.offset > source.text.length) return '';
  const from = start.offset - (start.column - 1);
  const lineEnd = from + source.text.slice(from).search(/[\r\n]|$/);
  const corrected = fix?.safe === true ? source.fixed(start.line) : null;
  if (corrected !== null) {
    const before = source.text.slice(from, lineEnd);
    if (corrected !== before) return `<pre><del>${pre(before)}</del><ins>${pre(corrected)}</ins></pre>`;
  }
  const to = Math.max(start.offset, Math.min(end.offset, lineEnd));
  const lead = source.text.slice(from, start.offset);
  const rest = source.text.slice(to, lineEnd);
  const marked = source.text.slice(start.offset, to);
  const head = lead.length > mostAround ? `…${lead.slice(-mostAround)}` : lead;
  const cut = marked.length > mostMarked ? `${marked.slice(0, mostMarked)}…` : marked;
  const tail = rest.length > mostAround ? `${rest.slice(0, mostAround)}…` : rest;
  return head + cut + tail === '' ? '' : `<pre>${pre(head)}<mark>${pre(cut)}</mark>${pre(tail)}</pre>`;
}

function pre(source: string): string {
  return xmlText(stripped(source).replace(/[\r\n]/g, ' '));
}
