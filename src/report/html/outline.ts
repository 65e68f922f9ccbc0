import { countText, plural } from '../../text/plural.js';
import type { Branch, Branches } from './branches.js';
import { bar, type Counts, chartParts } from './chart.js';
import { filterLink, text } from './markup.js';
import { type RowKind, sign, urgentKinds } from './row-kinds.js';

/** The tree of files, sections and tiers as a nested list, each with a bar of its health. */
export function outline({ all }: Branches, health: readonly Counts[], hasLinks: boolean): string {
  const single = all.filter(({ kind }) => kind === 'file').length === 1 && all.length > 1;
  let result = '';
  let open = 0;
  for (const [index, branch] of all.entries()) {
    if (single && branch.kind === 'file') continue;
    const depth = single ? branch.depth - 1 : branch.depth;
    if (depth >= open) result += '<ul>'.repeat(depth + 1 - open);
    else result += `</li>${'</ul></li>'.repeat(open - 1 - depth)}`;
    open = depth + 1;
    result += `<li>${branchLine(index, branch, health[index] ?? {}, hasLinks)}`;
  }
  return open === 0 ? '' : result + '</li></ul>'.repeat(open);
}

function branchLine(index: number, branch: Branch, counts: Counts, hasLinks: boolean): string {
  const parts = chartParts(counts);
  const name = text(branch.name, 120) || 'without a name';
  const worst = parts.find(({ kind }) => urgentKinds.has(kind));
  const spoken = parts.map(({ kind, count }) => `${countText(count)} ${wordOf(kind, hasLinks)}`).join(', ');
  const mark =
    worst === undefined
      ? `<span class="meta" aria-hidden="true">${branch.entries > 0 ? countText(branch.entries) : ''}</span>`
      : `<span class="trouble k-${worst.kind}" aria-hidden="true">${sign(worst.kind)} ${countText(worst.count)}</span>`;
  const label = `<span class="name">${name}</span>${mark}${bar(counts, '')}<span class="unseen">: ${[
    ...(branch.entries > 0 ? [plural(branch.entries, 'entry', 'entries')] : []),
    ...(spoken === '' ? [] : [spoken]),
  ].join('; ')}</span>`;
  return filterLink('section', String(index), label, ` class="branch ${branch.kind}"`);
}

function wordOf(kind: RowKind, hasLinks: boolean): string {
  if (kind === 'alive' && !hasLinks) return 'without a finding';
  return kind;
}
