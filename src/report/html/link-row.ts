import { reasonWithStatus } from '../../model/reasons.js';
import type { ReportLink } from '../../model/report.js';
import { evidenceText } from '../evidence.js';
import { quoted } from './finding-row.js';
import { durationText, text, webLink } from './markup.js';
import type { LinkRow } from './rows.js';
import type { PageView } from './view.js';

/** Of what was seen of a link, the last so many sentences are shown. */
const mostEvidence = 20;

/** The inside of the row for a link: what is wrong in words, old and new address, where it is, and the evidence folded. */
export function linkRow(row: LinkRow, view: PageView): string {
  const { link, kind } = row;
  const name = link.occurrences.find(({ entry }) => entry !== null)?.entry ?? null;
  const names = name === null ? '' : `<b>${text(name, 200)}</b>`;
  const where = view.placesOf(link.occurrences);
  if (kind === 'alive' || kind === 'skipped') {
    const why = kind === 'skipped' ? reasonWithStatus(link) : '';
    const meta = [text(why), where, timeOf(link)].filter((part) => part !== '').join(' · ');
    return `<p class="slim">${names} ${webLink(link.url)} <span class="meta">${meta}</span></p>${evidence(row)}`;
  }
  const rules = [...new Set(row.findings.map(({ rule }) => rule))].map(view.ruleOf);
  const fixNote = row.findings.some(({ fix }) => fix?.safe === true)
    ? 'fixable with <code class="whole">--fix</code>'
    : '';
  const counts =
    row.findings.length === 0 ? 'not counted: suppressed, in the baseline, or reported by another rule' : '';
  const meta = [where, view.sectionOf(row.branches), ...rules, fixNote, failing(link), counts];
  return (
    `<p class="title">${names} <span class="why">${sentence(reasonWithStatus(link))}</span></p>` +
    `<p>${webLink(link.url)}${leadsTo(link)}</p>` +
    `<p class="meta">${meta.filter((part) => part !== '').join(' · ')}</p>${evidence(row)}`
  );
}

function sentence(words: string): string {
  return text(words.charAt(0).toUpperCase() + words.slice(1));
}

/** The address behind the arrow: for a moved link the one to write. */
function leadsTo({ url, verdict, suggestion, finalUrl }: ReportLink): string {
  const next = verdict === 'moved' ? (suggestion ?? finalUrl) : finalUrl;
  const arrow = (address: string, words: string, hidden: string): string =>
    ` <span class="to"><span aria-hidden="true">${words}</span><span class="unseen">${hidden}</span> ${webLink(address)}</span>`;
  const led =
    next === null || next === url
      ? ''
      : arrow(next, '→', verdict === 'moved' && suggestion !== null ? 'is now' : 'redirects to');
  const other = suggestion !== null && suggestion !== next && suggestion !== url;
  return led + (other ? arrow(suggestion, 'try', 'instead') : '');
}

function failing({ failures, firstFailedAt }: ReportLink): string {
  const since = dayOrEmpty(firstFailedAt);
  if (failures < 2) return '';
  return `failed ${failures} runs in a row${since === '' ? '' : `, since ${since}`}`;
}

/** A day in UTC; empty for what is no time. */
export function dayOrEmpty(time: string | null): string {
  const at = new Date(time ?? Number.NaN);
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleDateString('en-US', options);
}

function timeOf({ durationMs, cached }: ReportLink): string {
  return cached ? 'from an earlier run' : durationMs >= 1 ? durationText(durationMs) : '';
}

function evidence({ link, kind, findings }: LinkRow): string {
  const seen = link.evidence.slice(-mostEvidence).map((each) => `<li>${text(evidenceText(each))}</li>`);
  const left = link.evidence.length - seen.length;
  const said = new Set(kind === 'alive' ? [] : findings.map(({ message }) => message));
  const facts = [
    timeOf(link),
    link.status === null ? '' : `status ${link.status}`,
    link.reason === null ? '' : text(link.reason),
    link.probe === 'http' ? '' : `checked through ${text(link.probe)}`,
    dayOrEmpty(link.firstFailedAt) === '' ? '' : `first failed on ${dayOrEmpty(link.firstFailedAt)}`,
    ...link.notes.map((note) => text(note)),
    left > 0 ? `${left} earlier lines are not shown` : '',
  ].filter((part) => part !== '');
  const advice = [...said].slice(0, 3).map((message) => `<p>${quoted(message)}</p>`);
  const about = facts.length === 0 ? '' : `<p class="meta">${facts.join(' · ')}</p>`;
  return `<details><summary>Evidence</summary>${advice.join('')}<ul>${seen.join('')}</ul>${about}</details>`;
}
