/** What keys do; each is called only while they are in use. */
export interface KeyActions {
  /** False when the reader has turned the keys off (WCAG 2.2, 2.1.4). */
  inUse(): boolean;
  search(): void;
  help(): void;
  /** Leaves the search field, or clears the filters when the reader is elsewhere. */
  escape(inField: boolean): void;
  /** The rows that can be seen. */
  rows(): readonly HTMLElement[];
}

/** Listens to single keys, but not where someone types. */
export function listenToKeys(page: Document, doings: KeyActions): void {
  let current: HTMLElement | null = null;
  const go = (step: number): void => {
    const rows = doings.rows();
    const focused = page.activeElement?.closest<HTMLElement>('.rows > li') ?? current;
    const at = focused === null ? -1 : rows.indexOf(focused);
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next === undefined) return;
    current = next;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
  page.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inField = target.matches('input:not([type=checkbox]), select, textarea');
    if (event.key === 'Escape') return doings.escape(inField);
    if (inField || !doings.inUse()) return;
    const row = target.matches('.rows > li') ? target : null;
    const details = row?.querySelector('details');
    if (event.key === '/') doings.search();
    else if (event.key === '?') doings.help();
    else if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === 'Enter' && details) details.open = !details.open;
    else if (event.key === 'o' && row) row.querySelector<HTMLAnchorElement>('a.url')?.click();
    else return;
    event.preventDefault();
  });
}
