import { listenToKeys } from './keys.js';

/** A field that filters. */
export type FilterField = HTMLInputElement | HTMLSelectElement;

/** A page whose rows are filtered by a form. */
export interface FilteredPage {
  readonly form: HTMLFormElement;
  readonly main: HTMLElement;
  /** In the order that the URL has them. */
  readonly fields: readonly FilterField[];
  /** Links that set a filter. */
  readonly links: readonly HTMLAnchorElement[];
  /** True for a link whose filter is set. */
  isCurrent(link: HTMLAnchorElement): boolean;
  readonly total: number;
  /** The total with its noun, such as `12 rows`. */
  readonly totalText: string;
  /** Shows the rows that fit the fields; gives how many these are. */
  show(): number;
  /** The rows that can be seen now. */
  seen(): readonly HTMLElement[];
}

/** What a page may do with its filters. */
export interface FilterForm {
  /** Shows what fits the fields. */
  apply(): void;
  /** The same, and keeps the fields in the URL. */
  change(): void;
  /** Empties the fields. */
  empty(): void;
  /** Reads the fields from the URL. */
  read(): void;
}

/** Connects the form, the URL, the keys and the rows of a page. */
export function startFilters(page: FilteredPage): FilterForm {
  const { form, main, fields, links } = page;
  const shown = form.querySelector('output');
  const nothing = main.querySelector<HTMLElement>('.none');
  const clearing = form.querySelector<HTMLElement>('button.clear');
  const help = form.querySelector<HTMLDetailsElement>('.keys');
  const search = form.querySelector<HTMLInputElement>('input[name="text"]');
  const usesKeys = form.querySelector<HTMLInputElement>('input[name="keys"]');

  const apply = (): void => {
    const count = page.show();
    const any = fields.some(({ value }) => value !== '');
    for (const field of fields) field.classList.toggle('used', field.value !== '');
    for (const link of links) {
      if (page.isCurrent(link)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (shown !== null) shown.textContent = any ? `${count.toLocaleString('en')} of ${page.totalText}` : page.totalText;
    if (nothing !== null) nothing.hidden = count > 0 || page.total === 0;
    if (clearing !== null) clearing.hidden = !any;
  };

  /** Keeps the filters in the URL, so that it can be passed on. */
  const keep = (): void => {
    const state = new URLSearchParams();
    for (const { name, value } of fields) if (value !== '') state.set(name, value);
    if (usesKeys?.checked === false) state.set('keys', 'off');
    const hash = state.toString();
    history.replaceState(null, '', hash === '' ? location.href.replace(/#.*$/s, '') : `#${hash}`);
  };

  const read = (): void => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = state.get(field.name) ?? '';
      // A value that no option has leaves a select without one.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    if (usesKeys !== null) usesKeys.checked = state.get('keys') !== 'off';
    apply();
  };

  const change = (): void => {
    apply();
    keep();
  };

  const empty = (): void => {
    for (const field of fields) field.value = '';
  };

  const clear = (): void => {
    empty();
    change();
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', change);
  for (const button of document.querySelectorAll('button.clear'))
    button.addEventListener('click', () => {
      clear();
      search?.focus();
    });
  listenToKeys(document, {
    inUse: () => usesKeys?.checked ?? false,
    rows: () => page.seen(),
    search: () => search?.focus(),
    help() {
      if (help === null) return;
      help.open = !help.open;
      if (help.open) help.querySelector('summary')?.focus();
    },
    escape(inField) {
      if (help?.open === true) help.open = false;
      else if (inField) (document.activeElement as HTMLElement | null)?.blur();
      else if (clearing?.hidden === false) clear();
    },
  });

  // The bar's height changes with the width; what is scrolled to must not lie under it.
  const measure = (): void => {
    const height = getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
    document.documentElement.style.setProperty('--sticky', `${height}px`);
  };
  new ResizeObserver(measure).observe(form);
  if (matchMedia('(max-width: 62rem)').matches)
    for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.panel')) panel.open = false;
  return { apply, change, empty, read };
}

/** The words of the search field, in lower case. */
export function wordsOf(search: FilterField | null | undefined): readonly string[] {
  return (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}
